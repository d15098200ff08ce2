import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Definition, Document } from "../definition/definition.ts";
import { refuseHidden } from "../definition/hidden-exports.ts";
import { checkCompiler } from "../print/compile-checks.ts";
import { printDescription } from "../print/description.ts";
import { printExampleNames, printExamples, printExampleTypes } from "../print/examples.ts";
import { printMockExample } from "../print/mock-example.ts";
import { printNames } from "../print/names.ts";
import { printOperations } from "../print/operations.ts";
import { outputSchemaSource, printOutputSchema } from "../print/output-schema.ts";
import { printTypes } from "../print/types.ts";
import { printVersion } from "../print/version.ts";
import type { MadeFiles } from "./made-files.ts";

/** The bundle: what everything downstream reads. */
export const bundlePath = "spec/generated/openapi.json";

/**
 * Every file that the definition yields.
 *
 * @param root where the packages are, which add what the definition cannot say
 */
export async function make(definition: Definition, root: string): Promise<MadeFiles> {
  const { document, operations } = definition;
  const checks = checkCompiler(document);
  const description = printDescription(definition, checks);
  const [functions, names] = [printOperations(operations), printNames(definition)];
  refuseHidden(readFileSync(join(root, "packages/client/src/index.ts"), "utf8"), functions, names);
  return {
    [bundlePath]: `${JSON.stringify(document, null, 2)}\n`,
    "spec/generated/examples.js": printExamples(operations),
    "spec/generated/examples.d.ts": printExampleTypes(operations),
    "packages/types/src/openapi.gen.ts": await printTypes(document),
    "packages/types/src/names.gen.ts": names,
    "packages/client/src/checks.gen.ts": checks.print(),
    "packages/client/src/definition.gen.ts": description,
    "packages/client/src/operations.gen.ts": functions,
    "packages/client/src/version.gen.ts": printVersion(root),
    "packages/mock/src/examples.gen.ts": printExampleNames(operations),
    ...(existsSync(join(root, outputSchemaSource)) ? makeForCli(document, root) : {}),
  };
}

/** What the command line needs; who takes the repository as a model may do without it. */
function makeForCli(document: Document, root: string): MadeFiles {
  return {
    "packages/cli/src/mock-example.gen.ts": printMockExample(document),
    "packages/cli/generated/output.schema.json": printOutputSchema(document, root),
  };
}
