/**
 * Makes every generated file: from spec/openapi.yaml all of them but the client's version, which is from its
 * package.json, and the schema of the CLI's output, for which packages/cli/output.schema.yaml is needed as well. With
 * --check, only says what would change, and fails if anything would. `--definition <openapi.yaml>` takes another
 * definition, and `--out <folder>` puts the files into another folder, laid out like this repository.
 */
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { DefinitionError, readDefinition } from "./definition/definition.ts";
import { compare, type Difference, mend } from "./files/made-files.ts";
import { make } from "./files/make.ts";
import { printDifferences } from "./files/report.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

try {
  const { check, definition, out } = readArguments();
  process.chdir(root);
  const made = await make(await readDefinition(definition, "spec/redocly.yaml"), root);
  if (check) {
    const differences = compare(out, made);
    if (differences.length > 0) {
      console.error(printDifferences(differences, made, (path) => readFileSync(join(out, path), "utf8")));
      process.exitCode = 1;
    }
  } else tell(mend(out, made));
} catch (error) {
  if (!(error instanceof DefinitionError)) throw error;
  console.error(`The definition breaks its rules:\n\n${error.message}`);
  process.exitCode = 1;
}

function readArguments(): { check: boolean; definition: string; out: string } {
  try {
    const { values } = parseArgs({
      options: {
        check: { type: "boolean", default: false },
        definition: { type: "string", default: `${root}/spec/openapi.yaml` },
        out: { type: "string", default: root },
      },
    });
    return { ...values, definition: resolve(values.definition), out: resolve(values.out) };
  } catch (error) {
    console.error((error as Error).message);
    console.error("Usage: pnpm generate [--check] [--definition <openapi.yaml>] [--out <folder>]");
    process.exit(2);
  }
}

function tell(differences: Difference[]): void {
  for (const { path, what } of differences) {
    console.log(`${what === "stray" ? "deleted" : "wrote"} ${path}`);
  }
}
