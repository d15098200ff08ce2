import { expect, test } from "vitest";
import {
  contentResults,
  MOCK,
  PRISM,
  sampleReport,
  sampleResult,
  withOutcome,
} from "./testing/sample-report.ts";

const content = [...contentResults(MOCK), ...contentResults(PRISM)];

function itemOf(report: ReturnType<typeof sampleReport>, name: string) {
  return report.operations[0]?.items.find((item) => item.name === name);
}

test("everything agrees where nothing failed, and the witnesses come in the same order every time", () => {
  const report = sampleReport({ results: content.toReversed() });
  expect(report.agrees).toBe(true);
  expect(report.targets.map(({ name, passed }) => [name, passed])).toEqual([
    ["mock", 8],
    ["prism", 8],
  ]);
});

test("an item has the state that its cases have, witness by witness", () => {
  const errors = [{ message: "no", diff: "- 1\n+ 2", at: "src/wire.ts:1" }];
  const results = [
    ...withOutcome(contentResults(MOCK), "getThing › 200 › whole", "failed", { errors }),
    ...withOutcome(contentResults(PRISM), "getThing › 404 › gone", "skipped", { reason: "It cannot." }),
  ];
  const report = sampleReport({ results });
  expect(itemOf(report, "200 whole")?.states).toEqual({ mock: "failed", prism: "passed" });
  expect(itemOf(report, "404 gone")?.states).toEqual({ mock: "passed", prism: "skipped" });
  expect(report.agrees).toBe(false);
  expect(report.failures).toMatchObject([{ target: "mock", title: "getThing › 200 › whole", errors }]);
  expect(report.targets[1]?.skips).toEqual([{ reason: "It cannot.", cases: 1 }]);
});

test("a status fails with any of its cases, and is not skipped as long as one of them is not", () => {
  const one = withOutcome(contentResults(MOCK), "getThing › 200 › <bold>", "skipped");
  expect(itemOf(sampleReport({ results: one }), "200")?.states).toEqual({ mock: "passed" });
  const failed = withOutcome(one, "getThing › 200 › whole", "failed");
  expect(itemOf(sampleReport({ results: failed }), "200")?.states).toEqual({ mock: "failed" });
});

test("what no case was about is missing", () => {
  const results = contentResults(MOCK).filter(({ exercises }) => !exercises.credentials);
  expect(itemOf(sampleReport({ results }), "ApiKey")?.states).toEqual({ mock: "missing" });
});

test("tests beside the witnesses are counted by their file, and fail the whole", () => {
  const beside = { target: undefined, operationId: undefined, group: "src/schemas.test.ts" };
  const results = [...content, sampleResult(beside), sampleResult({ ...beside, state: "failed" })];
  const report = sampleReport({ results });
  expect(report.suites).toEqual([{ name: "src/schemas.test.ts", passed: 1, failed: 1, skipped: 0 }]);
  expect(report.agrees).toBe(false);
});
