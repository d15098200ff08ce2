import { withoutAnnotations } from "./annotations.ts";
import { isNode, type Node, toNode } from "./node.ts";

const componentSchemas = "#/components/schemas/";

/** What a `$ref` leads to, with the keywords beside it (OpenAPI 3.1) laid over it; anything else as it is. */
export function follow(document: Node, value: unknown): Node {
  const seen = new Set<string>();
  let node = schemaNode(value);
  while (typeof node["$ref"] === "string" && !seen.has(node["$ref"])) {
    const { $ref, ...beside } = node;
    seen.add($ref as string);
    node = { ...schemaNode(at(document, $ref as string)), ...beside };
  }
  return node;
}

/** The name of the component schema that the value refers to. */
export function schemaName(value: unknown): string | undefined {
  const reference = toNode(value)["$ref"];
  if (typeof reference !== "string" || !reference.startsWith(componentSchemas)) return undefined;
  return reference.slice(componentSchemas.length);
}

/** The value without prose, and with every reference replaced by what it leads to. */
export function spelledOut(document: Node, value: unknown, behind: string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => spelledOut(document, item, behind));
  if (!isNode(value)) return value;
  const reference = value["$ref"];
  // A schema may contain itself: the second time its name has to do.
  if (typeof reference === "string" && behind.includes(reference)) return value;
  const next = typeof reference === "string" ? [...behind, reference] : behind;
  const node = toNode(withoutAnnotations(follow(document, value)));
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [key, spelledOut(document, inner, next)]),
  );
}

/** JSON Schema writes "anything" and "nothing" as booleans. */
function schemaNode(value: unknown): Node {
  return value === false ? { not: {} } : toNode(value);
}

/** What a local reference (RFC 6901) points at. */
function at(document: Node, reference: string): unknown {
  return reference
    .slice("#/".length)
    .split("/")
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((parent, token) => (isNode(parent) ? parent[token] : undefined), document);
}
