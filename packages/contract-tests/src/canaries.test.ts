import { createPrism } from "@atlas-snapshot-export/mock/prism";
import { describe, expect, test } from "vitest";
import { type Constraint, constraintsOf, placeOf } from "./constraints.ts";
import { type Document, definition, readDefinition } from "./definition.ts";
import { createSchemaChecks } from "./schema-check.ts";

const { document, operations } = definition;

// Prism passes over what it cannot compile. Were that not noticed, all the other cases would be green for nothing.
describe("a definition that would not be validated is refused", () => {
  for (const [keyword, misspelt] of [
    ["pattern", "("],
    ["type", "intger"],
  ] as const) {
    for (const { title, index } of oncePerSchema(keyword)) {
      test(`${title} › ${keyword} "${misspelt}"`, async () => {
        const copy = structuredClone(document);
        Object.assign(constraintsIn(copy)[index]?.constraint.schema ?? {}, { [keyword]: misspelt });
        await expect(createPrism(copy)).rejects.toThrow();
      });
    }
  }

  test.each([
    "https://spec.openapis.org/oas/3.1/dialect/base",
    "http://json-schema.org/draft-07/schema#",
    undefined,
  ])("jsonSchemaDialect %s", async (jsonSchemaDialect) => {
    await expect(createPrism({ ...document, jsonSchemaDialect })).rejects.toThrow();
  });
});

const KNOWN_BAD = "known bad";

describe("an example that breaks the definition is an output violation", async () => {
  const checkOf = createSchemaChecks(document);
  const prism = await createPrism(withKnownBadExamples());
  for (const { operationId, answers } of operations) {
    for (const { status, body } of answers) {
      // A schema that lets everything pass has no bad example.
      if (body === undefined || checkOf(body.schema)(KNOWN_BAD).length === 0) continue;
      test.each(body.examples)(`${operationId} › ${status} › $name`, async ({ name }) => {
        const { violations } = await prism.example(operationId, status, name);
        expect(violations.output).toContainEqual(
          expect.objectContaining({ place: "body", severity: "error" }),
        );
      });
    }
  }
});

/** The definition with the value of every named example replaced. */
function withKnownBadExamples(): object {
  const isNamed = (key: string, value: unknown): value is object =>
    key === "examples" && !Array.isArray(value);
  const spoil = (example: object): object =>
    "value" in example ? { ...example, value: KNOWN_BAD } : example;
  return JSON.parse(
    JSON.stringify(document, (key, value) => {
      if (!isNamed(key, value)) return value;
      return Object.fromEntries(Object.entries(value).map(([name, example]) => [name, spoil(example)]));
    }),
  );
}

/** One constraint of each schema that has the keyword; components are shared. */
function oncePerSchema(keyword: string): { title: string; index: number }[] {
  const seen = new Set<unknown>();
  return constraintsIn(document).flatMap(({ operationId, constraint }, index) => {
    if (constraint.keyword !== keyword || seen.has(constraint.schema)) return [];
    seen.add(constraint.schema);
    return [{ title: `${operationId} › ${placeOf(constraint)}`, index }];
  });
}

/** In an order that a copy of the document has too. */
function constraintsIn(anyDocument: Document): { operationId: string; constraint: Constraint }[] {
  const read = readDefinition(anyDocument);
  return read.operations.flatMap((operation) =>
    [...constraintsOf(read, operation)].map((constraint) => ({
      operationId: operation.operationId,
      constraint,
    })),
  );
}
