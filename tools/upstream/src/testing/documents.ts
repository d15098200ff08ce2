import { type OpenApiDocument, toDocument } from "../document.ts";

type Json = Record<string, unknown>;

/**
 * A definition in our shape, small: 3.1, one schema for each direction, everything shared in components.
 * Read only: `withChange` makes another one.
 */
export const definition: Json = {
  openapi: "3.1.0",
  servers: [{ url: "https://vault.example" }],
  security: [{ Account: [] }, { Key: [] }],
  paths: {
    "/groups/{groupId}/exports": {
      parameters: [{ $ref: "#/components/parameters/groupId" }],
      post: {
        operationId: "createExport",
        parameters: [{ name: "X-Trace", in: "header", schema: { type: "string" } }],
        requestBody: {
          required: true,
          content: {
            "application/vnd.atlas.2023-01-01+json": {
              schema: { $ref: "#/components/schemas/ExportRequest" },
            },
          },
        },
        responses: {
          "200": {
            headers: { "RateLimit-Limit": { $ref: "#/components/headers/RateLimit-Limit" } },
            content: {
              "application/vnd.atlas.2023-01-01+json": { schema: { $ref: "#/components/schemas/Export" } },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
        },
      },
      get: {
        operationId: "listExports",
        parameters: [{ $ref: "#/components/parameters/pageNum" }],
        responses: {
          "200": {
            content: {
              "application/vnd.atlas.2023-01-01+json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Export" } },
              },
            },
          },
          "400": { $ref: "#/components/responses/BadRequest" },
        },
      },
    },
    "/buckets": {
      get: {
        operationId: "getBucket",
        responses: {
          "200": {
            content: {
              "application/vnd.atlas.2024-05-30+json": { schema: { $ref: "#/components/schemas/Bucket" } },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      Account: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "/api/oauth/token", scopes: { read: "Reads" } } },
      },
      Key: { type: "http", scheme: "digest" },
    },
    parameters: {
      groupId: { name: "groupId", in: "path", required: true, schema: { $ref: "#/components/schemas/Id" } },
      pageNum: { name: "pageNum", in: "query", schema: { type: "integer", minimum: 1, default: 1 } },
    },
    headers: { "RateLimit-Limit": { schema: { type: "integer" } } },
    responses: {
      BadRequest: { content: { "application/json": { schema: { $ref: "#/components/schemas/Problem" } } } },
    },
    schemas: {
      Id: { type: "string", pattern: "^[a-f0-9]{24}$" },
      ExportRequest: {
        type: "object",
        required: ["snapshotId"],
        properties: { snapshotId: { $ref: "#/components/schemas/Id" } },
      },
      Export: {
        type: "object",
        required: ["id"],
        properties: {
          id: { description: "Its id.", $ref: "#/components/schemas/Id" },
          state: { type: "string", enum: ["Failed", "Queued"] },
          finishedAt: { type: ["string", "null"], format: "date-time" },
          size: { type: "number", exclusiveMinimum: 0 },
          reason: { anyOf: [{ $ref: "#/components/schemas/Reason" }, { type: "null" }] },
          labels: { type: "object", additionalProperties: { type: "string", maxLength: 64 } },
          tags: { type: "array", items: { type: "string" } },
          parts: { type: "array", items: { $ref: "#/components/schemas/Export" } },
        },
      },
      Reason: { type: "object", properties: { text: { type: "string" }, code: { const: "FAILED" } } },
      Problem: { type: "object", properties: { error: { type: "integer", format: "int32" } } },
      Bucket: {
        oneOf: [{ $ref: "#/components/schemas/NearBucket" }, { $ref: "#/components/schemas/FarBucket" }],
        discriminator: {
          propertyName: "provider",
          mapping: { NEAR: "#/components/schemas/NearBucket", FAR: "#/components/schemas/FarBucket" },
        },
      },
      NearBucket: {
        type: "object",
        required: ["provider"],
        properties: { provider: { type: "string", const: "NEAR" }, name: { type: "string", maxLength: 63 } },
      },
      FarBucket: {
        type: "object",
        required: ["provider", "distance"],
        properties: {
          provider: { type: "string", const: "FAR" },
          name: { type: "string", maxLength: 63 },
          distance: { type: "integer" },
        },
      },
    },
  },
};

