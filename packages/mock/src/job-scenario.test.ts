import { expect, test } from "vitest";
import { startMock } from "./index.ts";
import { DEFAULT_JOB_SCENARIO, type JobScenario, stepAt } from "./job-scenario.ts";

test.each([
  [0, "queued", 0],
  [999, "queued", 0],
  [1000, "inProgress", 1000],
  [2999, "inProgress", 1000],
  [3000, "successful", 3000],
  [86_400_000, "successful", 3000],
  [-5, "queued", 0],
])("after %i ms the default scenario is at %s, since %i ms", (elapsedMs, example, sinceMs) => {
  expect(stepAt(DEFAULT_JOB_SCENARIO, elapsedMs)).toEqual({ example, sinceMs });
});

test.each([
  [[], "scenario.job is empty"],
  [
    [{ example: "queued", forMs: 5 }],
    "scenario.job[0] is the last and stays for ever, so it must not have forMs",
  ],
  [
    [{ example: "failed", forMs: undefined }],
    "scenario.job[0] is the last and stays for ever, so it must not have forMs",
  ],
  [[{ example: "queued" }, { example: "failed" }], "scenario.job[0] is not the last, so it needs forMs"],
  [
    [{ example: "queued", forMs: -1 }, { example: "failed" }],
    "scenario.job[0] is not the last, so it needs forMs",
  ],
  ["successful", "scenario.job is 'successful'; it takes a list."],
  [[null], "scenario.job[0] is null; it takes an object."],
  [
    [{ example: "queued", forS: 5 }, { example: "failed" }],
    "Unknown field `forS` of scenario.job[0]. Expected one of: example, forMs.",
  ],
  [
    [{ example: "exploded" }],
    "scenario.job[0] has the example exploded; known are queued, inProgress, successful",
  ],
])("the scenario %j is an error at start", async (job, message) => {
  await expect(startMock({ scenario: { job: job as unknown as JobScenario } })).rejects.toThrow(message);
});

test("the types tell as much before", () => {
  // @ts-expect-error the last step stays
  const passing: JobScenario = [{ example: "queued", forMs: 5 }];
  // @ts-expect-error a step before the last passes
  const staying: JobScenario = [{ example: "queued" }, { example: "failed" }];
  // @ts-expect-error no such example
  const unknown: JobScenario = [{ example: "exploded" }];
  expect([passing, staying, unknown]).toHaveLength(3);
});
