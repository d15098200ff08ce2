import { expect, test } from "vitest";
import { operationPages } from "./operation-pages.ts";

const parameter = (description: string) => ({
  name: "id",
  in: "path",
  required: true,
  description,
  example: "a",
  schema: { type: "string" },
});

test("a parameter that the operation declares again is told once, as the operation has it", () => {
  const operation = {
    operationId: "getThing",
    summary: "Get One Thing",
    description: "One thing.",
    parameters: [parameter("The operation's own.")],
    responses: {},
  };
  const pages = operationPages({
    paths: { "/things/{id}": { parameters: [parameter("The path's.")], get: operation } },
    components: { schemas: {} },
  });
  const text = pages.map(({ markdown }) => markdown).join("\n");
  expect(text).toContain("The operation's own.");
  expect(text).not.toContain("The path's.");
});
