import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
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

/** One test that failed, or a file whose tests could not begin. */
export interface Failure {
  file: string;
  /** The names of the groups that the test is in, and its own. */
  title: string;
  message: string;
}

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
  const report = join(root, directory, "vitest-report.json");
  const { isSuccessful, output } = await run(root, directory, process.execPath, [
    join(root, "node_modules/vitest/vitest.mjs"),
    ...which,
    "--bail=1",
    "--passWithNoTests",
    `--testTimeout=${testTimeoutMs}`,
    `--hookTimeout=${testTimeoutMs}`,
    "--reporter=json",
    `--outputFile=${report}`,
  ]);
  if (isSuccessful) return [];
  const failures = readFailures(root, report);
  rmSync(report, { force: true });
  return failures.length > 0 ? failures : [{ file: directory, title: "the tests", message: output }];
}

interface Report {
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: {
      ancestorTitles: string[];
      title: string;
      status: string;
      failureMessages: string[];
    }[];
  }[];
}

function readFailures(root: string, path: string): Failure[] {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return [];
  }
  return report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.slice(root.length + 1);
    const failed = assertionResults.filter((result) => result.status === "failed");
    // Without a message it was not run at all, because another file had failed.
    const isBroken = failed.length === 0 && status === "failed" && message !== "";
    if (isBroken) return [{ file, title: "cannot be run", message }];
    return failed.map(({ ancestorTitles, title, failureMessages: [first = ""] }) => ({
      file,
      title: [...ancestorTitles, title].join(" › "),
      message: first,
    }));
  });
}

function run(root: string, directory: string, command: string, args: readonly string[]): Promise<Ended> {
  const cwd = join(root, directory);
  const bins = [cwd, root].map((path) => join(path, "node_modules/.bin"));
  const path = [...bins, dirname(process.execPath), process.env["PATH"]].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, PATH: path, NO_COLOR: "1" } });
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
