import {
  asObject,
  elements,
  isReference,
  type Json,
  join,
  member,
  members,
  type Part,
  resolve,
} from "./document.ts";
import { keywordsOf } from "./schema-keywords.ts";

/** Schemas that a value has to satisfy all at once. Usually it is one. */
export type Schema = readonly Part[];

/** A schema as both OpenAPI versions can say it: references followed, `allOf` merged, defaults left out. */
export interface SchemaShape {
  place: string;
  /** Keywords that are compared as they stand: type, format, pattern, enum, … */
  keywords: Json;
  required: string[];
  properties: Map<string, Schema>;
  /** Schemas below items, additionalProperties, not, … by their pointer. Absent, they allow everything. */
  applied: Map<string, Schema>;
  union: SchemaUnion | undefined;
}

/** The schema is one of several, by `oneOf`, `anyOf` or a mapping. What it says itself is part of each. */
export interface SchemaUnion {
  discriminator: string | undefined;
  alternatives: Alternative[];
}

export interface Alternative {
  /** The value of the discriminator that chooses it. */
  name: string | undefined;
  schema: Schema;
}

const prose = /^(title|description|examples?|externalDocs|xml|\$comment|\$schema|\$id|\$anchor|\$defs|x-.*)$/;
const holdsSchema = new Set([
  "items",
  "additionalProperties",
  "unevaluatedItems",
  "unevaluatedProperties",
  "contains",
  "propertyNames",
  "not",
  "if",
  "then",
  "else",
]);
const holdsSchemas = new Set(["prefixItems", "patternProperties", "dependentSchemas"]);
const holdsUnion = new Set(["oneOf", "anyOf", "discriminator"]);
const holdsMembers = new Set(["$ref", "allOf", "properties", "required"]);
const nesting = new Set([...holdsSchema, ...holdsSchemas, ...holdsUnion, ...holdsMembers]);

export function shapeOf(schema: Schema): SchemaShape {
  const layers = schema.flatMap((part) => layersOf(part));
  const place = layers[0]?.place ?? schema[0]?.place ?? "";
  const united = layers.find(isUnited);
  if (!united) return mergeLayers(place, layers);

  const base = layers.map((layer) => (layer === united ? without(layer, holdsUnion) : layer));
  const { discriminator, alternatives } = unionOf(united, base);
  const real = alternatives.filter(({ schema: [first] }) => asObject(first?.value)["type"] !== "null");
  const isNullable =
    real.length < alternatives.length || mergeLayers(place, base).keywords["nullable"] === true;
  const nullable = isNullable ? { nullable: true } : {};
  const [only] = real;
  if (only && real.length === 1 && discriminator === undefined) {
    const shape = { ...shapeOf(only.schema), place };
    return { ...shape, keywords: { ...shape.keywords, ...nullable } };
  }
  return { ...mergeLayers(place, []), keywords: nullable, union: { discriminator, alternatives: real } };
}

/** What stands for a schema where only its kind matters. */
export function summaryOf(schema: Schema): unknown {
  const { keywords, union } = shapeOf(schema);
  return keywords["type"] ?? (union ? "one of several" : "anything");
}

/**
 * The schemas without `$ref` and `allOf` that the schema comes down to, its own first.
 *
 * @param followed references on the way here: following one of them again adds nothing
 */
function layersOf(part: Part, followed: readonly string[] = []): Part[] {
  if (part.value === false) return [{ ...part, value: { never: true } }];
  const { $ref, allOf, ...own } = asObject(part.value);
  const self = saysSomething(own) ? [{ ...part, value: own }] : [];
  if (isReference(part.value)) {
    const reference = part.value.$ref;
    if (followed.includes(reference)) return [];
    const target = layersOf(locate(resolve(part, reference), part), [...followed, reference]);
    // Beside a reference, 3.0 ignores what 3.1 adds to it.
    return part.document.version === "3.1" ? [...self, ...target] : target;
  }
  const inherited = elements(member(part, "allOf")).flatMap((parent) =>
    layersOf(parent, followed).map((layer) =>
      isReference(parent.value) ? withoutDescendants(layer) : layer,
    ),
  );
  return inherited.length > 0 ? [{ ...part, value: own }, ...inherited] : self;
}

/** A plain value is told where it is used; what has members, where it is defined. */
function locate(target: Part, user: Part): Part {
  const isPlain = !Object.keys(asObject(target.value)).some((keyword) => nesting.has(keyword));
  return isPlain ? { ...target, place: user.place } : target;
}

/** A parent's discriminator lists its descendants, the one that inherits among them: it must not apply again. */
function withoutDescendants(layer: Part): Part {
  return "discriminator" in asObject(layer.value) ? without(layer, holdsUnion) : layer;
}

