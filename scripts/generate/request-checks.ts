import { compileChecks } from "./compile-checks.ts";
import type { Definition, Operation, Schema } from "./definition.ts";
import { pascalCase } from "./text.ts";

/** The names of the checks that the definition needs for its requests. */
export interface RequestChecks {
  parameter(name: string, schema: Schema): string;
  body(operation: Operation): string;
}

/**
 * `packages/client/src/request-checks.gen.ts`: one check for each distinct parameter schema and each request body,
 * compiled ahead of time, so that the client carries neither Ajv nor the definition.
 */
export function printRequestChecks({ document, operations }: Definition): {
  source: string;
  names: RequestChecks;
} {
  const checks = new Map<string, Schema>();
  const nameOf = (wanted: string, schema: Schema): string => {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? `check${wanted}` : `check${wanted}${count}`;
      const taken = checks.get(name);
      if (taken === undefined) checks.set(name, schema);
      if (taken === undefined || JSON.stringify(taken) === JSON.stringify(schema)) return name;
    }
  };
  const names: RequestChecks = {
    parameter: (name, schema) => nameOf(pascalCase(name.replaceAll(/\W/g, "")), schema),
    body: ({ operationId, requestBody }) =>
      nameOf(`${pascalCase(operationId)}Body`, requestBody?.schema ?? {}),
  };
  for (const operation of operations) {
    for (const { name, schema } of operation.parameters) names.parameter(name, schema);
    if (operation.requestBody) names.body(operation);
  }
  return { source: compileChecks(document, checks, "readOnly"), names };
}