/** The same interface as a vendor would write it: 3.0, several dates side by side, a mapping without `oneOf`. */
export const upstream: Json = {
  openapi: "3.0.1",
  info: { title: "Vault", description: "Prose that nobody compares." },
  security: [{ DigestAuth: [] }, { ServiceAccounts: [] }],
  tags: [{ name: "Other" }],
  paths: {
    "/other": { get: { operationId: "getOther", responses: { "200": { description: "OK" } } } },
    "/groups/{groupId}/exports": {
      post: {
        operationId: "createExport",
        summary: "Another sentence",
        parameters: [
          { $ref: "#/components/parameters/project" },
          { name: "x-trace", in: "header", required: false, schema: { type: "string", example: "abc" } },
        ],
        requestBody: {
          required: true,
          content: {
            "application/vnd.atlas.2022-06-01+json": { schema: { type: "object" } },
            "application/vnd.atlas.2023-01-01+json": {
              schema: { $ref: "#/components/schemas/NewExportView" },
            },
          },
        },
        responses: {
          "200": {
            headers: { "ratelimit-limit": { $ref: "#/components/headers/Limit" } },
            content: {
              "application/vnd.atlas.2022-06-01+json": {
                schema: { type: "object" },
                "x-sunset": "2025-01-01",
              },
              "application/vnd.atlas.2023-01-01+json": {
                schema: { $ref: "#/components/schemas/ExportView" },
              },
              "application/vnd.atlas.preview+json": { schema: { type: "object" } },
            },
          },
          "400": { $ref: "#/components/responses/badRequest" },
        },
      },
      get: {
        operationId: "listExports",
        parameters: [
          {
            name: "pageNum",
            in: "query",
            style: "form",
            schema: { type: "integer", minimum: 1, default: 1 },
          },
          { $ref: "#/components/parameters/project" },
        ],
        responses: {
          "200": {
            content: {
              "application/vnd.atlas.2023-01-01+json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/ExportView" }, minItems: 0 },
              },
            },
          },
          "400": { $ref: "#/components/responses/badRequest" },
        },
      },
    },
    "/buckets": {
      get: {
        operationId: "getBucket",
        responses: {
          "200": {
            content: {
              "application/vnd.atlas.2023-01-01+json": { schema: { $ref: "#/components/schemas/NearView" } },
              "application/vnd.atlas.2024-05-30+json": {
                schema: { $ref: "#/components/schemas/BucketView" },
              },
            },
          },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      DigestAuth: { type: "http", scheme: "Digest" },
      ServiceAccounts: {
        type: "oauth2",
        flows: {
          clientCredentials: {
            tokenUrl: "https://vault.example/api/oauth/token",
            scopes: { read: "May read" },
          },
        },
      },
    },
    parameters: {
      project: {
        name: "groupId",
        in: "path",
        required: true,
        schema: { type: "string", pattern: "^[a-f0-9]{24}$" },
      },
    },
    headers: { Limit: { description: "How many.", schema: { type: "integer" } } },
    responses: {
      badRequest: {
        content: {
          "application/json": {
            schema: { $ref: "#/components/schemas/ProblemView" },
            example: { error: 400 },
          },
        },
      },
    },
    schemas: {
      NewExportView: {
        type: "object",
        required: ["snapshotId"],
        properties: { snapshotId: { type: "string", pattern: "^[a-f0-9]{24}$", example: "6ae8" } },
      },
      Named: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string", pattern: "^[a-f0-9]{24}$" } },
      },
      ExportView: {
        allOf: [
          { $ref: "#/components/schemas/Named" },
          {
            type: "object",
            properties: {
              state: { type: "string", enum: ["Queued", "Failed"], nullable: false },
              finishedAt: { type: "string", format: "date-time", nullable: true },
              size: { type: "number", minimum: 0, exclusiveMinimum: true },
              reason: { allOf: [{ $ref: "#/components/schemas/ReasonView" }], nullable: true },
              labels: { type: "object", additionalProperties: { type: "string", maxLength: 64 } },
              tags: { type: "array", items: { type: "string" } },
              parts: { type: "array", items: { $ref: "#/components/schemas/ExportView" } },
            },
          },
        ],
      },
      ReasonView: {
        type: "object",
        additionalProperties: true,
        properties: { text: { type: "string" }, code: { enum: ["FAILED"] } },
      },
      ProblemView: {
        type: "object",
        properties: { error: { type: "integer", format: "int32", title: "Status" } },
      },
      BucketView: {
        type: "object",
        required: ["provider"],
        properties: {
          provider: { type: "string", enum: ["NEAR", "FAR"] },
          name: { type: "string", maxLength: 63 },
        },
        discriminator: {
          propertyName: "provider",
          mapping: { FAR: "#/components/schemas/FarView", NEAR: "#/components/schemas/NearView" },
        },
      },
      NearView: { allOf: [{ $ref: "#/components/schemas/BucketView" }] },
      FarView: {
        allOf: [
          { $ref: "#/components/schemas/BucketView" },
          { type: "object", properties: { distance: { type: "integer" } } },
        ],
        required: ["distance"],
      },
    },
  },
};

/**
 * A copy of the document with another value in one place.
 *
 * @param place keys with spaces between them
 * @param value `undefined` deletes
 */
export function withChange(document: Json, place: string, value: unknown): Json {
  const copy = structuredClone(document);
  const keys = place.split(" ");
  const last = keys.pop() ?? "";
  const owner = keys.reduce<Json>((parent, key) => {
    const child = parent[key];
    if (typeof child !== "object" || child === null)
      throw new Error(`There is no ${key} on the way to ${place}.`);
    // Not null, and an index of an array is a key as good as any.
    return child as Json;
  }, copy);
  if (value === undefined && !(last in owner)) throw new Error(`There is no ${place} to delete.`);
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

export const toOurs = (root: Json): OpenApiDocument => toDocument("spec/generated/openapi.json", root);
export const toVendor = (root: Json): OpenApiDocument => toDocument("vendor.yaml", root);
