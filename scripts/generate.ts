// Makes every generated file from spec/openapi.yaml; with --check, only says what would change, and fails if anything would.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DefinitionError, readDefinition } from "./generate/definition.ts";
import { compare, type Difference, mend } from "./generate/made-files.ts";
import { make } from "./generate/make.ts";
import { printDifferences } from "./generate/report.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  process.chdir(root);
  const made = await make(await readDefinition("spec/openapi.yaml", "spec/redocly.yaml"), root);
  if (process.argv.includes("--check")) {
    const differences = compare(root, made);
    if (differences.length > 0) {
      console.error(printDifferences(differences, made, (path) => readFileSync(join(root, path), "utf8")));
      process.exitCode = 1;
    }
  } else tell(mend(root, made));
} catch (error) {
  if (!(error instanceof DefinitionError)) throw error;
  console.error(`The definition breaks its rules:\n\n${error.message}`);
  process.exitCode = 1;
}

function tell(differences: Difference[]): void {
  for (const { path, what } of differences) {
    console.log(`${what === "stray" ? "deleted" : "wrote"} ${path}`);
  }
}
