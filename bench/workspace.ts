import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeDefinition } from "./definition/write.ts";
import { runProcess } from "./process.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

export interface Workspace {
  /** The directory. */
  readonly workspace: string;
  /** The path of what it is made from. */
  readonly definition: string;
}

/**
 * A copy of this workspace in which everything is made from a definition of so many operations, and built: what
 * somebody has who takes this repository as a model. It is made once in a run of the bench.
 */
export function workspaceOf(operations: number): Workspace {
  const known = made.get(operations);
  if (known) return known;
  const definition = writeDefinition(operations);
  const workspace = fileURLToPath(new URL(`generated/workspaces/${operations}`, import.meta.url));
  makeWorkspace(definition, workspace);
  made.set(operations, { workspace, definition });
  return { workspace, definition };
}

const made = new Map<number, Workspace>();

function makeWorkspace(definition: string, workspace: string): void {
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  for (const part of ["spec", "packages", "tsconfig.json", "vitest.config.ts", "package.json"]) {
    // The links between packages are relative, and lead to the copies.
    cpSync(join(root, part), join(workspace, part), {
      recursive: true,
      verbatimSymlinks: true,
      filter: isSource,
    });
  }
  symlinkSync(join(root, "node_modules"), join(workspace, "node_modules"));
  runProcess(["tools/generate/src/main.ts", "--definition", definition, "--out", workspace], root);
  for (const built of ["types", "client", "mock"]) build(join(workspace, "packages", built));
}

function isSource(path: string): boolean {
  return !/[\\/](dist|\.turbo|\.vite|\.stryker-tmp|reports)$/.test(path);
}

function build(directory: string): void {
  const { scripts } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  const bins = [join(directory, "node_modules/.bin"), join(root, "node_modules/.bin")];
  const PATH = [...bins, process.env["PATH"]].join(delimiter);
  const { status, stdout, stderr } = spawnSync(scripts.build, {
    cwd: directory,
    shell: true,
    encoding: "utf8",
    env: { ...process.env, PATH },
  });
  if (status !== 0) throw new Error(`${directory} could not be built:\n${stdout}${stderr}`);
}
