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
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const text = texts.get(value) ?? JSON.stringify(value, (_key, inner: unknown) => sorted(inner));
  texts.set(value, text);
  return text;
}

/** A definition does not change once it is read, and much of it is asked for again and again. */
const texts = new WeakMap<object, string>();

export function isSame({ base, head }: Both): boolean {
  return base === head || canonical(base) === canonical(head);
}

function sorted(value: unknown): unknown {
  if (!isNode(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
