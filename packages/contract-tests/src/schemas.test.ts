import { describe, expect, test } from "vitest";
import { type Body, definition, type Schema } from "./definition.ts";
import { createRequestChecks, createSchemaChecks, pointer } from "./schema-check.ts";

const { document, operations } = definition;
const checkOf = createSchemaChecks(document);
const requestCheckOf = createRequestChecks(document);
const schemas = [...schemasIn(document)];

describe("every schema compiles strictly", () => {
  test.each(schemas)("%s", (_, schema) => {
    expect(() => checkOf(schema)).not.toThrow();
  });
});

describe("every schema with a required property refuses an object without any", () => {
  const demanding = schemas.filter(([, { required }]) => Array.isArray(required) && required.length > 0);
  test.each(demanding)("%s", (_, schema) => {
    const missing = (schema["required"] as string[]).map((name) => `${pointer([name])} required`);
    expect(checkOf(schema)({})).toEqual(expect.arrayContaining(missing));
  });
});

describe("every example is valid", () => {
  for (const { operationId, parameters, body, answers } of operations) {
    test.each(parameters)(`${operationId} › $in.$name`, ({ schema, example }) => {
      expect(checkOf(schema)(example)).toEqual([]);
    });
    examplesOf(`${operationId} › request`, body, requestCheckOf);
    for (const answer of answers) examplesOf(`${operationId} › ${answer.status}`, answer.body, checkOf);
  }
});

function examplesOf(title: string, body: Body | undefined, checks: typeof checkOf): void {
  if (body === undefined) return;
  test.each(body.examples)(`${title} › $name`, ({ value }) => {
    expect(checks(body.schema)(value)).toEqual([]);
  });
}

/** The schemas of the components, and every other that something in the document has, with their pointers. */
function* schemasIn(node: unknown, at: readonly string[] = []): Generator<[string, Schema]> {
  if (typeof node !== "object" || node === null) return;
  const isComponents = at.join() === "components,schemas";
  for (const [key, child] of Object.entries(node)) {
    const here = [...at, key];
    if (isComponents || key === "schema") yield [`#${pointer(here)}`, child];
    else yield* schemasIn(child, here);
  }
}
