import { expect, test } from "vitest";
import type { Document } from "../definition/definition.ts";
import { printTypes } from "./types.ts";

const kind = (only: string) => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { type: "string", const: only, description: `Says ${only}.` } },
});

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  servers: [],
  paths: {},
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: {
          propertyName: "kind",
          mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
        },
      },
      Cat: kind("cat"),
      Dog: kind("dog"),
    },
  },
  // A cast, because the types are made from no more of a document than this.
} as unknown as Document;

test("a discriminating property has one value in each of the types, and is described as it was", async () => {
  const types = await printTypes(document);
  expect(types).toContain('kind: "cat";');
  expect(types).toContain('kind: "dog";');
  expect(types).toMatch(/Says cat\.$/m);
});

test("the document stays as it was", async () => {
  const before = structuredClone(document);
  await printTypes(document);
  expect(document).toEqual(before);
});
