import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { createPrism } from "./prism.ts";

type Definition = typeof definition;

test.each<[string, (broken: Definition) => unknown, string]>([
  [
    "a misspelt type in a request",
    ({ components }) => Object.assign(components.schemas.CustomDataEntry.properties.key, { type: "strng" }),
    "POST /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports (request body",
  ],
  [
    "a misspelt type deep in an answer",
    ({ components }) =>
      Object.assign(components.schemas.ExportJobComponent.properties.replicaSetName, { type: "strng" }),
    "(responses 200 contents application/vnd.atlas.2023-01-01+json)",
  ],
  [
    "a pattern that is no regular expression",
    ({ components }) => Object.assign(components.schemas.ObjectId, { pattern: "^[a-f0-9{24}$" }),
    "backup/exports (",
  ],
  [
    "a misspelt type of a query parameter",
    ({ components }) => Object.assign(components.parameters.itemsPerPage.schema, { type: "intger" }),
    "(request query itemsPerPage)",
  ],
  [
    "a misspelt type of a header",
    ({ components }) => Object.assign(components.headers["Retry-After"].schema, { type: "intger" }),
    "(responses 429 headers Retry-After)",
  ],
  [
    "a missing dialect",
    (broken) => Reflect.deleteProperty(broken, "jsonSchemaDialect"),
    "The definition's jsonSchemaDialect is missing",
  ],
  [
    "the dialect of OpenAPI itself",
    (broken) =>
      Object.assign(broken, { jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base" }),
    "The definition's jsonSchemaDialect is https://spec.openapis.org/oas/3.1/dialect/base",
  ],
])("%s, which would switch validation off, is an error at start", async (_, breakIt, message) => {
  const broken = structuredClone(definition);
  breakIt(broken);
  await expect(createPrism(broken)).rejects.toThrow(message);
});

test("a schema that lets everything pass is none", async () => {
  const open = structuredClone(definition);
  Object.assign(open.components.schemas, { ObjectId: {} });
  await expect(createPrism(open)).resolves.toBeDefined();
});
