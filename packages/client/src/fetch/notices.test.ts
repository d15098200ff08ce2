import { expect, test } from "vitest";
import { noticesOf } from "./notices.ts";

const nothing = {
  retryAfterMs: undefined,
  rateLimit: { limit: undefined, remaining: undefined },
  deprecation: undefined,
  sunset: undefined,
};

test("the headers tell the rate limit, the wait and the end of a version", () => {
  const headers = new Headers({
    "Retry-After": "3",
    "RateLimit-Limit": "1200",
    "RateLimit-Remaining": "0",
    Deprecation: "@1688169599",
    Sunset: "Sun, 30 Jun 2024 23:59:59 GMT",
  });
  expect(noticesOf(headers, 0)).toEqual({
    retryAfterMs: 3_000,
    rateLimit: { limit: 1200, remaining: 0 },
    deprecation: "@1688169599",
    sunset: "Sun, 30 Jun 2024 23:59:59 GMT",
  });
});

test("a date to wait for counts from the response's own date, or else from now", () => {
  const headers = new Headers({ "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT" });
  expect(noticesOf(headers, Date.UTC(1994, 10, 6, 8, 49, 7)).retryAfterMs).toBe(30_000);
  headers.set("Date", "Sun, 06 Nov 1994 08:49:35 GMT");
  expect(noticesOf(headers, Date.UTC(1994, 10, 6, 8, 49, 7)).retryAfterMs).toBe(2_000);
});

test("headers that are missing tell nothing", () => {
  expect(noticesOf(new Headers(), 0)).toEqual(nothing);
});

test.each(["", "many", "12.5", "-1", "1200;w=60", "w=1200"])(
  "a count that reads «%s» tells nothing",
  (value) => {
    const headers = new Headers({ "RateLimit-Limit": value, "RateLimit-Remaining": value });
    expect(noticesOf(headers, 0)).toEqual(nothing);
  },
);
