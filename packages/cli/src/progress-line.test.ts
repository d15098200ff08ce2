import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import type { Progress } from "./documents.ts";
import { progressLine, progressNote } from "./progress-line.ts";

const plain = picocolors.createColors(false);
const job = { exportBucketId: "66b1f0a97c3d5e2148fa0b92" };

function progress(seen: Partial<Progress>): Progress {
  return { state: "InProgress", elapsedMs: 754_000, collections: null, job, ...seen };
}

describe("the live line", () => {
  test.each<[string, Partial<Progress>, string]>([
    [
      "says how long exports usually take, where nobody counts",
      {},
      "InProgress  12:34  usually 14 to 33 min",
    ],
    [
      "says when it takes longer",
      { elapsedMs: 2_100_000 },
      "InProgress  35:00  longer than usual (14 to 33 min)",
    ],
    [
      "counts the collections where the service does",
      { collections: { exported: 3, total: 14 } },
      "InProgress  12:34  3 of 14 collections",
    ],
    ["says nothing of a rest that there is none of", { state: "Failed" }, "Failed  12:34"],
    ["shows a state that is not known", { state: "Paused" }, "Paused  12:34  usually 14 to 33 min"],
    ["does without a state", { state: null }, "state unknown  12:34  usually 14 to 33 min"],
    ["does not let a state steer the terminal", { state: "\u001b[2J" }, "[2J  12:34  usually 14 to 33 min"],
  ])("%s", (_, seen, line) => {
    expect(progressLine(progress(seen), 80, plain)).toBe(line);
  });

  test.each([
    [39, "InProgress  12:34  usually 14 to 33 min"],
    [38, "InProgress  12:34"],
    [17, "InProgress  12:34"],
    [16, "InProgress"],
    [6, "InProg"],
  ])("in %d columns is %s", (columns, line) => {
    expect(progressLine(progress({}), columns, plain)).toBe(line);
  });

  test("has its state in colour, and no other width for that", () => {
    const line = progressLine(progress({}), 39, picocolors.createColors(true));
    expect(line).toBe("\u001b[36mInProgress\u001b[39m  12:34  usually 14 to 33 min");
  });
});

test("a log has the time first", () => {
  expect(progressNote(progress({}))).toBe("12:34  InProgress, usually 14 to 33 min");
  expect(progressNote(progress({ state: "Successful" }))).toBe("12:34  Successful");
});
