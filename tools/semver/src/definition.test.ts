import { expect, test } from "vitest";
import { parseDefinition, UsageError } from "./definition.ts";

test.each(['{"openapi":"3.1.0","paths":{}}', "openapi: 3.0.3\npaths: {}\n"])(
  "reads JSON and YAML: %j",
  (text) => {
    expect(parseDefinition(text, "base")).toHaveProperty("paths", {});
  },
);

test.each([
  ["", /^base is not an OpenAPI 3 definition/],
  ["null", /^base is not an OpenAPI 3 definition/],
  ["just text", /^base is not an OpenAPI 3 definition/],
  ["swagger: '2.0'\npaths: {}\n", /^base is not an OpenAPI 3 definition/],
  ["openapi: 3.1.0\n", /`paths`/],
  ["openapi: [", /^base is neither JSON nor YAML: .*line 1/],
  ['{"openapi":', /^base is neither JSON nor YAML: /],
  [
    "openapi: 3.1.0\npaths:\n  /a:\n    $ref: paths/a.yaml#/a\n",
    /^base refers to another file, paths\/a\.yaml#\/a\./,
  ],
])("refuses %j in one line", (text, message) => {
  expect(() => parseDefinition(text, "base")).toThrow(UsageError);
  expect(() => parseDefinition(text, "base")).toThrow(message);
  expect(() => parseDefinition(text, "base")).not.toThrow(/\n/);
});
