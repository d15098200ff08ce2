import { compileChecks } from "./compile-checks.ts";
import { type Definition, type Schema, successOf } from "./definition.ts";
import { propertyKey } from "./text.ts";

/** `packages/client/src/response-checks.gen.ts`: one check for what each operation answers with when all is well. */
export function printResponseChecks({ document, operations }: Definition): string {
  const bodies = new Map<string, { name: string; schema: Schema }>();
  for (const operation of operations) {
    const { body } = successOf(operation);
    if (body)
      bodies.set(operation.operationId, { name: `${operation.operationId}Result`, schema: body.schema });
  }
  const checks = new Map([...bodies.values()].map(({ name, schema }) => [name, schema]));
  const entries = [...bodies].map(([operationId, { name }]) => `  ${propertyKey(operationId)}: ${name},`);
  return [
    compileChecks(document, checks, "writeOnly"),
    "/** By operationId. */",
    `export const responseChecks: Record<string, Check> = {\n${entries.join("\n")}\n};`,
    "",
  ].join("\n");
}
