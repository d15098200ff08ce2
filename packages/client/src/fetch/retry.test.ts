import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { AtlasApiError, AuthenticationError, NetworkError } from "../errors.ts";
import { getBackupExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { autoClock, fakeClock, startOfTime } from "../testing/fake-clock.ts";
import { clusterName, exportId, groupId, job } from "../testing/jobs.ts";
import { type Answer, type Script, scriptedServer } from "../testing/scripted-server.ts";
import { PlainRequest, type PlainRequestInit, type Send } from "./plain-request.ts";
import { type RetryContext, retry } from "./retry.ts";
import { retryPolicy } from "./retry-delay.ts";

const url = "https://cloud.mongodb.com/x";
const refused = new NetworkError("refused", { method: "POST", url, mayHaveArrived: false });
const cut = new NetworkError("cut", { method: "POST", url, mayHaveArrived: true });

type Outcome = number | Response | Error;

/** Sends through `retry` to something that answers so, one outcome after the other, the last one for ever. */
function sending(outcomes: Outcome[], init: PlainRequestInit = {}, context: Partial<RetryContext> = {}) {
  const clock = autoClock();
  const sent: PlainRequest[] = [];
  const send: Send = async (request) => {
    const outcome = outcomes[Math.min(sent.push(request), outcomes.length) - 1];
    if (outcome instanceof Error) throw outcome;
    return outcome instanceof Response ? outcome.clone() : new Response(null, { status: outcome ?? 200 });
  };
  const retrying = retry(send, {
    policy: retryPolicy(),
    deadlineMs: undefined,
    clock,
    random: () => 0.5,
    hooks: {},
    ...context,
  });
  return { clock, sent, answer: () => retrying(new PlainRequest(url, init)) };
}

/** How often it is sent when the first time ends so and the second time well. */
async function timesSent(outcome: Outcome, init: PlainRequestInit): Promise<number> {
  const { sent, answer } = sending([outcome, 200], init);
  await answer().catch(() => undefined);
  return sent.length;
}

const upgrading = "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES";
const byHeader = new Response(null, { status: 405, headers: { "X-Error-Code": upgrading } });
const byBody = Response.json({ errorCode: upgrading }, { status: 405 });

// Columns: how often a GET and a POST are sent.
test.each<[string, Outcome, number, number]>([
  ["200", 200, 1, 1],
  ["307", 307, 1, 1],
  ["400", 400, 1, 1],
  ["401", 401, 1, 1],
  ["403", 403, 1, 1],
  ["404", 404, 1, 1],
  ["405", 405, 1, 1],
  ["405 during an upgrade, by its header", byHeader, 2, 2],
  ["405 during an upgrade, by its body", byBody, 2, 2],
  [
    "405 with another code in its header",
    new Response(null, { status: 405, headers: { "X-Error-Code": "X" } }),
    1,
    1,
  ],
  ["405 with another code in its body", Response.json({ errorCode: "X" }, { status: 405 }), 1, 1],
  ["405 with null in its body", Response.json(null, { status: 405 }), 1, 1],
  ["405 with HTML", new Response("<html>", { status: 405 }), 1, 1],
  [
    "another status with that code",
    new Response(null, { status: 403, headers: { "X-Error-Code": upgrading } }),
    1,
    1,
  ],
  ["408", 408, 2, 1],
  ["409", 409, 1, 1],
  ["410", 410, 1, 1],
  ["429", 429, 2, 2],
  ["499", 499, 1, 1],
  ["500", 500, 2, 1],
  ["502", 502, 2, 1],
  ["503", 503, 2, 1],
  ["503 with Retry-After", new Response(null, { status: 503, headers: { "Retry-After": "1" } }), 2, 1],
  ["a connection that was refused", refused, 2, 2],
  ["a connection that was cut", cut, 2, 1],
  ["a failed sign-in", new AuthenticationError("x"), 1, 1],
  ["another error", new Error("x"), 1, 1],
])("%s is sent again only when that is safe", async (_, outcome, get, post) => {
  expect(await timesSent(outcome, { method: "GET" })).toBe(get);
  expect(await timesSent(outcome, { method: "HEAD" })).toBe(get);
  expect(await timesSent(outcome, { method: "POST", body: "{}" })).toBe(post);
  expect(await timesSent(outcome, { method: "DELETE" })).toBe(post);
});

test("what the caller says of its effect comes before what the method says", async () => {
  expect(await timesSent(503, { method: "POST", isIdempotent: true })).toBe(2);
  expect(await timesSent(cut, { method: "POST", isIdempotent: true })).toBe(2);
  expect(await timesSent(503, { method: "GET", isIdempotent: false })).toBe(1);
  expect(await timesSent(cut, { method: "GET", isIdempotent: false })).toBe(1);
});

test("the same request goes out each time, and the body stays readable when a code was looked for", async () => {
  const { sent, answer } = sending([byBody], { method: "POST", body: "{}" });
  const response = await answer();
  expect(await response.json()).toEqual({ errorCode: upgrading });
  expect(sent.map(({ body, method }) => [method, body])).toEqual(Array(4).fill(["POST", "{}"]));
});

describe("the back-off", () => {
  test("doubles with each of four attempts, and the last answer is the result", async () => {
    const { clock, sent, answer } = sending([503]);
    expect((await answer()).status).toBe(503);
    expect(sent).toHaveLength(4);
    // By hand: three quarters of 500, of 1,000 and of 2,000.
    expect(clock.waits).toEqual([375, 750, 1_500]);
    expect(clock.pending).toBe(0);
  });

  test("ends with the last error where there is no answer", async () => {
    const { sent, answer } = sending([503, cut]);
    expect(await failureOf(answer())).toBe(cut);
    expect(sent).toHaveLength(4);
  });

  test("takes a new random number each time", async () => {
    const numbers = [0.1, 0.2, 0.3];
    const { clock, answer } = sending([503], {}, { random: () => numbers.shift() ?? 0 });
    await answer();
    // By hand: 0.55 · 500, 0.6 · 1,000, 0.65 · 2,000.
    expect(clock.waits).toEqual([275, 600, 1_300]);
  });

  test("obeys Retry-After in seconds and as a date first", async () => {
    const inSeconds = new Response(null, { status: 429, headers: { "Retry-After": "7" } });
    const at = new Date(startOfTime + 20_000).toUTCString();
    const asDate = new Response(null, { status: 503, headers: { "Retry-After": at } });
    const { clock, answer } = sending([inSeconds, asDate, 503, 200]);
    expect((await answer()).status).toBe(200);
    // By hand: 7 s and half of 0.25 s; the date is 20 s after the start, of which 7.125 s are over, and half of 0.5 s;
    // three quarters of 2 s.
    expect(clock.waits).toEqual([7_125, 13_125, 1_500]);
  });

  test("does not wait for longer than the policy allows", async () => {
    const response = new Response(null, { status: 429, headers: { "Retry-After": "121" } });
    const { sent, answer } = sending([response]);
    expect((await answer()).status).toBe(429);
    expect(sent).toHaveLength(1);
  });

  const refused = (retryAfter: string) =>
    new Response(null, { status: 429, headers: { "Retry-After": retryAfter } });

  test("obeys 429 with Retry-After more often than it makes attempts, and other failures still count", async () => {
    const outcomes = [...Array(5).fill(refused("1")), 503, 503, 503, 503, 200];
    const { sent, answer } = sending(outcomes, {}, { random: () => 0 });
    expect((await answer()).status).toBe(503);
    expect(sent).toHaveLength(5 + 4);
  });

  test("obeys Retry-After for as long as the policy allows altogether", async () => {
    const { clock, sent, answer } = sending([refused("1")], {}, { random: () => 0 });
    expect((await answer()).status).toBe(429);
    // By hand: 1 s, and from the fourth time on the half of 4, 8, 16 and 20 s; 1 more has to fit into 120 s.
    const waits = [1_000, 1_000, 1_000, 2_000, 4_000, 8_000, ...Array(11).fill(10_000)];
    expect(clock.waits).toEqual(waits.slice(0, 17));
    expect(sent).toHaveLength(17 + 1);
  });

  test("ends by its attempts when 429 asks for no time", async () => {
    const { clock, sent, answer } = sending([refused("0")], {}, { random: () => 0 });
    expect((await answer()).status).toBe(429);
    expect(clock.waits).toEqual([250, 500, 1_000]);
    expect(sent).toHaveLength(4);
  });

  test("is told to the hook before it begins", async () => {
    const told: unknown[] = [];
    const clock = autoClock();
    const hooks = { onRetry: (retry: unknown) => told.push([retry, clock.waits.length]) };
    const { answer } = sending([503, cut, 200], { method: "GET" }, { hooks, clock });
    await answer();
    expect(told).toEqual([
      [{ method: "GET", url, attempt: 1, delayMs: 375, status: 503, error: undefined }, 0],
      [{ method: "GET", url, attempt: 2, delayMs: 750, status: undefined, error: cut }, 1],
    ]);
  });

  test("ends with the signal's reason, and leaves nothing", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const { sent, answer } = sending([503], { signal: controller.signal }, { clock });
    const answering = answer();
    await clock.scheduled(375);
    controller.abort("enough");
    expect(await failureOf(answering)).toBe("enough");
    expect(sent).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });
});

