import { expect, test } from "vitest";
import type { Definition, Schema } from "./definition.ts";
import { propertyTable, schemaSections, typeText } from "./schema-tables.ts";

const Id: Schema = { type: "string", description: "An id.", pattern: "^[a-f0-9]+$" };
const Thing: Schema = {
  description: "Anything.",
  required: ["id"],
  properties: {
    id: { $ref: "#/components/schemas/Id", description: "Its own id." } as never,
    size: { type: "integer", minimum: 1, maximum: 500, default: 100, description: "How\nlarge." },
    tags: { type: "array", readOnly: true, items: { $ref: "#/components/schemas/Id" } },
  },
};
const Special: Schema = {
  allOf: [{ $ref: "#/components/schemas/Thing" }, { properties: { size: { const: 7 } } }],
};
const Either: Schema = {
  oneOf: [{ $ref: "#/components/schemas/Thing" }, { $ref: "#/components/schemas/Id" }],
};
const definition: Definition = { paths: {}, components: { schemas: { Id, Thing, Special, Either } } };

test.each<[string, Schema]>([
  ["string, 3 to 63 characters", { type: "string", minLength: 3, maxLength: 63 }],
  ["string, date-time", { type: "string", format: "date-time" }],
  ["integer, from 1", { type: "integer", minimum: 1 }],
  ["number, up to 9", { type: "number", maximum: 9 }],
  ["string or null", { type: ["string", "null"] }],
  ['`"AWS"`, `"GCP"`', { enum: ["AWS", "GCP"] }],
  ["array of [Id](schemas.md#id)", { items: { $ref: "#/components/schemas/Id" } }],
  ["[Thing](schemas.md#thing) or [Id](schemas.md#id)", Either],
  ["anything", {}],
])("a type reads as %s", (text, schema) => {
  expect(typeText(schema, "schemas.md")).toBe(text);
});

test("a table has each property, what has to be there and what holds without it", () => {
  expect(propertyTable(definition, Thing, "schemas.md")).toBe(
    [
      "| Property | Type | What it is |",
      "| --- | --- | --- |",
      "| `id` | [Id](schemas.md#id) | Required. Its own id. |",
      "| `size` | integer, 1 to 500 | Default `100`. How large. |",
      "| `tags` | array of [Id](schemas.md#id) | Read-only. |",
    ].join("\n"),
  );
});

test("a table says what is deprecated", () => {
  const Old: Schema = {
    properties: { name: { type: "string", deprecated: true, description: "Its name." } },
  };
  expect(propertyTable(definition, Old, "schemas.md")).toContain("**Deprecated.** Its name.");
});

test("what a schema is made of is in its table once, as the last part has it", () => {
  const rows = propertyTable(definition, Special, "schemas.md").split("\n").slice(2);
  expect(rows.map((row) => row.split("|")[1]?.trim())).toEqual(["`id`", "`size`", "`tags`"]);
  expect(rows[1]).toContain("`7`");
});

test("the page of all schemas links to itself", () => {
  const text = schemaSections(definition);
  expect(text).toContain("## Either\n\n[Thing](#thing) or [Id](#id).");
  expect(text).toContain("## Id\n\nAn id.\n\nstring, `^[a-f0-9]+$`.");
});