function isUnited(layer: Part): boolean {
  const { oneOf, anyOf, discriminator } = asObject(layer.value);
  return Array.isArray(oneOf) || Array.isArray(anyOf) || asObject(discriminator)["mapping"] !== undefined;
}

function unionOf(layer: Part, base: Schema): SchemaUnion {
  const { propertyName, mapping } = asObject(asObject(layer.value)["discriminator"]);
  const discriminator = typeof propertyName === "string" ? propertyName : undefined;
  const mapped = Object.entries(asObject(mapping)).map(([name, target]): [string, Part] => [
    name,
    {
      ...layer,
      place: join(layer.place, "discriminator", name),
      value: { $ref: toReference(String(target)) },
    },
  ]);
  const targets = new Set(mapped.map(([, part]) => asObject(part.value)["$ref"]));
  const unmapped = [...elements(member(layer, "oneOf")), ...elements(member(layer, "anyOf"))]
    .filter(({ value }) => !isReference(value) || !targets.has(value.$ref))
    .map((part): [string | undefined, Part] => [discriminator && componentOf(part), part]);
  const alternatives = [...mapped, ...unmapped].map(([name, part]) => {
    return { name, schema: [part, ...base, ...chosen(part, discriminator, name)] };
  });
  return { discriminator, alternatives };
}

/** What the choice of an alternative says of the discriminating property: it has this one value. */
function chosen(part: Part, discriminator: string | undefined, name: string | undefined): Schema {
  if (discriminator === undefined || name === undefined) return [];
  const value = { properties: { [discriminator]: { enum: [name] } } };
  return [{ ...part, place: join(part.place, "chosen"), value }];
}

function toReference(target: string): string {
  return target.includes("/") ? target : `#/components/schemas/${target}`;
}

function componentOf({ value }: Part): string | undefined {
  return isReference(value) ? value.$ref.split("/").at(-1) : undefined;
}

function mergeLayers(place: string, layers: Schema): SchemaShape {
  const required = layers.flatMap((layer) =>
    elements(member(layer, "required")).map(({ value }) => String(value)),
  );
  return {
    place,
    keywords: mergeKeywords(layers),
    required: [...new Set(required)].sort(),
    properties: gather(layers.flatMap((layer) => members(member(layer, "properties")))),
    applied: gather(layers.flatMap(appliedBy)),
    union: undefined,
  };
}

function appliedBy(layer: Part): [pointer: string, part: Part][] {
  return members(layer).flatMap(([keyword, part]): [string, Part][] => {
    if (holdsSchema.has(keyword) && part.value !== false) return [[keyword, part]];
    if (!holdsSchemas.has(keyword)) return [];
    const list = Array.isArray(part.value) ? Object.entries(elements(part)) : members(part);
    return list.map(([key, inner]) => [join(keyword, key), inner]);
  });
}

function gather(parts: [string, Part][]): Map<string, Schema> {
  const gathered = new Map<string, Schema>();
  for (const [name, part] of parts) gathered.set(name, [...(gathered.get(name) ?? []), part]);
  return gathered;
}

function mergeKeywords(layers: Schema): Json {
  const merged: Json = {};
  for (const layer of layers) {
    const plain = Object.entries(asObject(layer.value)).filter(([keyword, value]) => isPlain(keyword, value));
    for (const [keyword, value] of Object.entries(keywordsOf(Object.fromEntries(plain)))) {
      merged[keyword] = both(keyword, merged[keyword], value);
    }
  }
  return merged;
}

/** `additionalProperties: false` is a statement of its own. */
function isPlain(keyword: string, value: unknown): boolean {
  return !prose.test(keyword) && (!nesting.has(keyword) || (holdsSchema.has(keyword) && value === false));
}

/** A keyword of two schemas that apply at once. A contradiction is kept as a list, so that it is seen. */
function both(keyword: string, first: unknown, second: unknown): unknown {
  if (first === undefined || JSON.stringify(first) === JSON.stringify(second)) return second;
  if (keyword === "enum" && Array.isArray(first) && Array.isArray(second)) {
    return first.filter((value) => second.includes(value));
  }
  return [...new Set([first, second].flat())].sort();
}

function saysSomething(schema: Json): boolean {
  return Object.keys(schema).some((keyword) => !prose.test(keyword));
}

function without(part: Part, keywords: ReadonlySet<string>): Part {
  const kept = Object.entries(asObject(part.value)).filter(([keyword]) => !keywords.has(keyword));
  return { ...part, value: Object.fromEntries(kept) };
}
