import { expect, test } from "vitest";
import { schemaNames } from "./schema-names.ts";

const documents = new Map<string, unknown>([
  ["spec/paths.yaml", { list: { schema: { $ref: "things.yaml#/List" } } }],
  [
    "spec/things.yaml",
    {
      List: { properties: { results: { items: { $ref: "#/Thing" } } } },
      Thing: { allOf: [{ $ref: "#/Base" }, { properties: { parts: { items: { $ref: "#/Thing" } } } }] },
      Base: { properties: { id: { $ref: "#/Id" } } },
      Id: { type: "string" },
    },
  ],
]);

test.each([
  ["the whole", [], ["List"]],
  ["an item", ["results", "0"], ["List", "Thing", "Base"]],
  ["a property that a part describes", ["results", "0", "id"], ["List", "Thing", "Base", "Id"]],
  ["what is nested in its own kind", ["results", "0", "parts", "3"], ["List", "Thing", "Base"]],
  ["what nobody describes", ["unknown", "0"], ["List"]],
])("%s is judged by the schemas on the way to it", (_, way, names) => {
  const schema = { file: "spec/paths.yaml", tokens: ["list", "schema"] };
  expect(schemaNames(documents, schema, way)).toEqual(names);
});
