import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { upstream } from "./testing/documents.ts";

const command = fileURLToPath(new URL("./main.ts", import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-upstream-"));
  writeFileSync(join(folder, "vendor.json"), JSON.stringify(upstream));
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
}

test("exits with 1 and a report when the vendor's file differs; a path is relative to where one is", () => {
  const { status, stdout, stderr } = run("vendor.json");
  expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
  // The small file has none of our operations.
  expect(stdout).toContain("operation-gone: the vendor no longer has the operation");
  expect(stdout).toContain("Delete from spec/deviations.yaml:");
});

test.each([
  ["a file that cannot be read", ["nope.json"], /^Could not read .*nope\.json: ENOENT.*\n$/],
  ["a file that is no OpenAPI document", [command], /is not YAML: .*\n$/],
  ["more than one file", ["vendor.json", "vendor.json"], /^Usage: /],
  ["an option", ["--help"], /^Usage: /],
])("exits with 2, a message and no stack for %s", (_, args, message) => {
  const { status, stdout, stderr } = run(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
});
