import { type Operation, successOf } from "../definition/definition.ts";
import { docComment, header, pascalCase, printTypeImport } from "./text.ts";

/** `packages/client/src/operations.gen.ts`: one documented function for each operation. */
export function printOperations(operations: Operation[]): string {
  const ids = operations.map(({ operationId }) => operationId).sort();
  const types = ids.flatMap((id) => [`${pascalCase(id)}Input`, `${pascalCase(id)}Result`]);
  return [
    header,
    printTypeImport(types, "@atlas-snapshot-export/types"),
    `import { type CallOptions, call } from "./call.ts";`,
    `import type { AtlasClient } from "./create-client.ts";`,
    `import * as definition from "./definition.gen.ts";`,
    "",
    ...operations.flatMap((operation) => [printFunction(operation), ""]),
  ].join("\n");
}

function printFunction(operation: Operation): string {
  const { operationId, summary, description, deprecated, responses } = operation;
  const success = successOf(operation);
  const errors = responses
    .filter(({ status }) => status >= 400)
    .map((response) => `- ${response.status}: ${response.description.replaceAll(/\s+/g, " ").trim()}`);
  const doc = docComment(
    [
      `${summary}.`,
      "",
      description.trim(),
      "",
      `\`${operation.method} ${operation.path}\``,
      "",
      ...(deprecated ? ["@deprecated The service may do without it one day."] : []),
      `@returns ${success.description.replaceAll(/\s+/g, " ").trim()}`,
      "@throws {RequestValidationError} before anything is sent, when the input breaks the definition",
      "@throws {AuthenticationError} when signing in fails",
      "@throws {NetworkError} when no whole, readable answer came",
      ...(success.body
        ? [
            '@throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition',
          ]
        : []),
      "@throws {AtlasApiError} on every status that is not 2xx:",
      ...errors,
    ].join("\n"),
  );
  const name = pascalCase(operationId);
  return `${doc}
export function ${operationId}(
  atlas: AtlasClient,
  input: ${name}Input,
  options?: CallOptions,
): Promise<${name}Result> {
  return call(atlas, definition.${operationId}, input, options);
}`;
}
