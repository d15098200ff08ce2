import { type Document, follow, type Schema } from "./definition.ts";

/**
 * A value that a schema allows, for the parts of a request that no example shows: simple rather than complete. What
 * it gets wrong shows up where the value is used, and an example in the definition mends it.
 */
export function validValue(document: Document, schema: Schema): unknown {
  const whole = merge(document, schema);
  for (const keyword of ["const", "example", "default"]) if (keyword in whole) return whole[keyword];
  const [listed] = (whole["examples"] ?? whole["enum"] ?? []) as unknown[];
  if (listed !== undefined) return listed;
  const {
    minimum = 0,
    exclusiveMinimum = Number(minimum) - 1,
    minItems = 0,
  } = whole as Record<string, number>;
  const [type] = [whole["type"]].flat();
  switch (type) {
    case "string":
      return validText(whole);
    case "integer":
    case "number":
      return Math.max(minimum, exclusiveMinimum + 1);
    case "boolean":
      return false;
    case "array":
      return Array.from({ length: minItems }, () => validValue(document, Object(whole["items"])));
    case "null":
      return null;
    default:
      return validObject(document, whole);
  }
}

function validObject(document: Document, { properties, required = [] }: Schema): object {
  const schemas = Object(properties) as Record<string, Schema>;
  const named = (required as string[]).map((name) => [name, validValue(document, schemas[name] ?? {})]);
  return Object.fromEntries(named);
}

function validText({ pattern = "", minLength = 1 }: Schema): string {
  const lengths = [Number(minLength), 1, 8, 24, 32, 36];
  const texts = lengths.flatMap((length) => ["a", "A", "0"].map((character) => character.repeat(length)));
  return texts.find((text) => new RegExp(String(pattern), "u").test(text)) ?? "";
}

/** A schema together with those that it refers to, and the first of its alternatives; its own keywords come first. */
function merge(document: Document, schema: Schema): Schema {
  const { $ref, allOf = [], oneOf, anyOf } = schema;
  const referred = typeof $ref === "string" ? [follow(document, $ref)] : [];
  const chosen = ((oneOf ?? anyOf ?? []) as unknown[]).slice(0, 1);
  const parts = [...referred, ...(allOf as unknown[]), ...chosen].map((part) =>
    merge(document, part as Schema),
  );
  const all = [...parts, schema];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required = [] }) => required),
  };
}
