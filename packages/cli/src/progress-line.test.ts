import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import type { Progress } from "./documents.ts";
import { renderLine } from "./line.ts";
import { progressLine, progressNote } from "./progress-line.ts";

const job = { exportBucketId: "66b1f0a97c3d5e2148fa0b92" };
const counted = { collections: { exported: 3, total: 14 } };

function progress(seen: Partial<Progress>): Progress {
  return { state: "InProgress", elapsedMs: 754_000, collections: null, job, ...seen };
}

function shown(seen: Partial<Progress>, columns = 80, hasColours = false): string {
  return renderLine(progressLine(progress(seen), columns), picocolors.createColors(hasColours));
}

describe("the live line", () => {
  test.each<[string, Partial<Progress>, string]>([
    ["shows no duration where the service does not count", {}, "InProgress  12:34"],
    ["shows a long time as it is", { elapsedMs: 21_600_000 }, "InProgress  6:00:00"],
    ["counts the collections where the service does", counted, "InProgress  12:34  3 of 14 collections"],
    ["does not count where the job has ended", { ...counted, state: "Failed" }, "Failed  12:34"],
    ["shows a state that is not known", { state: "NotInTheDefinition" }, "NotInTheDefinition  12:34"],
    ["does without a state", { state: null }, "state unknown  12:34"],
    ["does not let a state steer the terminal", { state: "\u001b[2J" }, "\\u001b[2J  12:34"],
  ])("%s", (_, seen, line) => {
    expect(shown(seen)).toBe(line);
  });

  test.each([
    [38, "InProgress  12:34  3 of 14 collections"],
    [37, "InProgress  12:34"],
    [17, "InProgress  12:34"],
    [16, "InProgress"],
    [6, "InProg"],
  ])("in %d columns is %s", (columns, line) => {
    expect(shown(counted, columns)).toBe(line);
  });

  test("has its state in colour, and no other width for that", () => {
    expect(shown(counted, 38, true)).toBe("\u001b[36mInProgress\u001b[39m  12:34  3 of 14 collections");
  });
});

test("a log has the time first", () => {
  expect(progressNote(progress({}))).toBe("12:34  InProgress");
  expect(progressNote(progress(counted))).toBe("12:34  InProgress, 3 of 14 collections");
  expect(progressNote(progress({ ...counted, state: "Successful" }))).toBe("12:34  Successful");
});
