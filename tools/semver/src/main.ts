// Compares the definition with an older one and writes the changeset that tells users; with --check, only says what
// changed, and fails unless the changesets are high enough.
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Base, bundle, readBase } from "./base.ts";
import type { Change } from "./change.ts";
import { type Changeset, isAsWritten, readLevels, shortfalls, writeChangeset } from "./changesets.ts";
import { compare } from "./compare.ts";
import { parseDefinition, UsageError } from "./definition.ts";
import type { Node } from "./node.ts";
import { printReport } from "./report.ts";

try {
  const { base: wanted, check } = readArguments();
  process.chdir(fileURLToPath(new URL("../../..", import.meta.url)));
  const base = readBase(wanted);
  const changes = compare(base.definition, readHead());
  if (check) report(changes, base);
  else write(changes, base);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function readHead(): Node {
  if (!existsSync(bundle)) throw new UsageError(`There is no ${bundle}. Make it: pnpm generate`);
  return parseDefinition(readFileSync(bundle, "utf8"), bundle);
}

function readArguments(): { base: string | undefined; check: boolean } {
  try {
    const { values } = parseArgs({ options: { base: { type: "string" }, check: { type: "boolean" } } });
    return { base: values.base, check: values.check ?? false };
  } catch (error) {
    throw new UsageError(
      `${(error as Error).message}\n\nUsage: pnpm spec:changeset [--base <git revision or file>] [--check]`,
    );
  }
}

function report(changes: Change[], base: Base): void {
  const found = readLevels(newChangesets(base));
  console.log(printReport(changes, found, base.name));
  if (shortfalls(changes, found).length > 0) process.exitCode = 1;
}

function write(changes: Change[], base: Base): void {
  const wanted = changes.length > 0 ? writeChangeset(changes) : undefined;
  for (const { path, text } of newChangesets(base)) {
    if (path === wanted?.path || !isAsWritten({ path, text })) continue;
    rmSync(path);
    console.log(`deleted ${path}, which an earlier run wrote`);
  }
  if (wanted) {
    writeFileSync(wanted.path, wanted.text);
    console.log(`wrote ${wanted.path}\n\n${wanted.text}`);
  } else {
    console.log(printReport(changes, {}, base.name));
  }
}

/** What the base does not have in these words already. */
function newChangesets({ changesets }: Base): Changeset[] {
  return globSync(".changeset/*.md")
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => path !== ".changeset/README.md")
    .map((path) => ({ path, text: readFileSync(path, "utf8") }))
    .filter(({ path, text }) => changesets[path] !== text);
}
