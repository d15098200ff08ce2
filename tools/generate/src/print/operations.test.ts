import { expect, test } from "vitest";
import type { Operation } from "../definition/definition.ts";
import { printOperations } from "./operations.ts";

const operation: Operation = {
  operationId: "getThing",
  method: "GET",
  path: "/things/{id}",
  summary: "Get One Thing",
  description: "One thing.",
  parameters: [],
  requestBody: undefined,
  responses: [
    {
      status: 200,
      description: "The thing.",
      body: { mediaType: "application/json", schema: {}, examples: {} },
    },
    { status: 404, description: "There is none.", body: undefined },
  ],
};

const thrown = (one: Operation) =>
  [...printOperations([one]).matchAll(/@throws \{(\w+)\}/g)].map(([, name]) => name);

test("a function names every error that its call can end with", () => {
  expect(thrown(operation)).toEqual([
    "RequestValidationError",
    "AuthenticationError",
    "NetworkError",
    "ResponseValidationError",
    "AtlasApiError",
  ]);
});

test("a function is deprecated where its operation is", () => {
  expect(printOperations([operation])).not.toContain("@deprecated");
  expect(printOperations([{ ...operation, deprecated: true }])).toMatch(/\* @deprecated \w/);
});

test("an answer without a body cannot break the definition", () => {
  const [success, ...errors] = operation.responses as [Operation["responses"][0]];
  const bare = { ...operation, responses: [{ ...success, body: undefined }, ...errors] };
  expect(thrown(bare)).not.toContain("ResponseValidationError");
});
