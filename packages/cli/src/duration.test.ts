import { expect, test } from "vitest";
import { clockTime, durationText, parseDuration } from "./duration.ts";

test.each([
  ["2h", 7_200_000],
  ["90m", 5_400_000],
  ["30s", 30_000],
  ["1h30m", 5_400_000],
  ["1h30m15s", 5_415_000],
  ["500ms", 500],
  ["1s500ms", 1_500],
])("%s is %d ms", (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(["", "30", "0s", "-1h", "1.5h", "2 h", "30m1h", "h", "1d", "2H", "99999999999999999h"])(
  "«%s» is no duration",
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([
  [0, "0:00"],
  [42_999, "0:42"],
  [754_000, "12:34"],
  [3_599_000, "59:59"],
  [3_723_000, "1:02:03"],
  [90_000_000, "25:00:00"],
])("a clock shows %d ms as %s", (ms, text) => {
  expect(clockTime(ms)).toBe(text);
});

test.each([
  [7_200_000, "2h"],
  [5_415_000, "1h30m15s"],
  [1_500, "1s500ms"],
])("%d ms are written %s", (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
