import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTree } from "./tree.ts";

let root: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const read = (path: string) => readFileSync(join(root, path), "utf8");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "tree-"));
  write("src/a.ts", "a");
  write("package/dist/a.d.ts", "a");
  write("package/dist/a.js", "a");
});

afterEach(() => rmSync(root, { recursive: true }));

test("what was written, added and removed is put back", () => {
  const tree = createTree(root);
  tree.write({ "src/a.ts": "b", "src/new/b.ts": "b", "package/dist/a.js": undefined });
  tree.write({ "src/a.ts": "c" });
  expect([tree.read("src/a.ts"), tree.read("package/dist/a.js")]).toEqual(["c", undefined]);
  tree.restore();
  expect([read("src/a.ts"), read("package/dist/a.js")]).toEqual(["a", "a"]);
  expect(existsSync(join(root, "src/new/b.ts"))).toBe(false);
});

test("what a build changed is told, and put back too", () => {
  const tree = createTree(root);
  const changed = tree.build("package");
  expect(changed()).toEqual([]);
  write("package/dist/a.d.ts", "b");
  write("package/dist/b.js", "b");
  expect(changed().sort()).toEqual(["package/dist/a.d.ts", "package/dist/b.js"]);
  tree.restore();
  expect(read("package/dist/a.d.ts")).toBe("a");
  expect(existsSync(join(root, "package/dist/b.js"))).toBe(false);
});
