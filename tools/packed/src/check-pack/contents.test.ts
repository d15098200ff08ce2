import { expect, test } from "vitest";
import { unreleasedRanges, wrongFiles } from "./contents.ts";

const complete = ["package.json", "README.md", "LICENSE", "dist/index.js"];

test.each([
  { what: "nothing about a complete package", packed: complete, wrong: [] },
  {
    what: "a missing licence",
    packed: complete.filter((file) => file !== "LICENSE"),
    wrong: ["LICENSE is missing"],
  },
  { what: "an empty entry of files", packed: complete.slice(0, 3), wrong: ["dist is missing"] },
  { what: "a stray file", packed: [...complete, "notes.md"], wrong: ['notes.md is not in "files"'] },
  {
    what: "a namesake",
    packed: [...complete, "distance/a.js"],
    wrong: ['distance/a.js is not in "files"'],
  },
  {
    what: "a test",
    packed: [...complete, "dist/index.test.js"],
    wrong: ["dist/index.test.js is a test"],
  },
  {
    what: "a build cache",
    packed: [...complete, "dist/tsconfig.tsbuildinfo"],
    wrong: ["dist/tsconfig.tsbuildinfo is a build cache"],
  },
])("reports $what", ({ packed, wrong }) => {
  expect(wrongFiles(packed, ["dist", "!dist/**/*.map"])).toEqual(wrong);
});

test.each(["1.2.3", "^1.2.3", "~1.2.3", ">=1.2.3", "1.2.3-next.1", "^1.2.3 || ^2.0.0"])(
  "accepts the range %s",
  (range) => {
    expect(unreleasedRanges({ name: "a", version: "1.0.0", dependencies: { b: range } })).toEqual([]);
  },
);

test.each(["workspace:*", "catalog:", "*", "latest", "file:../b", "^1.2.3 || *"])(
  "refuses the range %s",
  (range) => {
    const refused = [`b@${range} is not a released version`];
    expect(unreleasedRanges({ name: "a", version: "1.0.0", dependencies: { b: range } })).toEqual(refused);
    expect(unreleasedRanges({ name: "a", version: "1.0.0", peerDependencies: { b: range } })).toEqual(
      refused,
    );
  },
);
