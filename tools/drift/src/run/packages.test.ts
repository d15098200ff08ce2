import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { affectedBy, readPackages } from "./packages.ts";

let root: string;

function manifest(directory: string, name: string, needs: string[] = []): void {
  mkdirSync(join(root, directory), { recursive: true });
  const dependencies = Object.fromEntries(needs.map((needed) => [needed, "workspace:*"]));
  writeFileSync(join(root, directory, "package.json"), JSON.stringify({ name, dependencies }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "packages-"));
  writeFileSync(join(root, "pnpm-workspace.yaml"), "packages:\n  - spec\n  - packages/*\n");
  manifest("packages/cli", "cli", ["client"]);
  manifest("packages/client", "client", ["types"]);
  manifest("packages/mock", "mock", ["spec", "types"]);
  manifest("packages/types", "types");
  manifest("spec", "spec");
  manifest("elsewhere", "elsewhere", ["client"]);
});

afterEach(() => rmSync(root, { recursive: true }));

test("each package comes after those that it needs", () => {
  expect(readPackages(root).map(({ name }) => name)).toEqual(["types", "client", "cli", "spec", "mock"]);
});

test.each([
  [["packages/client/src/call.ts"], ["client", "cli"]],
  [["packages/types/src/names.gen.ts"], ["types", "client", "cli", "mock"]],
  [["spec/openapi.yaml"], ["spec", "mock"]],
  [["README.md"], []],
])("a change of %j can reach %j", (files, names) => {
  expect(affectedBy(readPackages(root), files).map(({ name }) => name)).toEqual(names);
});
