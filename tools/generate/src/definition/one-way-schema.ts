import type { Schema } from "./definition.ts";

/** What a value on its way in this direction may not hold. */
export type Forbidden = "readOnly" | "writeOnly";

/**
 * The schema as one direction sees it: a property that belongs to the other direction may not be there at all, and
 * need not be. References lead to the bare names of the component schemas.
 */
export function oneWaySchema(schema: Schema, forbidden: Forbidden): Schema {
  const { $ref, properties = {}, required } = schema;
  const adapted = mapValues(schema, (value) => adapt(value, forbidden)) as Schema;
  if ($ref !== undefined) adapted.$ref = $ref.replace("#/components/schemas/", "").replace("/", "#/");
  const absent = Object.keys(properties).filter((name) => properties[name]?.[forbidden] === true);
  if (absent.length === 0) return adapted;
  return {
    ...adapted,
    properties: { ...adapted.properties, ...Object.fromEntries(absent.map((name) => [name, never])) },
    ...(Array.isArray(required) ? { required: required.filter((name) => !absent.includes(name)) } : {}),
  };
}

/** JSON Schema's `false`, which no value satisfies. */
const never = false as unknown as Schema;

function adapt(node: unknown, forbidden: Forbidden): unknown {
  if (Array.isArray(node)) return node.map((item) => adapt(item, forbidden));
  return typeof node === "object" && node !== null ? oneWaySchema(node as Schema, forbidden) : node;
}

function mapValues(node: object, map: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value)]));
}
