import { expect, test } from "vitest";
import { withDefinition } from "./output-schema.ts";

const own = {
  oneOf: [{ $ref: "#/$defs/Pets" }],
  $defs: { Pets: { properties: { pets: { type: "array", items: { $ref: "#/$defs/Pet" } } } } },
};

test("the definition's schemas are put where the own ones lead, and no others", () => {
  const Pet = { type: "object", properties: { owner: { $ref: "#/components/schemas/Owner" } } };
  const Owner = { type: "object", properties: { pets: { $ref: "#/components/schemas/Pet" } } };
  expect(withDefinition(own, { Pet, Owner, Vet: { type: "object" } })).toEqual({
    ...own,
    $defs: {
      ...own.$defs,
      Pet: { type: "object", properties: { owner: { $ref: "#/$defs/Owner" } } },
      Owner: { type: "object", properties: { pets: { $ref: "#/$defs/Pet" } } },
    },
  });
});

test("a list of values becomes examples, because the service may add one", () => {
  const Pet = { type: "object", properties: { kind: { type: "string", enum: ["cat", "dog"] } } };
  expect(withDefinition(own, { Pet }).$defs["Pet"]).toEqual({
    type: "object",
    properties: { kind: { type: "string", examples: ["cat", "dog"] } },
  });
});

test("a kind that is not known may be anything", () => {
  const Cat = { type: "object", required: ["purr"], properties: { kind: { const: "cat" } } };
  const Pet = {
    oneOf: [{ $ref: "#/components/schemas/Cat" }],
    discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
  };
  expect(withDefinition(own, { Pet, Cat }).$defs["Pet"]).toEqual({
    anyOf: [{ $ref: "#/$defs/Cat" }, { type: "object", properties: { kind: { not: { enum: ["cat"] } } } }],
  });
});

test("a property may go by the name of a keyword, and annotations of OpenAPI are left out", () => {
  const Pet = { type: "object", readOnly: true, properties: { enum: { type: "string", readOnly: true } } };
  expect(withDefinition(own, { Pet }).$defs["Pet"]).toEqual({
    type: "object",
    properties: { enum: { type: "string" } },
  });
});

test("a reference to what nothing defines is an error", () => {
  expect(() => withDefinition(own, {})).toThrow("output.schema.yaml refers to Pet, which nothing defines");
});
