import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { afterEach, beforeEach, expect, test } from "vitest";

const command = fileURLToPath(new URL("./main.ts", import.meta.url));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "generate-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: "utf8" });
}

test("makes from another definition, into another folder", () => {
  const servers = [{ url: "https://atlas.internal" }];
  writeFileSync(join(folder, "other.json"), JSON.stringify({ ...definition, servers }));
  expect(run("--definition", "other.json", "--out", "made")).toMatchObject({ status: 0, stderr: "" });
  expect(readFileSync(join(folder, "made/packages/client/src/definition.gen.ts"), "utf8")).toContain(
    servers[0]?.url,
  );
  const begins = (path: string) => readFileSync(join(folder, "made/packages", path), "utf8").slice(0, 200);
  expect(begins("client/src/version.gen.ts")).toContain("Made from packages/client/package.json by");
  expect(begins("cli/generated/output.schema.json")).toContain(
    "Made from packages/cli/output.schema.yaml and spec/openapi.yaml by",
  );
  // Ours is another.
  expect(run("--out", "made", "--check")).toMatchObject({ status: 1 });
});

test.each([
  ["an option that it does not know", ["--nope"], 2, /^Unknown option '--nope'\nUsage: /],
  ["a definition that is not there", ["--definition", "nope.yaml", "--out", "made"], 1, /ENOENT.*nope\.yaml/],
])("tells of %s, and writes nothing", (_, args, status, message) => {
  const { stderr, ...outcome } = run(...args);
  expect(outcome).toMatchObject({ status, stdout: "" });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(existsSync(join(folder, "made"))).toBe(false);
});
