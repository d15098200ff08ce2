import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as schema from "../../../../packages/client/src/schema.ts";
import { DefinitionError, type Schema } from "../definition/definition.ts";
import { printSchema } from "./print-schema.ts";
import { fieldsOf } from "./testing/ajv-fields.ts";

const kinds: Record<string, Schema> = {
  Cat: {
    type: "object",
    required: ["kind", "purr"],
    properties: { kind: { const: "cat" }, purr: { type: "string" } },
  },
  Dog: { type: "object", required: ["kind", "bark"], properties: { kind: { enum: ["dog", "hound"] } } },
  Cow: { type: "object", properties: { kind: { type: "string" } } },
};

function print(printed: Schema | boolean): string {
  return printSchema(printed, {
    where: "here",
    refusal: "is refused",
    refer: (ref) => printSchema(kinds[ref] as Schema, {} as never),
    resolve: (ref) => kinds[ref] as Schema,
  });
}

/** What is printed, as the function that it makes. */
function checkOf(printed: Schema | boolean): (value: unknown) => { field: string; rule: string }[] {
  const check = new Function("schema", `return ${print(printed)}`)(schema) as schema.Check;
  return (value) => schema.violationsOf(check, value, "");
}

const names = ["a", "b", "c"];
const scalar = fc.oneof(
  fc.constantFrom("", "a", "ab", "abc", "😀", "a😀", "isPrototypeOf", "1"),
  fc.constantFrom(-1, 0, 1, 2, 3, 1.5, 2.5, 10),
  fc.constantFrom(true, false, null),
);
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, "isPrototypeOf"), tie("any"), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).any;

const limit = fc.integer({ min: 0, max: 3 });
const types = fc.constantFrom("string", "number", "integer", "boolean", "null", "array", "object");
const keywords = (sub: fc.Arbitrary<Schema>) =>
  fc.record(
    {
      type: fc.oneof(types, fc.uniqueArray(types, { minLength: 1, maxLength: 3 })),
      enum: fc.uniqueArray(scalar, { minLength: 1, maxLength: 4 }),
      const: scalar,
      pattern: fc.constantFrom("^a", "b$", "^.{2}$", "/"),
      minLength: limit,
      maxLength: limit,
      minimum: limit,
      maximum: limit,
      exclusiveMinimum: limit,
      exclusiveMaximum: limit,
      multipleOf: fc.constantFrom(1, 2, 0.5),
      items: sub,
      minItems: limit,
      maxItems: limit,
      uniqueItems: fc.boolean(),
      properties: fc.dictionary(fc.constantFrom(...names), sub, { maxKeys: 3, noNullPrototype: true }),
      required: fc.uniqueArray(fc.constantFrom(...names, "isPrototypeOf")),
      additionalProperties: fc.oneof(fc.boolean(), sub),
      minProperties: limit,
      maxProperties: limit,
      allOf: fc.array(sub, { minLength: 1, maxLength: 2 }),
      anyOf: fc.array(sub, { minLength: 1, maxLength: 3 }),
      oneOf: fc.array(sub, { minLength: 1, maxLength: 3 }),
      not: sub,
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Schema>;

/** A few keywords at a time: with all of them at once nothing would hold. */
const few = (all: fc.Arbitrary<Schema>) =>
  fc.tuple(all, fc.array(fc.nat(), { maxLength: 4 })).map(([full, picks]) => {
    const entries = Object.entries(full);
    const picked = picks.flatMap((pick) => (entries.length > 0 ? [entries[pick % entries.length]] : []));
    return Object.fromEntries(picked as [string, unknown][]) as Schema;
  });

const anySchema = fc.letrec<{ any: Schema }>((tie) => ({
  any: fc.oneof({ maxDepth: 2 }, few(keywords(fc.constant({ type: "string" }))), few(keywords(tie("any")))),
})).any;

/**
 * The same schema in a form that Ajv has no shortcut for: where all items are of one type, it compares only those of
 * that type, and so overlooks equal ones among the others.
 */
function withoutShortcuts(schema: Schema): Schema {
  const written = JSON.stringify(schema);
  return JSON.parse(written, (key, part) => (key === "items" ? { allOf: [part] } : part));
}

test("a check finds what Ajv finds, at the same places, whatever the schema and the value", () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  let held = 0;
  fc.assert(
    fc.property(anySchema, fc.array(value, { minLength: 4, maxLength: 8 }), (printed, values) => {
      const reference = ajv.compile(withoutShortcuts(printed));
      const check = checkOf(printed);
      for (const each of values) {
        const places = new Set(check(each).map(({ field }) => field));
        expect(places.size === 0).toBe(reference(each));
        if (places.size === 0) held += 1;
        // Where too many forms fit, Ajv tells of those besides that do not.
        if (!JSON.stringify(printed).includes("oneOf"))
          expect(places).toEqual(new Set(fieldsOf(reference.errors)));
      }
      ajv.removeSchema();
    }),
    { numRuns: 300, examples: [[{ uniqueItems: true, items: { type: "string" } }, [[{}, {}]]]] },
  );
  // It is not for want of anything that holds.
  expect(held).toBeGreaterThan(300);
}, 120_000);

test.each<[string, Schema, string]>([
  ["nothing", { description: "d", default: 1, format: "date-time", "x-own": true }, "schema.all()"],
  ["one keyword", { minimum: 1 }, "schema.minimum(1)"],
  [
    "several",
    { type: ["string", "null"], maxLength: 2 },
    'schema.all(schema.type("string", "null"), schema.maxLength(2))',
  ],
  ["a text", { type: "string" }, "schema.text()"],
  ["a text of a form", { type: "string", pattern: "^a" }, 'schema.text("^a")'],
  ["a text of a length", { type: "string", maxLength: 3, minLength: 1 }, 'schema.text("", 1, 3)'],
  ["a list", { type: "array", items: { const: 1 } }, "schema.list(schema.choice(1))"],
  ["a list of anything", { type: "array" }, 'schema.type("array")'],
  ["items of what may be a list", { items: { const: 1 } }, "schema.items(schema.choice(1))"],
  ["an object", { type: "object", properties: { "a-b": {} } }, 'schema.object({"a-b": schema.all()})'],
  ["an object of anything", { type: "object" }, 'schema.type("object")'],
  ["properties of what may be an object", { required: ["a"] }, 'schema.properties({}, ["a"])'],
  [
    "a closed object",
    { type: "object", additionalProperties: false },
    'schema.object({}, [], schema.refused("is not a property that the definition knows"))',
  ],
  ["a reference", { $ref: "Cow" }, "schema.object({kind: schema.text()})"],
  ["a discriminator without alternatives", { discriminator: { propertyName: "kind" } }, "schema.all()"],
])("a schema of %s is printed in as few words as there are", (_, printed, expression) => {
  const inOneLine = print(printed).replaceAll(/\/\* @__PURE__ \*\/|\s+|,(?=\s*[)}])/g, "");
  expect(inOneLine).toBe(expression.replaceAll(" ", ""));
});

