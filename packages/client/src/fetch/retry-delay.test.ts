import { isMainThread } from "node:worker_threads";
import { expect, test } from "vitest";
import { type RetryPolicy, retryAfterMs, retryDelayMs, retryPolicy } from "./retry-delay.ts";

// RFC 9110, section 5.6.7 writes this second in all three forms.
const second = Date.UTC(1994, 10, 6, 8, 49, 37);

test.each([
  ["seconds", "120", 120_000],
  ["no seconds", "0", 0],
  ["a date (IMF-fixdate)", "Sun, 06 Nov 1994 08:49:37 GMT", 10_000],
  ["a date (RFC 850)", "Sunday, 06-Nov-94 08:49:37 GMT", 10_000],
  ["a date (asctime), which means GMT too", "Sun Nov  6 08:49:37 1994", 10_000],
  ["a date on a Monday", "Mon, 07 Nov 1994 08:49:37 GMT", 86_410_000],
  ["a date on a Tuesday", "Tue, 08 Nov 1994 08:49:37 GMT", 2 * 86_400_000 + 10_000],
  ["a date on a Wednesday", "Wed, 09 Nov 1994 08:49:37 GMT", 3 * 86_400_000 + 10_000],
  ["a date on a Thursday", "Thu, 10 Nov 1994 08:49:37 GMT", 4 * 86_400_000 + 10_000],
  ["a date on a Friday", "Fri, 11 Nov 1994 08:49:37 GMT", 5 * 86_400_000 + 10_000],
  ["a date on a Saturday", "Sat, 12 Nov 1994 08:49:37 GMT", 6 * 86_400_000 + 10_000],
  ["a date that has passed", "Sun, 06 Nov 1994 08:49:26 GMT", 0],
])("Retry-After as %s is understood", (_, value, ms) => {
  expect(retryAfterMs(value, second - 10_000)).toBe(ms);
});

// A thread of its own, as the mutation tests run in, cannot move its process to another zone.
test.runIf(isMainThread)("a date without a zone means GMT wherever the machine stands", () => {
  const zone = process.env["TZ"];
  try {
    process.env["TZ"] = "Asia/Tokyo";
    expect(new Date(second).getHours()).toBe(17);
    expect(retryAfterMs("Sun Nov  6 08:49:37 1994", second - 10_000)).toBe(10_000);
    expect(retryAfterMs("Sun, 06 Nov 1994 08:49:37 GMT", second - 10_000)).toBe(10_000);
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test.each([
  ["nothing", undefined],
  ["null", null],
  ["empty", ""],
  ["a fraction", "3.5"],
  ["negative", "-5"],
  ["a unit", "5s"],
  ["a unit before it", "s5"],
  ["words", "soon"],
  ["words around a weekday", "until Sun, 06 Nov 1994 08:49:37 GMT"],
  ["a day without a date", "Sunday"],
  ["another form of date", "1994-11-06T08:49:37Z"],
])("Retry-After that is %s asks for nothing", (_, value) => {
  expect(retryAfterMs(value, second - 10_000)).toBeUndefined();
});

const documented = { maxAttempts: 4, baseDelayMs: 500, maxDelayMs: 20_000, maxRetryAfterMs: 120_000 };

test("the default policy is the documented one", () => {
  expect(retryPolicy()).toEqual(documented);
});

test("each part of the policy is the caller's or the default", () => {
  expect(retryPolicy({ maxAttempts: 2 })).toEqual({ ...documented, maxAttempts: 2 });
  // What a caller without exactOptionalPropertyTypes can hand in must not mean: for ever.
  const missing = { maxAttempts: undefined, baseDelayMs: undefined } as unknown as Partial<RetryPolicy>;
  expect(retryPolicy(missing)).toEqual(documented);
  const own = { maxAttempts: 1, baseDelayMs: 2, maxDelayMs: 3, maxRetryAfterMs: 4 };
  expect(retryPolicy(own)).toEqual(own);
});

const policy = { maxAttempts: 10, baseDelayMs: 500, maxDelayMs: 20_000, maxRetryAfterMs: 60_000 };

// By hand: 500 · 2^(n-1), at most 20,000, times the random number.
test.each([
  [1, 0.5, 250],
  [2, 0.5, 500],
  [3, 0.5, 1_000],
  [6, 0.5, 8_000],
  [7, 0.5, 10_000],
  [9, 0.5, 10_000],
  [1, 0, 0],
  [3, 0.25, 500],
])("after attempt %i with the random number %f the back-off is %i ms", (attempt, random, ms) => {
  expect(retryDelayMs(policy, attempt, undefined, second, random)).toBe(ms);
});

test("the last attempt is followed by none", () => {
  expect(retryDelayMs(policy, 10, undefined, second, 0.5)).toBeUndefined();
  expect(retryDelayMs(policy, 11, "1", second, 0.5)).toBeUndefined();
});

test.each([
  ["takes the place of the back-off", "7", 7_000],
  ["is waited for when it is as long as the policy allows", "60", 60_000],
  ["ends the retries when it is longer", "61", undefined],
  ["can say: at once", "0", 0],
  ["can be a date", "Sun, 06 Nov 1994 08:50:07 GMT", 30_000],
  ["is passed over when it makes no sense", "soon", 250],
])("what the service asks for %s", (_, retryAfter, ms) => {
  expect(retryDelayMs(policy, 1, retryAfter, second, 0.5)).toBe(ms);
});
