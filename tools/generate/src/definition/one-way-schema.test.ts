import { expect, test } from "vitest";
import { oneWaySchema } from "./one-way-schema.ts";

const schema = {
  type: "object",
  required: ["id", "name"],
  properties: {
    id: { type: "string", readOnly: true },
    name: { $ref: "#/components/schemas/Name" },
    secret: { type: "string", writeOnly: true },
  },
};

test("a request may not hold what is read-only, and need not", () => {
  expect(oneWaySchema(schema, "readOnly")).toEqual({
    type: "object",
    required: ["name"],
    properties: { id: false, name: { $ref: "Name" }, secret: { type: "string", writeOnly: true } },
  });
});

test("a response may not hold what is write-only", () => {
  expect(oneWaySchema(schema, "writeOnly").properties).toMatchObject({
    id: { type: "string" },
    secret: false,
  });
});

test("the same holds in the depth of a schema", () => {
  const nested = { type: "array", items: { anyOf: [{ properties: { id: { readOnly: true } } }] } };
  expect(oneWaySchema(nested, "readOnly").items).toEqual({ anyOf: [{ properties: { id: false } }] });
});

test("a reference into a component keeps its pointer", () => {
  expect(oneWaySchema({ $ref: "#/components/schemas/Job/properties/id" }, "readOnly")).toEqual({
    $ref: "Job#/properties/id",
  });
});

test("a discriminator keeps what it chooses by", () => {
  const discriminator = { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } };
  const oneOf = [{ $ref: "#/components/schemas/Cat" }];
  expect(oneWaySchema({ oneOf, discriminator }, "readOnly")).toEqual({
    oneOf: [{ $ref: "Cat" }],
    discriminator,
  });
});

test("a property may be called discriminator", () => {
  const properties = { discriminator: { type: "string" } };
  expect(oneWaySchema({ properties }, "readOnly")).toEqual({ properties });
});
