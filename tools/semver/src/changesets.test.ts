import { expect, test } from "vitest";
import type { Change } from "./change.ts";
import { isAsWritten, readLevels, shortfalls, writeChangeset } from "./changesets.ts";
import { UsageError } from "./definition.ts";

const paused: Change = {
  rule: "response-enum-value-added",
  subject: "`ExportJob.state`",
  to: "Paused",
  operations: [],
};
const described: Change = { rule: "documentation-changed", subject: "`ExportJob`", operations: [] };

test("a changeset has the level of each package and a line for each change", () => {
  const { path, text } = writeChangeset([paused, described]);
  expect(text).toBe(`---
"@atlas-snapshot-export/spec": major
"@atlas-snapshot-export/types": major
"@atlas-snapshot-export/client": major
"@atlas-snapshot-export/mock": minor
---

The definition changed:

- **Breaking:** \`ExportJob.state\` may now be \`Paused\`: a closed switch over it must handle it.
- \`ExportJob\` is documented in other words.
`);
  expect(path).toMatch(/^\.changeset\/definition-[0-9a-f]{8}\.md$/);
});

test("a package that no change concerns is not in the changeset", () => {
  expect(writeChangeset([described]).text).not.toContain("mock");
});

test("the same changes make the same file, others another one", () => {
  expect(writeChangeset([paused])).toEqual(writeChangeset([{ ...paused }]));
  expect(writeChangeset([paused]).path).not.toBe(writeChangeset([described]).path);
});

test("a file that somebody has edited since is not as it was written", () => {
  const changeset = writeChangeset([paused]);
  expect(isAsWritten(changeset)).toBe(true);
  expect(isAsWritten({ ...changeset, text: `${changeset.text}\nSee the guide.` })).toBe(false);
  expect(isAsWritten({ path: ".changeset/brave-dogs-sing.md", text: changeset.text })).toBe(false);
});

test("changesets together raise a package by the highest level of any", () => {
  const levels = readLevels([
    { path: "a.md", text: '---\n"@atlas-snapshot-export/spec": minor\n---\n\nOne.\n' },
    {
      path: "b.md",
      text: "---\r\n'@atlas-snapshot-export/spec': patch\r\n'@atlas-snapshot-export/mock': none\r\n---\r\n",
    },
    { path: "empty.md", text: "---\n---\n" },
  ]);
  expect(levels).toEqual({ spec: "minor" });
});

test("what was written is read back", () => {
  const written = readLevels([writeChangeset([paused])]);
  expect(written).toEqual({ spec: "major", types: "major", client: "major", mock: "minor" });
  expect(shortfalls([paused], written)).toEqual([]);
});

test("a package that is raised by less than a change asks for falls short", () => {
  expect(shortfalls([paused], { types: "minor", client: "major", mock: "major" })).toEqual([
    { package: "spec", asked: "major", found: undefined },
    { package: "types", asked: "major", found: "minor" },
  ]);
});

test("what is harmless falls short of nothing, and takes nothing from what is beside it", () => {
  expect(shortfalls([described], {})).toEqual([]);
  expect(shortfalls([described, paused], {}).map((shortfall) => shortfall.package)).toEqual([
    "spec",
    "types",
    "client",
    "mock",
  ]);
});

test.each(["", "# Notes\n", "---\nspec: [\n---\n", "---\n- spec\n---\n", "---\nspec: minor\n"])(
  "a file that is not a changeset is refused by its name, with an example: %j",
  (text) => {
    expect(() => readLevels([{ path: ".changeset/odd.md", text }])).toThrow(UsageError);
    expect(() => readLevels([{ path: ".changeset/odd.md", text }])).toThrow(
      /^\.changeset\/odd\.md is not a changeset\..*spec": minor/s,
    );
  },
);