test.each([
  ["prefixItems", { prefixItems: [{}] }, "the client has no check for the keyword prefixItems"],
  ["an object as a choice", { enum: [{}] }, "the client can choose among simple values only"],
  [
    "a discriminator that chooses nothing",
    { oneOf: [{ type: "string" }], discriminator: { propertyName: "kind" } },
    "no value of kind chooses one of the alternatives",
  ],
])("%s fails the generation", (_, printed, message) => {
  expect(() => print(printed as Schema)).toThrow(new DefinitionError(`here: ${message}`));
});

const pets = { oneOf: [{ $ref: "Cat" }, { $ref: "Dog" }, { $ref: "Cow" }] };

test.each<[string, object, string[]]>([
  ["what they demand of it, or by their names", {}, ["cat", "dog", "hound", "Cow"]],
  [
    "the mapping",
    {
      mapping: {
        a: "#/components/schemas/Cat",
        b: "#/components/schemas/Cat",
        c: "#/components/schemas/Cow",
      },
    },
    ["a", "b", "dog", "hound", "c"],
  ],
])("a discriminator chooses among alternatives by %s", (_, mapping, values) => {
  const check = checkOf({
    ...pets,
    discriminator: { propertyName: "kind", ...mapping },
  } as unknown as Schema);
  const chosen = (kind: string) =>
    check({ kind }).every(({ field }) => field !== ".kind" || values.includes(kind));
  for (const kind of values) expect(chosen(kind), kind).toBe(true);
  expect(check({ kind: "dragon" })).toMatchObject([{ field: ".kind" }]);
  expect(check({ kind: values[1] }).length).toBeGreaterThan(0);
});

test("alternatives that are chosen by a property find what Ajv finds in the chosen one", () => {
  const { oneOf } = pets;
  const ajv = new Ajv2020({ allErrors: true, discriminator: true, schemas: [] });
  const [cat, dog] = [kinds["Cat"], kinds["Dog"]];
  const reference = ajv.compile({
    type: "object",
    required: ["kind"],
    discriminator: { propertyName: "kind" },
    oneOf: [cat, dog],
  });
  const check = checkOf({
    oneOf: oneOf.slice(0, 2),
    discriminator: { propertyName: "kind" },
  } as unknown as Schema);
  for (const each of [
    { kind: "cat", purr: "x" },
    { kind: "cat", purr: 7 },
    { kind: "hound" },
    { kind: "cow" },
    { kind: 7 },
  ]) {
    reference(each);
    expect(check(each).map(({ field }) => field)).toEqual(fieldsOf(reference.errors));
  }
});
