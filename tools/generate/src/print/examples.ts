import type { Operation } from "../definition/definition.ts";
import { header, propertyKey } from "./text.ts";

/** `spec/generated/examples.js`: every named example of the definition, by operation. */
export function printExamples(operations: Operation[]): string {
  return `${header}\nexport const examples = ${JSON.stringify(collect(operations), null, 2)};\n`;
}

/** `spec/generated/examples.d.ts`: JSON text is also the literal type of its value. */
export function printExampleTypes(operations: Operation[]): string {
  const type = JSON.stringify(collect(operations), null, 2);
  return `${header}\n/** Every named example of the definition: \`examples[operationId].responses[status][name]\`. */\nexport declare const examples: ${type};\n`;
}

function collect(operations: Operation[]): object {
  return Object.fromEntries(
    operations.map(({ operationId, requestBody, responses }) => [
      operationId,
      {
        requests: requestBody?.examples ?? {},
        responses: Object.fromEntries(responses.map(({ status, body }) => [status, body?.examples ?? {}])),
      },
    ]),
  );
}

/** `packages/mock/src/examples.gen.ts`: the names alone, so that a scenario which names none of them does not compile. */
export function printExampleNames(operations: Operation[]): string {
  const entries = operations.map(({ operationId, responses }) => {
    const names = responses.map(({ status, body }) => {
      const union = Object.keys(body?.examples ?? {}).map((name) => JSON.stringify(name));
      return `    ${status}: ${union.join(" | ") || "never"};`;
    });
    return `  ${propertyKey(operationId)}: {\n${names.join("\n")}\n  };`;
  });
  return [
    header,
    "/** The named examples of each operation, by status. */",
    `export interface ExampleNames {\n${entries.join("\n")}\n}`,
    "",
  ].join("\n");
}
