import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import type { Failure } from "./failures-reporter.ts";
import type { Package } from "./packages.ts";

/** How a command ended, and all that it printed. */
export interface Ended {
  isSuccessful: boolean;
  output: string;
}

/** Runs a script of a package as pnpm does. */
export function runScript(root: string, { directory, scripts }: Package, script: string): Promise<Ended> {
  return run(root, directory, "sh", ["-c", scripts[script] ?? "false"]);
}

const reporter = fileURLToPath(new URL("failures-reporter.ts", import.meta.url));

/** How long a test may take, in milliseconds: a machine that is slow today must not be taken for a change. */
const testTimeoutMs = 300_000;

/**
 * Runs a package's tests up to the first that fails.
 *
 * @param which arguments for Vitest
 */
export async function runTests(
  root: string,
  { directory }: Package,
  which: readonly string[],
): Promise<Failure[]> {
  const report = join(root, directory, "failures.json");
  // Vitest would begin with what failed or took long the last time: here that was another change.
  rmSync(join(root, directory, "node_modules/.vite"), { recursive: true, force: true });
  const { isSuccessful, output } = await run(root, directory, process.execPath, [
    join(root, "node_modules/vitest/vitest.mjs"),
    ...which,
    "--bail=1",
    "--passWithNoTests",
    `--testTimeout=${testTimeoutMs}`,
    `--hookTimeout=${testTimeoutMs}`,
    `--reporter=${reporter}`,
    `--outputFile=${report}`,
  ]);
  if (isSuccessful) return [];
  const failures = readFailures(root, report);
  rmSync(report, { force: true });
  return failures.length > 0 ? failures : [{ file: directory, title: "the tests", message: output }];
}

function readFailures(root: string, path: string): Failure[] {
  if (!existsSync(path)) return [];
  const failures = JSON.parse(readFileSync(path, "utf8")) as Failure[];
  return failures.map(({ file, title, message }) => ({
    file: file.replace(`${root}/`, ""),
    title,
    message: stripVTControlCharacters(message).replaceAll(`${root}/`, ""),
  }));
}

function run(root: string, directory: string, command: string, args: readonly string[]): Promise<Ended> {
  const cwd = join(root, directory);
  const bins = [cwd, root].map((path) => join(path, "node_modules/.bin"));
  const path = [...bins, dirname(process.execPath), process.env["PATH"]].join(delimiter);
  return new Promise((resolve, reject) => {
    // Not as in CI, where a test that lacks a server or a browser fails instead of being skipped.
    const { CI: _, ...env } = process.env;
    const child = spawn(command, args, { cwd, env: { ...env, PATH: path, NO_COLOR: "1" } });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ isSuccessful: code === 0, output }));
  });
}
