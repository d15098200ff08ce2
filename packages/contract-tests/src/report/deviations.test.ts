import { expect, test } from "vitest";
import { readDeviations } from "./deviations.ts";

const yaml = `
source: https://example.com/openapi.json
deviations:
  - place: "*/operationId"
    kind: changed
    date: 2026-11-20
    reason: Ours.
  - place: components/schemas/Job
    kind: vendor-only
    date: 2026-10-25
    reason: Theirs.
`;

test("the oldest deviation comes first, with its age in days", () => {
  const deviations = readDeviations(yaml, new Date("2026-11-24T23:00:00Z"));
  expect(deviations.map(({ place, ageDays }) => [place, ageDays])).toEqual([
    ["components/schemas/Job", 30],
    ["*/operationId", 4],
  ]);
});

test("a file without any is none", () => {
  expect(readDeviations("", new Date())).toEqual([]);
});
