import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Deviation, judge, parseDeviations, recorded } from "./deviations.ts";
import type { Difference } from "./difference.ts";

const today = "2026-11-24";
const list = "spec/deviations.yaml";
const source = "https://vendor.example/openapi.json";
const entry = {
  place: "createExport/operationId",
  kind: "changed",
  date: today,
  reason: "Ours reads better.",
};

/** JSON is YAML. */
function parse(...deviations: object[]): Deviation[] {
  return parseDeviations(list, JSON.stringify({ source, deviations }), today).deviations;
}

test("the project's own list can be used", () => {
  const text = readFileSync(new URL("../../../spec/deviations.yaml", import.meta.url), "utf8");
  const now = new Date().toISOString().slice(0, "YYYY-MM-DD".length);
  expect(parseDeviations(list, text, now).source).toMatch(/^https:/);
});

test("a complete entry is taken as it is, decided today or earlier", () => {
  expect(parse(entry, { ...entry, place: "x", vendor: 1, date: "2024-02-29" })).toHaveLength(2);
});

describe("an entry is refused", () => {
  const { reason, date, place, kind, ...rest } = entry;

  test.each([
    ["without a reason", { ...rest, place, kind, date }, "it needs a `reason`"],
    ["with an empty reason", { ...entry, reason: "" }, "it needs a `reason`"],
    ["with a blank reason", { ...entry, reason: " \n" }, "it needs a `reason`"],
    [
      "without a date",
      { ...rest, place, kind, reason },
      "it needs a `date`, the day of the decision as YYYY-MM-DD",
    ],
    ["with a malformed date", { ...entry, date: "24.11.2026" }, 'as YYYY-MM-DD; it has "24.11.2026"'],
    ["with a time", { ...entry, date: "2026-11-24T00:00:00Z" }, 'it has "2026-11-24T00:00:00Z"'],
    ["with a day that no calendar has", { ...entry, date: "2026-02-30" }, 'it has "2026-02-30"'],
    ["with a month that no calendar has", { ...entry, date: "2026-13-01" }, 'it has "2026-13-01"'],
    ["with a date to come", { ...entry, date: "2026-11-25" }, "its date, 2026-11-25, has not come yet"],
    ["without a place", { ...rest, kind, date, reason }, "it needs a `place`"],
    ["without a kind", { ...rest, place, date, reason }, "it needs a `kind`, one of operation-gone, "],
    ["of an unknown kind", { ...entry, kind: "other" }, "it needs a `kind`, one of operation-gone, "],
    ["with an unknown key", { ...entry, until: "2027" }, "`until` means nothing here"],
  ])("%s", (_, broken, message) => {
    expect(() => parse({ ...entry, place: "first" }, broken)).toThrow(message);
    expect(() => parse({ ...entry, place: "first" }, broken)).toThrow(`${list} cannot be used:\n  entry 2, `);
  });

  test("that is listed twice", () => {
    expect(() => parse(entry, { ...entry, reason: "Another." })).toThrow(
      "entry 2, createExport/operationId: it is listed twice",
    );
  });

  test("with all others, in one message", () => {
    expect(() => parse({ ...entry, reason: "" }, { ...entry, place: "", date: "x" })).toThrow(
      /entry 1, .*`reason`.*\n.*entry 2, .*`place`.*\n.*entry 2, .*`date`/,
    );
  });
});

test.each([
  ["no YAML", "a: [", "is not YAML"],
  ["nothing", "", "needs a `source`"],
  ["a source that is no URL", "source: here\ndeviations: []", "needs a `source`"],
  ["no list", `source: ${source}\ndeviations:`, "needs a list of `deviations`"],
])("a list that is %s is refused", (_, text, message) => {
  expect(() => parseDeviations(list, text, today)).toThrow(`${list} ${message}`);
});

const difference: Difference = {
  kind: "vendor-only",
  place: "components/schemas/Export/properties/state/readOnly",
  ours: undefined,
  vendor: true,
  operations: ["createExport"],
};
const listed = {
  place: difference.place,
  kind: difference.kind,
  date: today,
  reason: "Only answers use it.",
};

test("a difference that is listed is neither unlisted nor gone", () => {
  expect(judge([difference], [listed])).toEqual({ unlisted: [], gone: [] });
});

test("a difference that nobody listed is unlisted", () => {
  expect(judge([difference], [])).toEqual({ unlisted: [difference], gone: [] });
});

test("a listed deviation that no longer exists is gone", () => {
  expect(judge([], [listed])).toEqual({ unlisted: [], gone: [listed] });
});

test.each<[string, Partial<Deviation>]>([
  ["place", { place: "components/schemas/Export/properties/id/readOnly" }],
  ["place, one segment longer", { place: `${difference.place}/x` }],
  ["place, one segment shorter", { place: "components/schemas/Export/properties/state" }],
  ["kind", { kind: "ours-only" }],
  ["value of the vendor", { vendor: false }],
  ["value of ours", { ours: false }],
])("an entry for another %s does not cover a difference", (_, change) => {
  const other = { ...listed, ...change };
  expect(judge([difference], [other])).toEqual({ unlisted: [difference], gone: [other] });
});

test.each([
  ["components/schemas/Export/properties/*/readOnly", true],
  ["components/schemas/*/properties/*/readOnly", true],
  ["components/schemas/*/readOnly", false],
  ["components/schemas/Export/properties/st*/readOnly", false],
])("a star stands for one whole segment: %s", (place, isCovered) => {
  expect(judge([difference], [{ ...listed, place }]).unlisted).toHaveLength(isCovered ? 0 : 1);
});

test("an entry with a value stops to cover the difference when the vendor changes it", () => {
  const pattern = { ...difference, place: "x/pattern", vendor: "^a$" };
  const entry = { ...listed, place: "x/pattern", vendor: "^a$" };
  expect(judge([pattern], [entry]).unlisted).toEqual([]);
  expect(judge([{ ...pattern, vendor: "^b$" }], [entry]).unlisted).toHaveLength(1);
});

test("a long value is recorded as its digest, and covers that value only", () => {
  const long = "x".repeat(100);
  // printf '"%s"' xxx… | sha256sum: of the JSON text, quotes included.
  expect(recorded(long)).toBe("sha256:10a9270a01f7334f");
  expect(recorded("short")).toBe("short");
  const found = { ...difference, vendor: long };
  expect(judge([found], [{ ...listed, vendor: recorded(long) }]).unlisted).toEqual([]);
  expect(
    judge([{ ...found, vendor: `${long}y` }], [{ ...listed, vendor: recorded(long) }]).unlisted,
  ).toHaveLength(1);
});
