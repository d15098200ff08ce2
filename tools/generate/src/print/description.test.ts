import ts from "typescript";
import { expect, test } from "vitest";
import type { Definition, Document } from "../definition/definition.ts";
import { checkCompiler } from "./compile-checks.ts";
import { printDescription } from "./description.ts";

const document = {
  servers: [{ url: "https://host" }],
  components: {
    schemas: {},
    securitySchemes: { one: { flows: { clientCredentials: { tokenUrl: "/token" } } } },
  },
  // A cast, because no more of the document is read.
} as unknown as Document;

function definitionWith(...names: string[]): Definition {
  const parameters = names.map((name, index) => ({
    name,
    in: "query" as const,
    required: false,
    description: "One.",
    schema: { type: "string", maxLength: index + 1 },
  }));
  const responses = [{ status: 204, description: "Done.", body: undefined }];
  const operation = { operationId: "getThing", method: "GET", path: "/", summary: "s", description: "d" };
  return { document, operations: [{ ...operation, parameters, requestBody: undefined, responses }] };
}

test.each([
  [document.components["securitySchemes"], true],
  [{ one: { type: "http", scheme: "bearer" } }, false],
])("the path of the token endpoint is known where there is one: %j", (securitySchemes, expected) => {
  const other = { ...document, components: { ...document.components, securitySchemes } } as Document;
  const description = printDescription({ ...definitionWith(), document: other }, checkCompiler(other));
  expect(description.includes('export const tokenPath = "/token";')).toBe(expected);
});

test("a parameter may have a name that is no identifier", () => {
  const checks = checkCompiler(document);
  const description = printDescription(definitionWith("2fa", "$", "filter[id]", "größe"), checks);
  for (const code of [description, checks.print()]) {
    expect(ts.transpileModule(code, { reportDiagnostics: true }).diagnostics).toEqual([]);
  }
  expect(description).toContain('"filter[id]": { in: "query"');
  expect(checks.print().match(/^export const/gm)).toHaveLength(4);
});
