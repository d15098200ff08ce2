import { expect, test } from "vitest";
import type { Hooks } from "../hooks.ts";
import { failureOf } from "../testing/connect.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import { expectNoSecret, secrets } from "../testing/secrets.ts";
import { observe } from "./observe.ts";
import { PlainRequest, type Send } from "./plain-request.ts";

const url = "https://cloud.mongodb.com/x";
const request = new PlainRequest(url, {
  method: "POST",
  headers: new Headers({ Authorization: `Bearer ${secrets.ownCredential}` }),
});
const headers = { "RateLimit-Limit": "1200", "RateLimit-Remaining": "7", Sunset: "soon", "Retry-After": "2" };

test("the hooks are told of the request, then of the answer and its time", async () => {
  const clock = fakeClock();
  const told: unknown[] = [];
  const hooks: Hooks = {
    onRequest: (request) => told.push(request),
    onResponse: ({ headers, ...response }) => told.push(response, Object.fromEntries(headers)),
  };
  const send: Send = async () => {
    expect(told).toHaveLength(1);
    clock.advance(1_234);
    return new Response(null, { status: 429, headers });
  };
  const response = await observe(send, hooks, clock)(request);
  expect(response.status).toBe(429);
  expect(told).toEqual([
    { method: "POST", url },
    {
      method: "POST",
      url,
      status: 429,
      durationMs: 1_234,
      retryAfterMs: 2_000,
      rateLimit: { limit: 1200, remaining: 7 },
      deprecation: undefined,
      sunset: "soon",
    },
    { "ratelimit-limit": "1200", "ratelimit-remaining": "7", "retry-after": "2", sunset: "soon" },
  ]);
  expectNoSecret(told);
});

test.each([-3_600_000, 3_600_000])(
  "the duration is right when the system clock is set by %d ms meanwhile",
  async (stepMs) => {
    const clock = fakeClock();
    const durations: number[] = [];
    const hooks: Hooks = { onResponse: ({ durationMs }) => durations.push(durationMs) };
    const send: Send = async () => {
      clock.stepWallClock(stepMs);
      clock.advance(1_234);
      return new Response();
    };
    await observe(send, hooks, clock)(request);
    expect(durations).toEqual([1_234]);
  },
);

test("what a hook does to the headers reaches nobody else", async () => {
  const hooks: Hooks = { onResponse: ({ headers }) => headers.delete("Retry-After") };
  const send: Send = async () => new Response(null, { headers });
  const response = await observe(send, hooks, fakeClock())(request);
  expect(response.headers.get("Retry-After")).toBe("2");
});

test("one hook does without the other", async () => {
  let count = 0;
  const hook = () => {
    count += 1;
  };
  const send: Send = async () => new Response();
  await observe(send, { onRequest: hook }, fakeClock())(request);
  await observe(send, { onResponse: hook }, fakeClock())(request);
  expect(count).toBe(2);
});

test("without hooks nothing stands in the way", () => {
  const send: Send = async () => new Response();
  expect(observe(send, { onRetry: () => {} }, fakeClock())).toBe(send);
});

test("a failure without an answer passes through", async () => {
  const responses: unknown[] = [];
  const hooks: Hooks = { onResponse: (response) => responses.push(response) };
  const send: Send = () => Promise.reject(new Error("cut"));
  expect(await failureOf(observe(send, hooks, fakeClock())(request))).toEqual(new Error("cut"));
  expect(responses).toEqual([]);
});
