import { isMainThread } from "node:worker_threads";
import { expect, test } from "vitest";
import { type Course, type RetryPolicy, retryAfterMs, retryDelayMs, retryPolicy } from "./retry-delay.ts";

// RFC 9110, section 5.6.7 writes this second in all three forms.
const second = Date.UTC(1994, 10, 6, 8, 49, 37);
const asking = (value: string | undefined, other = {}) =>
  new Headers({ ...(value === undefined ? {} : { "Retry-After": value }), ...other });

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
  expect(retryAfterMs(asking(value), second - 10_000)).toBe(ms);
});

// A thread of its own, as the mutation tests run in, cannot move its process to another zone.
test.runIf(isMainThread)("a date without a zone means GMT wherever the machine stands", () => {
  const zone = process.env["TZ"];
  try {
    process.env["TZ"] = "Asia/Tokyo";
    expect(new Date(second).getHours()).toBe(17);
    expect(retryAfterMs(asking("Sun Nov  6 08:49:37 1994"), second - 10_000)).toBe(10_000);
    expect(retryAfterMs(asking("Sun, 06 Nov 1994 08:49:37 GMT"), second - 10_000)).toBe(10_000);
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});

test.each([
  ["nothing", undefined],
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
  expect(retryAfterMs(asking(value), second - 10_000)).toBeUndefined();
});

// RFC 9110, section 6.6.1: Date is when the response was generated, by the clock of the service.
test.each([
  ["a Date", "Sun, 06 Nov 1994 08:49:07 GMT", 30_000],
  ["a Date in another form", "Sunday, 06-Nov-94 08:49:07 GMT", 30_000],
  ["a Date that is later", "Sun, 06 Nov 1994 08:50:00 GMT", 0],
  ["nothing that is a date", "just now", 10_000],
])("a Retry-After that is a date counts from %s in the same response", (_, sentAt, ms) => {
  expect(retryAfterMs(asking("Sun, 06 Nov 1994 08:49:37 GMT", { Date: sentAt }), second - 10_000)).toBe(ms);
  expect(retryAfterMs(asking("7", { Date: sentAt }), second - 10_000)).toBe(7_000);
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

/** A call whose attempts failed without a Retry-After, or as given. */
function course(attempts: number, told: Partial<Course> = {}): Course {
  return { attempts, refusals: 0, obeyedMs: 0, askedMs: undefined, ...told };
}

// By hand: 500 · 2^(n-1), at most 20,000; the half of it, and the random part of the other half.
test.each([
  [1, 0.5, 375],
  [2, 0.5, 750],
  [3, 0.5, 1_500],
  [6, 0.5, 12_000],
  [7, 0.5, 15_000],
  [9, 0.5, 15_000],
  [1, 0, 250],
  [3, 0.25, 1_250],
])("after attempt %i with the random number %f the back-off is %i ms", (attempts, random, ms) => {
  expect(retryDelayMs(policy, course(attempts), random)).toBe(ms);
});

test("the last attempt is followed by none", () => {
  expect(retryDelayMs(policy, course(10), 0.5)).toBeUndefined();
  expect(retryDelayMs(policy, course(11, { askedMs: 1_000 }), 0.5)).toBeUndefined();
});

// By hand: after the first attempt the back-off is between 250 and 500 ms.
test.each([
  ["takes the place of the back-off's floor, and the random part comes on top", 7_000, 7_125],
  ["is obeyed when it is as long as the policy allows", 60_000, 60_125],
  ["ends the retries when it is longer", 60_001, undefined],
  ["of no time does not shorten the back-off", 0, 375],
  ["of less than the back-off's floor does not shorten it", 100, 375],
])("what the service asks for %s", (_, askedMs, ms) => {
  expect(retryDelayMs(policy, course(1, { askedMs }), 0.5)).toBe(ms);
});

test("the next attempt never comes sooner than the service asks for", () => {
  for (const random of [0, 0.5, 1 - Number.EPSILON])
    for (let attempts = 1; attempts < 10; attempts += 1)
      expect(retryDelayMs(policy, course(attempts, { askedMs: 1_000 }), random)).toBeGreaterThanOrEqual(
        1_000,
      );
});

test("refusals that say when to come back do not count as attempts, as long as the policy obeys", () => {
  const refused = { refusals: 10, askedMs: 1_000 };
  // By hand: the eleventh back-off is 10 to 20 s.
  expect(retryDelayMs(policy, course(10, { ...refused, obeyedMs: 59_000 }), 0.5)).toBe(15_000);
  expect(retryDelayMs(policy, course(10, { ...refused, obeyedMs: 59_001 }), 0.5)).toBeUndefined();
  expect(retryDelayMs(policy, course(20, refused), 0.5)).toBeUndefined();
});

test("a policy of one attempt has no retries at all", () => {
  const once = { ...policy, maxAttempts: 1 };
  expect(retryDelayMs(once, course(1, { refusals: 1, askedMs: 1_000 }), 0.5)).toBeUndefined();
});