describe("the deadline", () => {
  test("is not begun to be waited beyond: the last answer is the result", async () => {
    const { sent, answer, clock } = sending([503], {}, { deadlineMs: 1_125 });
    expect((await answer()).status).toBe(503);
    // By hand: 375 fits into 1,125, and 750 more would end at 1,125.
    expect(clock.waits).toEqual([375]);
    expect(sent).toHaveLength(2);
  });

  test("is waited up to", async () => {
    const { clock, answer } = sending([503], {}, { deadlineMs: 1_126 });
    await answer();
    expect(clock.waits).toEqual([375, 750]);
  });

  test.each([-3_600_000, 3_600_000])(
    "is the same when the system clock is set by %d ms meanwhile",
    async (stepMs) => {
      const clock = autoClock();
      const hooks = { onRetry: () => clock.stepWallClock(stepMs) };
      const { answer } = sending([503], {}, { deadlineMs: 1_126, clock, hooks });
      await answer();
      expect(clock.waits).toEqual([375, 750]);
    },
  );

  test("of the call comes before the client's", async () => {
    const { clock, answer } = sending([503], { deadlineMs: 100 }, { deadlineMs: 10_000 });
    await answer();
    expect(clock.waits).toEqual([]);
  });

  test("ends what is under way, and leaves nothing", async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const silent = retry(() => new Promise(() => {}), {
      policy: retryPolicy(),
      deadlineMs: 60_000,
      clock,
      random: () => 0.5,
      hooks: {},
    });
    const answering = silent(new PlainRequest(url, { method: "POST", signal }));
    clock.advance(60_000);
    const error = await failureOf(answering);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({
      message: `POST ${url}: no answer within the deadline of 60000 ms`,
      method: "POST",
      url,
      mayHaveArrived: true,
    });
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("hands everything else of the request on", async () => {
    const headers = new Headers({ "X-Own": "1" });
    const { signal } = new AbortController();
    const init = { method: "POST", headers, body: "{}", signal, timeoutMs: 5_000, deadlineMs: 60_000 };
    const { sent, answer } = sending([200], init);
    await answer();
    expect(sent[0]).toMatchObject({ url, method: "POST", headers: { "x-own": "1" }, body: "{}" });
    expect(sent[0]?.options).toEqual({ timeoutMs: 5_000, deadlineMs: 60_000 });
  });
});

describe("through the whole client", () => {
  const input = { groupId, clusterName, exportId };
  const page = { status: 503, headers: { "Content-Type": "text/html" }, body: "<html>" } satisfies Answer;

  test("a GET outlives a refused page, a cut and a truncated answer", async () => {
    const script: Script = [page, "cut", { body: '{"id": "6a79' }, { body: job() }];
    await using server = await scriptedServer(script);
    const clock = autoClock();
    const { atlas, told } = connect(server, { clock, fetch: clock.fetch, random: () => 0.5 });
    expect(await getBackupExportJob(atlas, input)).toEqual(job());
    expect(clock.waits).toEqual([375, 750, 1_500]);
    expect(told.retries.map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 503],
      [2, undefined],
      [3, undefined],
    ]);
    expect(clock.pending).toBe(0);
  });

  test("the policy is an option, each part for itself", async () => {
    await using server = await scriptedServer([page]);
    const clock = autoClock();
    const { atlas } = connect(server, {
      clock,
      fetch: clock.fetch,
      random: () => 0.5,
      retry: { maxAttempts: 3, baseDelayMs: 100 },
    });
    expect(await failureOf(getBackupExportJob(atlas, input))).toBeInstanceOf(AtlasApiError);
    // By hand: three quarters of 100 and of 200.
    expect(clock.waits).toEqual([75, 150]);
  });

  test("a call's own timeout and the client's deadline work together", async () => {
    await using server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    const { atlas } = connect(server, { clock, deadlineMs: 60_000, random: () => 0.5 });
    const calling = getBackupExportJob(atlas, input);
    await server.received(1);
    clock.advance(30_000);
    // The first attempt has taken its 30 s, and is followed by the back-off.
    await clock.scheduled(375);
    clock.advance(375);
    await server.received(2);
    clock.advance(29_625);
    expect(await failureOf(calling)).toMatchObject({
      message: expect.stringMatching(/: no answer within the deadline of 60000 ms$/),
    });
    expect(clock.pending).toBe(0);
    await server.hungUp();
  });
});
