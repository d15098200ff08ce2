import { expect, test } from "vitest";
import type { Parameter } from "./definition.ts";
import { operationPages } from "./operation-pages.ts";

const parameter = (description: string, name = "id") => ({
  name,
  in: "path",
  required: true,
  description,
  example: "a",
  schema: { type: "string" },
});

const pagesOf = (own: Parameter, shared: Parameter, deprecated = false) => {
  const operation = {
    deprecated,
    operationId: "getThing",
    summary: "Get One Thing",
    description: "One thing.",
    parameters: [own],
    responses: {},
  };
  const paths = { "/things/{id}": { parameters: [shared], get: operation } };
  const pages = operationPages({ paths, components: { schemas: {} } });
  return pages.map(({ markdown }) => markdown).join("\n");
};

test("a parameter that the operation declares again is told once, as the operation has it", () => {
  const text = pagesOf(parameter("The operation's own."), parameter("The path's."));
  expect(text).toContain("The operation's own.");
  expect(text).not.toContain("The path's.");
});

test("an operation and a parameter say that they are deprecated", () => {
  const [kept, given] = [parameter("An id."), { ...parameter("An old id.", "old"), deprecated: true }];
  expect(pagesOf(kept, kept)).not.toContain("Deprecated");
  expect(pagesOf(kept, kept, true)).toContain("**Deprecated:**");
  expect(pagesOf(kept, given)).toContain("Required. **Deprecated.** An old id.");
});

test("a parameter whose name is no identifier stands in quotes in the call", () => {
  const text = pagesOf(parameter("A factor.", "2fa"), parameter("An id."));
  expect(text).toContain('  id: "a",\n  "2fa": "a"\n');
});
