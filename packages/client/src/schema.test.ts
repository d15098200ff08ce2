import { describe, expect, test } from "vitest";
import * as schema from "./schema.ts";

/** What a check finds in a value that is called `body`, each as one line. */
function found(check: schema.Check, value: unknown): string[] {
  return schema
    .violationsOf(check, value, "body")
    .map(({ field, rule, given }) => `${field} ${rule}, not ${given}`);
}

// JSON Schema 2020-12, validation vocabulary, section 6: each keyword, a value that holds and one that does not.
test.each<[string, schema.Check, unknown, unknown, string]>([
  ["type", schema.type("integer"), 1, 1.5, "must be of type integer, not 1.5"],
  ["type", schema.type("number"), 1.5, Number.NaN, "must be of type number, not NaN"],
  ["type", schema.type("string"), "", 7, "must be of type string, not 7"],
  ["type", schema.type("boolean"), false, null, "must be of type boolean, not null"],
  ["type", schema.type("null"), null, undefined, "must be of type null, not nothing"],
  ["type", schema.type("array"), [], {}, "must be of type array, not a value of type object"],
  ["type", schema.type("object"), {}, [1, 2], "must be of type object, not an array of 2"],
  ["type", schema.type("object"), {}, null, "must be of type object, not null"],
  ["type", schema.type("object"), {}, "{}", "must be of type object, not a string of 2 characters"],
  ["several types", schema.type("string", "null"), null, 7, "must be of type string or null, not 7"],
  ["enum", schema.choice("a", "b", 3), 3, "3", "must be one of a, b, 3, not a string of 1 characters"],
  ["const", schema.choice("AWS"), "AWS", "aws", "must be AWS, not a string of 3 characters"],
  ["pattern", schema.pattern("^.$"), "😀", "ab", "must match ^.$, not a string of 2 characters"],
  ["a text's pattern", schema.text("^.$"), "😀", "ab", "must match ^.$, not a string of 2 characters"],
  ["pattern", schema.pattern("a/b"), "a/b", "ab", "must match a/b, not a string of 2 characters"],
  [
    "maxLength",
    schema.maxLength(2),
    "😀😀",
    "abc",
    "must have at most 2 characters, not a string of 3 characters",
  ],
  [
    "minLength",
    schema.minLength(2),
    "ab",
    "😀",
    "must have at least 2 characters, not a string of 2 characters",
  ],
  ["minimum", schema.minimum(2), 2, 1.9, "must be at least 2, not 1.9"],
  ["maximum", schema.maximum(2), 2, 2.1, "must be at most 2, not 2.1"],
  ["exclusiveMinimum", schema.exclusiveMinimum(2), 2.1, 2, "must be more than 2, not 2"],
  ["exclusiveMaximum", schema.exclusiveMaximum(2), 1.9, 2, "must be less than 2, not 2"],
  ["multipleOf", schema.multipleOf(0.5), 1.5, 1.75, "must be a multiple of 0.5, not 1.75"],
  ["minItems", schema.minItems(1), [1], [], "must have at least 1 items, not an array of 0"],
  ["maxItems", schema.maxItems(1), [1], [1, 2], "must have at most 1 items, not an array of 2"],
  [
    "maxLength",
    schema.maxLength(2),
    "ab",
    "abcde",
    "must have at most 2 characters, not a string of 5 characters",
  ],
  [
    "uniqueItems",
    schema.uniqueItems(),
    [{ a: 1 }, { a: 2 }],
    [{}, {}],
    "must have no item twice, not an array of 2",
  ],
  ["uniqueItems", schema.uniqueItems(), [1, "1"], [1, 1], "must have no item twice, not an array of 2"],
  [
    "uniqueItems",
    schema.uniqueItems(),
    [{ a: 1 }, [["a", 1]]],
    [
      { a: 1, b: [{ c: 1, d: 2 }] },
      { b: [{ d: 2, c: 1 }], a: 1 },
    ],
    "must have no item twice, not an array of 2",
  ],
  [
    "minProperties",
    schema.minProperties(1),
    { a: 1 },
    {},
    "must have at least 1 properties, not a value of type object",
  ],
  [
    "maxProperties",
    schema.maxProperties(0),
    {},
    { a: 1 },
    "must have at most 0 properties, not a value of type object",
  ],
  ["false", schema.refused("is read-only"), undefined, 7, "is read-only, not 7"],
  [
    "not",
    schema.not(schema.type("string")),
    7,
    "",
    "must not have the form that the definition excludes, not a string of 0 characters",
  ],
])("the keyword %s", (_, check, holds, breaks, violation) => {
  if (holds !== undefined) expect(found(check, holds)).toEqual([]);
  expect(found(check, breaks)).toEqual([`body ${violation}`]);
});

