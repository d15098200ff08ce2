import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compare, mend } from "./made-files.ts";

const made = {
  "spec/generated/openapi.json": "{}\n",
  "packages/client/src/operations.gen.ts": "export {};\n",
};
let root: string;

function write(path: string, content: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), content);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "made-files-"));
  for (const [path, content] of Object.entries(made)) write(path, content);
});

afterEach(() => rmSync(root, { recursive: true }));

test("files as they were made do not differ", () => {
  expect(compare(root, made)).toEqual([]);
});

test("one changed byte is a difference", () => {
  write("packages/client/src/operations.gen.ts", "export { };\n");
  expect(compare(root, made)).toEqual([{ path: "packages/client/src/operations.gen.ts", what: "changed" }]);
});

test("a deleted file is a difference", () => {
  rmSync(join(root, "spec/generated/openapi.json"));
  expect(compare(root, made)).toEqual([{ path: "spec/generated/openapi.json", what: "missing" }]);
});

test("a file that nobody made is a difference, in a made folder and by its name anywhere", () => {
  write("spec/generated/old/left-over.json", "{}");
  write("packages/mock/src/left-over.gen.ts", "");
  write("packages/mock/src/written-by-hand.ts", "");
  expect(compare(root, made)).toEqual(
    expect.arrayContaining([
      { path: "spec/generated/old/left-over.json", what: "stray" },
      { path: "packages/mock/src/left-over.gen.ts", what: "stray" },
    ]),
  );
  expect(compare(root, made)).toHaveLength(2);
});

test("what a build or an installation left is not looked at", () => {
  write("packages/client/dist/operations.gen.js", "");
  write("packages/client/node_modules/other/src/other.gen.ts", "");
  expect(compare(root, made)).toEqual([]);
});

test("mending writes what is missing or changed, deletes what is stray, and leaves no difference", () => {
  write("packages/client/src/operations.gen.ts", "edited");
  write("spec/generated/left-over.json", "{}");
  rmSync(join(root, "spec/generated/openapi.json"));
  expect(mend(root, made).map(({ what }) => what)).toEqual(["missing", "changed", "stray"]);
  expect(compare(root, made)).toEqual([]);
  expect(readFileSync(join(root, "packages/client/src/operations.gen.ts"), "utf8")).toBe("export {};\n");
});
