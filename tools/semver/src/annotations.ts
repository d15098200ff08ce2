import { isNode, type Node } from "./node.ts";

const prose = new Set([
  "$comment",
  "contact",
  "description",
  "example",
  "examples",
  "externalDocs",
  "license",
  // The scopes that exist, with what they are for. An operation says which it asks for.
  "scopes",
  "summary",
  "tags",
  "termsOfService",
  "title",
]);

/** Says something to people; changes nothing about what is valid. */
export function isAnnotation(keyword: string): boolean {
  return prose.has(keyword) || keyword.startsWith("x-");
}

/** Objects whose keys are names of the definition's own, not keywords. */
const nameMaps = new Set([
  "$defs",
  "callbacks",
  "content",
  "dependentRequired",
  "dependentSchemas",
  "headers",
  "links",
  "mapping",
  "parameters",
  "pathItems",
  "paths",
  "patternProperties",
  "properties",
  "requestBodies",
  "responses",
  "schemas",
  "securitySchemes",
  "variables",
]);

/** Whether the keys below this one are names: a property may well be called `description`. */
export function holdsNames(key: string): boolean {
  return nameMaps.has(key);
}

/** The value without what it says to people. */
export function withoutAnnotations(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutAnnotations(item));
  if (!isNode(value)) return value;
  const kept = Object.entries(value).filter(([key]) => keysAreNames || !isAnnotation(key));
  return Object.fromEntries(
    kept.map(([key, inner]): [string, unknown] => [
      key,
      withoutAnnotations(inner, !keysAreNames && holdsNames(key)),
    ]),
  ) satisfies Node;
}
