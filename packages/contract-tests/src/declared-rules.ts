import { follow, isAnnotation, isIdle, type Schema } from "./definition.ts";

/** Keywords that hold schemas by name. */
const BY_NAME = new Set(["properties", "patternProperties", "dependentSchemas", "$defs"]);

/** Keywords whose value is data, whatever it looks like. */
const DATA = new Set(["const", "enum"]);

/** Keywords whose schemas are alternatives. */
const ALTERNATIVES = new Set(["oneOf", "anyOf"]);

/**
 * The location of every keyword in a request's schema that demands something, in every corner of it: below keywords
 * too that the cases know nothing of yet.
 *
 * @param tag - The property that has chosen this schema by a discriminator, whose rule it is then.
 */
export function* declaredRules(
  document: object,
  node: unknown,
  location: string,
  references: readonly unknown[] = [],
  tag?: unknown,
): Generator<string> {
  const schema = Object(node) as Schema;
  if (schema["readOnly"] === true) {
    yield `${location}/readOnly`;
    return;
  }
  const discriminator = Object(schema["discriminator"]) as Schema;
  const chooses = [...ALTERNATIVES].some((keyword) => keyword in schema)
    ? discriminator["propertyName"]
    : undefined;
  if (chooses !== undefined) yield `${location}/discriminator`;
  for (const [keyword, value] of Object.entries(schema)) {
    const at = `${location}/${keyword}`;
    if (isAnnotation(keyword) || isIdle(keyword, value) || references.includes(value)) continue;
    if (keyword === "$ref") {
      yield* declaredRules(document, follow(document, String(value)), at, [...references, value], tag);
    } else if (keyword === "required") {
      const names = value as string[];
      const sent = names.filter((name) => name !== tag && !isReadOnly(document, schema, name));
      yield* sent.map((name) => `${at}/${name}`);
    } else if (BY_NAME.has(keyword) || isListOfSchemas(keyword, value)) {
      const inherited = keyword === "allOf" ? tag : ALTERNATIVES.has(keyword) ? chooses : undefined;
      for (const [name, below] of Object.entries(Object(value))) {
        if (keyword === "properties" && name === tag) continue;
        yield* declaredRules(document, below, `${at}/${name}`, references, inherited);
      }
    } else if (typeof value === "object" && !DATA.has(keyword) && !Array.isArray(value)) {
      yield* declaredRules(document, value, at, references);
    } else {
      yield at;
    }
  }
}

function isListOfSchemas(keyword: string, value: unknown): boolean {
  return Array.isArray(value) && !DATA.has(keyword) && value.every((item) => typeof item === "object");
}

function isReadOnly(document: object, { properties }: Schema, name: string): boolean {
  let property = Object(properties)[name];
  while (property?.$ref && property.readOnly !== true) property = follow(document, property.$ref);
  return property?.readOnly === true;
}