test.each<[string, schema.Check]>([
  ["pattern", schema.pattern("x")],
  ["maxLength", schema.maxLength(0)],
  ["minLength", schema.minLength(9)],
  ["minimum", schema.minimum(99)],
  ["maximum", schema.maximum(-99)],
  ["exclusiveMinimum", schema.exclusiveMinimum(99)],
  ["exclusiveMaximum", schema.exclusiveMaximum(-99)],
  ["multipleOf", schema.multipleOf(99)],
  ["items", schema.items(schema.refused(""))],
  ["minItems", schema.minItems(9)],
  ["maxItems", schema.maxItems(-1)],
  ["uniqueItems", schema.uniqueItems()],
  ["properties", schema.properties({ length: schema.refused("") }, ["a"], schema.refused(""))],
  ["minProperties", schema.minProperties(9)],
  ["maxProperties", schema.maxProperties(-1)],
])("%s passes every value that it does not speak of", (keyword, check) => {
  const values = { text: "y", number: 7, list: [1, 1], object: { b: 1 }, boolean: true, null: null };
  const spokenOf = {
    text: ["pattern", "maxLength", "minLength"],
    number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
    list: ["items", "minItems", "maxItems", "uniqueItems"],
    object: ["properties", "minProperties", "maxProperties"],
  };
  const refused = Object.entries(values).filter(([, value]) => found(check, value).length > 0);
  const [form] = Object.entries(spokenOf).find(([, keywords]) => keywords.includes(keyword)) ?? [];
  expect(refused.map(([name]) => name)).toEqual([form]);
});

describe("a value with parts", () => {
  const id = schema.all(schema.type("string"), schema.minLength(2), schema.pattern("^a"));
  const job = schema.object({ id, tags: schema.list(id) }, ["id"], schema.refused("is not known"));

  test("that holds passes", () => {
    expect(found(job, { id: "ab", tags: ["ab", "ac"] })).toEqual([]);
    expect(found(job, { id: "ab", tags: undefined })).toEqual([]);
  });

  test("is told of from what it lacks to what its parts break, each by its place", () => {
    const given = { tags: ["ab", "b", 7], id: undefined, extra: 1, toString: null };
    expect(found(job, given)).toEqual([
      "body.id is required, not nothing",
      "body.extra is not known, not 1",
      "body.toString is not known, not null",
      "body.tags[1] must have at least 2 characters, not a string of 1 characters",
      "body.tags[1] must match ^a, not a string of 1 characters",
      "body.tags[2] must be of type string, not 7",
    ]);
  });

  test("of another form is told of once", () => {
    expect(found(job, [])).toEqual(["body must be of type object, not an array of 0"]);
    expect(found(schema.list(id), {})).toEqual(["body must be of type array, not a value of type object"]);
  });

  test("may have others when nothing is said of them", () => {
    expect(found(schema.properties({}), { a: 1 })).toEqual([]);
  });
});

describe("alternatives", () => {
  const integer = schema.type("integer");
  const small = schema.maximum(2);
  const text = schema.type("string");

  test.each([
    ["anyOf", schema.anyOf(integer, small), 1],
    ["anyOf", schema.anyOf(integer, small), 1.5],
    ["oneOf", schema.oneOf(integer, small), 1.5],
    ["oneOf", schema.oneOf(integer, small), 3],
  ])("%s holds for enough of them", (_, check, value) => {
    expect(found(check, value)).toEqual([]);
  });

  test.each([
    ["anyOf", schema.anyOf(integer, text)],
    ["oneOf", schema.oneOf(integer, text)],
  ])("%s tells what each of them lacks where none holds", (_, check) => {
    expect(found(check, 1.5)).toEqual([
      "body must be of type integer, not 1.5",
      "body must be of type string, not 1.5",
      "body must have one of the forms that the definition lists, not 1.5",
    ]);
  });

  test("oneOf tells where too many hold", () => {
    expect(found(schema.oneOf(integer, small, text), 1)).toEqual([
      "body must have just one of the forms that the definition lists, not 1",
    ]);
  });

  test("are chosen by a property, and then told of alone", () => {
    const bucket = schema.chosenBy("kind", { aws: schema.properties({}, ["role"]), gcp: schema.all() });
    expect(found(bucket, { kind: "gcp" })).toEqual([]);
    expect(found(bucket, "gcp")).toEqual(["body must be of type object, not a string of 3 characters"]);
    expect(found(bucket, { kind: "aws" })).toEqual(["body.role is required, not nothing"]);
    for (const [kind, given] of [
      ["azure", "a string of 5 characters"],
      ["toString", "a string of 8 characters"],
      [undefined, "nothing"],
      [["aws"], "an array of 1"],
    ])
      expect(found(bucket, { kind })).toEqual([
        `body.kind must be one that the definition knows, not ${given}`,
      ]);
  });
});

test("a schema may be a part of itself", () => {
  const tree: schema.Check = schema.properties({ children: schema.items(schema.later(() => tree)) }, [
    "name",
  ]);
  expect(found(tree, { name: "a", children: [{ name: "b", children: [{}] }] })).toEqual([
    "body.children[0].children[0].name is required, not nothing",
  ]);
});
