// Makes every generated file from spec/openapi.yaml; with --check, only says what would change, and fails if anything would.
import { fileURLToPath } from "node:url";
import { type Definition, DefinitionError, readDefinition } from "./generate/definition.ts";
import { printDescription } from "./generate/description.ts";
import { printExampleNames, printExamples, printExampleTypes } from "./generate/examples.ts";
import { compare, type Difference, type MadeFiles, mend } from "./generate/made-files.ts";
import { printMockExample } from "./generate/mock-example.ts";
import { printNames } from "./generate/names.ts";
import { printOperations } from "./generate/operations.ts";
import { printOutputSchema } from "./generate/output-schema.ts";
import { printRequestChecks } from "./generate/request-checks.ts";
import { printResponseChecks } from "./generate/response-checks.ts";
import { printTypes } from "./generate/types.ts";
import { printVersion } from "./generate/version.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  process.chdir(root);
  const made = await make(await readDefinition("spec/openapi.yaml", "spec/redocly.yaml"));
  if (process.argv.includes("--check")) report(compare(root, made));
  else tell(mend(root, made));
} catch (error) {
  if (!(error instanceof DefinitionError)) throw error;
  console.error(`The definition breaks its rules:\n\n${error.message}`);
  process.exitCode = 1;
}

async function make(definition: Definition): Promise<MadeFiles> {
  const { document, operations } = definition;
  const requestChecks = printRequestChecks(definition);
  return {
    "spec/generated/openapi.json": `${JSON.stringify(document, null, 2)}\n`,
    "spec/generated/examples.js": printExamples(operations),
    "spec/generated/examples.d.ts": printExampleTypes(operations),
    "packages/types/src/openapi.gen.ts": await printTypes(document),
    "packages/types/src/names.gen.ts": printNames(definition),
    "packages/client/src/definition.gen.ts": printDescription(definition, requestChecks.names),
    "packages/client/src/operations.gen.ts": printOperations(operations),
    "packages/client/src/request-checks.gen.ts": requestChecks.source,
    "packages/client/src/response-checks.gen.ts": printResponseChecks(definition),
    "packages/client/src/version.gen.ts": printVersion("packages/client/package.json"),
    "packages/mock/src/examples.gen.ts": printExampleNames(operations),
    "packages/cli/src/mock-example.gen.ts": printMockExample(document),
    "packages/cli/generated/output.schema.json": printOutputSchema(
      document,
      "packages/cli/output.schema.yaml",
    ),
  };
}

function report(differences: Difference[]): void {
  if (differences.length === 0) return;
  const lines = differences.map(({ path, what }) => `  ${what.padEnd(8)}${path}`);
  console.error(
    `Made files do not match spec/openapi.yaml:\n${lines.join("\n")}\n\nTo mend it, run: pnpm generate`,
  );
  process.exitCode = 1;
}

function tell(differences: Difference[]): void {
  for (const { path, what } of differences) {
    console.log(`${what === "stray" ? "deleted" : "wrote"} ${path}`);
  }
}
