// Takes the packages as a release would pack them, and uses them wherever their users do: one line for each runtime and
// each compiler. With names of lines, only those.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createProject, install } from "./check-pack/project.ts";
import { pack } from "./check-pack/tarball.ts";
import { judge } from "./runtimes/judge.ts";
import { addPrograms } from "./runtimes/programs.ts";
import type { World } from "./runtimes/row.ts";
import { type Table, tables } from "./runtimes/rows.ts";
import { layOut } from "./runtimes/table.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const wanted = process.argv.slice(2);
const known = tables.flatMap(({ rows }) => rows.map(({ name }) => name));
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(", ")}. The rows are ${known.join(", ")}.`);
  process.exit(2);
}

const scratch = mkdtempSync(join(tmpdir(), "runtimes-"));
try {
  const world = await createWorld();
  const reasons: string[] = [];
  for (const table of tables) reasons.push(...(await fill(table, world)));
  for (const reason of reasons) console.log(reason);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Prints each line as soon as it is known. Answers with why a line is not ok. */
async function fill({ title, columns, rows }: Table, world: World): Promise<string[]> {
  const chosen = rows.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  if (chosen.length === 0) return [];
  const headings = [title, "version", ...columns, "result"];
  const line = layOut(
    headings,
    chosen.map(({ name }) => name),
  );
  const allReasons: string[] = [];
  console.log(line(headings));
  for (const { name, open } of chosen) {
    const { version, cells, result, reasons } = await judge(open, world);
    console.log(line([name, version, ...columns.map((column) => cells[column] ?? "–"), result]));
    // What a machine lacks is forgiven, unless it is there to check everything.
    if (result === "FAIL" || (result === "skipped" && process.env["CI"])) process.exitCode = 1;
    allReasons.push(...reasons.map((reason) => `${name}: ${reason}\n`));
  }
  console.log();
  return allReasons;
}

async function createWorld(): Promise<World> {
  const newFolder = () => mkdtempSync(join(scratch, "row-"));
  const tarballs = pack(root, join(scratch, "tarballs"));
  const project = join(scratch, "project");
  createProject(project, tarballs);
  await install(project);
  addPrograms(project);
  const { startMock } = createRequire(join(project, "package.json"))("@atlas-snapshot-export/mock");
  return { tarballs, newFolder, project, startMock };
}
