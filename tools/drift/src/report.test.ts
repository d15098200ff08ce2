import { expect, test } from "vitest";
import type { Result } from "./outcome.ts";
import { changedLines, median, printSurvivor, printTable } from "./report.ts";

const result: Result = {
  id: "client: wrong method: src/call.ts:9",
  kind: "client",
  operator: "wrong method",
  place: "src/call.ts:9",
  generated: false,
  seconds: 2,
  outcome: "survived",
};

test("the table has a line for each kind and operator", () => {
  const caught: Result = { ...result, seconds: 4, outcome: "caught", caughtBy: "contract run" };
  expect(printTable([caught, caught, result])).toBe(
    [
      "kind    operator      applied  caught  by              median s",
      "client  wrong method  3        2       contract run 2  4.0",
    ].join("\n"),
  );
});

test("a survivor is shown with its change and what was said of it", () => {
  const unclear = { ...result, caughtBy: "type check", message: "no", reason: "says too little" };
  expect(printSurvivor(unclear, "a\nb", "a\nc")).toBe(
    ["says too little", "- b", "+ c", "type check said:", "no"].map((line) => `    ${line}`).join("\n"),
  );
});

test("a diff is the lines that differ", () => {
  expect(changedLines("a\nb\nc", "a\nx\nc")).toEqual(["- b", "+ x"]);
});

test.each([
  [[3], 3],
  [[5, 1, 3], 3],
  [[4, 1, 2, 3], 2.5],
])("the median of %j is %d", (values, middle) => {
  expect(median(values)).toBe(middle);
});
