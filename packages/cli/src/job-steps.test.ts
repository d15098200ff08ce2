import { expect, test } from "vitest";
import { parseJobSteps } from "./job-steps.ts";

test("steps are states with their durations, the last without", () => {
  expect(parseJobSteps("queued:3s,inProgress:1m30s,failed")).toEqual([
    { example: "queued", forMs: 3_000 },
    { example: "inProgress", forMs: 90_000 },
    { example: "failed" },
  ]);
  expect(parseJobSteps("successful")).toEqual([{ example: "successful" }]);
});

test.each(["", "queued:3s", "queued,failed", "queued:3,failed", "queued:3s,,failed", "a:1s:2s,b"])(
  "«%s» is not how steps are written",
  (text) => {
    expect(parseJobSteps(text)).toBeUndefined();
  },
);
