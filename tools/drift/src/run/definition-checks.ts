import {
  type Definition,
  DefinitionError,
  readDefinition,
} from "@atlas-snapshot-export/generate/definition/definition";
import {
  compare as compareMadeFiles,
  type MadeFiles,
} from "@atlas-snapshot-export/generate/files/made-files";
import { bundlePath, make } from "@atlas-snapshot-export/generate/files/make";
import { printDifferences } from "@atlas-snapshot-export/generate/files/report";
import { shortfalls } from "@atlas-snapshot-export/semver/changesets";
import { compare } from "@atlas-snapshot-export/semver/compare";
import { parseDefinition } from "@atlas-snapshot-export/semver/definition";
import { printReport } from "@atlas-snapshot-export/semver/report";
import type { Alarm } from "../verdict.ts";
import type { Tree } from "./tree.ts";

/** What the definition yields, or what is wrong with it. */
export type Reading = { made: MadeFiles } | { alarm: Alarm };

/** `pnpm lint` of the definition, and the files that `pnpm generate` would write. */
export async function readAndMake({ root }: Tree): Promise<Reading> {
  try {
    const definition: Definition = await readDefinition(
      `${root}/spec/openapi.yaml`,
      `${root}/spec/redocly.yaml`,
    );
    return { made: await make(definition, root) };
  } catch (error) {
    if (error instanceof DefinitionError) return { alarm: { by: "lint", message: error.message } };
    throw error;
  }
}

/** `pnpm generate --check`. */
export function checkMadeFiles(tree: Tree, made: MadeFiles): Alarm | undefined {
  const differences = compareMadeFiles(tree.root, made);
  if (differences.length === 0) return undefined;
  const message = printDifferences(differences, made, (path) => tree.read(path) ?? "");
  return { by: "generate --check", message };
}

/** `pnpm generate`: tells what it wrote. */
export function generate(tree: Tree, made: MadeFiles): string[] {
  const changed = Object.entries(made).filter(([path, text]) => tree.read(path) !== text);
  tree.write(Object.fromEntries(changed));
  return changed.map(([path]) => path);
}

/** `pnpm spec:changeset --check`, without any changeset, against the definition as it was. */
export function checkPast(tree: Tree, baseBundle: string): Alarm | undefined {
  const head = parseDefinition(tree.read(bundlePath) ?? "", bundlePath);
  const changes = compare(parseDefinition(baseBundle, bundlePath), head);
  if (shortfalls(changes, {}).length === 0) return undefined;
  return { by: "spec:changeset --check", message: printReport(changes, {}, "main") };
}
