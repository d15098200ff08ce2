/** An object of an OpenAPI document, as it was parsed. */
export type Node = Record<string, unknown>;

/** The same place in the older and in the newer definition. */
export interface Both<T = unknown> {
  base: T;
  head: T;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function toNode(value: unknown): Node {
  return isNode(value) ? value : {};
}

export function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The keys of both, those of the base first. */
export function keysOf({ base, head }: Both<Node>): string[] {
  return [...new Set([...Object.keys(base), ...Object.keys(head)])];
}

/** Equal for values that JSON holds equal, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => (isNode(inner) ? sorted(inner) : inner)) ?? "";
}

export function isSame({ base, head }: Both): boolean {
  return canonical(base) === canonical(head);
}

function sorted(node: Node): Node {
  return Object.fromEntries(Object.entries(node).sort(([one], [other]) => (one < other ? -1 : 1)));
}
