import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { JOBS, ORDER, signIn } from "../test/call.ts";
import { startMock, testClock } from "./index.ts";
import { REQUEST_NUMBER } from "./test-clock.ts";

const halfAnHour = 30 * 60_000;

test("it begins with the examples of the definition, or when it is told to", () => {
  expect(new Date(testClock().now()).toISOString()).toBe("2026-11-02T03:41:07.000Z");
  expect(testClock({ startsAtMs: 5 }).now()).toBe(5);
  expect(testClock().monotonicMs()).toBe(0);
});

test.each([
  [Number.NaN, "NaN"],
  ["2026-11-02", "'2026-11-02'"],
])("it does not begin at %s", (startsAtMs, shown) => {
  const message = `startsAtMs is ${shown}; it takes a number from 0 to 253402300799000.`;
  expect(() => testClock({ startsAtMs: startsAtMs as number })).toThrow(new TypeError(message));
});

test("an option that is not known is refused by name", () => {
  expect(() => testClock({ startsAt: 5 } as object)).toThrow(
    new TypeError(
      "Unknown option `startsAt` of testClock. Did you mean `startsAtMs`? Expected one of: startsAtMs, isManual.",
    ),
  );
});

describe("a clock that goes by itself", () => {
  test("jumps to what is waited for, in the order of the time", async () => {
    const clock = testClock({ startsAtMs: 0 });
    const rung: [string, number][] = [];
    await new Promise<void>((resolve) => {
      const ring = (name: string) => () => {
        rung.push([name, clock.now()]);
        if (name === "last") resolve();
      };
      clock.schedule(ring("last"), halfAnHour);
      clock.schedule(ring("second"), 2);
      clock.schedule(ring("first"), 1);
    });
    expect(rung).toEqual([
      ["first", 1],
      ["second", 2],
      ["last", halfAnHour],
    ]);
  });

  test("does not ring what was cancelled", async () => {
    const clock = testClock({ startsAtMs: 0 });
    const cancel = clock.schedule(() => expect.unreachable(), 1);
    cancel();
    await new Promise<void>((resolve) => void clock.schedule(resolve, 2));
    expect(clock.now()).toBe(2);
  });

  test("stands still while a request is on its way, body included", async () => {
    const clock = testClock({ startsAtMs: 0 });
    const { url, answer, close } = await slowServer();
    let hasRung = false;
    const response = clock.fetch(url);
    clock.schedule(() => {
      hasRung = true;
    }, 1);
    await answer("first half, ");
    await turnsOfTheEventLoop(20);
    expect(hasRung).toBe(false);
    await answer("second half", "end");
    expect(await (await response).text()).toBe("first half, second half");
    await turnsOfTheEventLoop(20);
    expect(hasRung).toBe(true);
    await close();
  });

  test("goes on when the mock keeps silent, so that a timeout can ring", async () => {
    const clock = testClock({ startsAtMs: 0 });
    const faults = [{ on: "token", kind: "silentBefore" }] as const;
    await using mock = await startMock({ clock, scenario: { faults } });
    const controller = new AbortController();
    clock.schedule(() => controller.abort(new Error("timeout")), 30_000);
    const { signal } = controller;
    await expect(clock.fetch(`${mock.url}/api/oauth/token`, { signal })).rejects.toThrow("timeout");
    expect(clock.now()).toBe(30_000);
  });
});

describe("a manual clock", () => {
  test("stands still but for what it is told to advance", async () => {
    const clock = testClock({ startsAtMs: 0, isManual: true });
    const rung: number[] = [];
    for (const ms of [3, 1, 2]) clock.schedule(() => rung.push(clock.now()), ms);
    await turnsOfTheEventLoop(20);
    expect([rung, clock.now()]).toEqual([[], 0]);
    await clock.advance(2);
    expect([rung, clock.now()]).toEqual([[1, 2], 2]);
    await clock.advance(10);
    expect([rung, clock.now()]).toEqual([[1, 2, 3], 12]);
  });

  test.each([
    [undefined, "undefined"],
    ["60000", "'60000'"],
    [-1, "-1"],
    // What is done again and again would never come to rest.
    [Number.POSITIVE_INFINITY, "Infinity"],
  ])("is not advanced by %s", async (ms, shown) => {
    const clock = testClock({ startsAtMs: 0, isManual: true });
    const message = `clock.advance is ${shown}; it takes a number from 0.`;
    await expect(clock.advance(ms as number)).rejects.toThrow(new TypeError(message));
    expect(clock.now()).toBe(0);
  });

  test("waits for requests that begin on the way, and for what they set going", async () => {
    const clock = testClock({ isManual: true });
    await using mock = await startMock({ clock });
    const statuses: number[] = [];
    const poll = async () => {
      statuses.push((await clock.fetch(`${mock.url}/nothing`)).status);
      if (statuses.length < 3) clock.schedule(poll, 1000);
    };
    clock.schedule(poll, 1000);
    await clock.advance(2999);
    expect(statuses).toEqual([404, 404]);
    await clock.advance(1);
    expect(statuses).toEqual([404, 404, 404]);
  });

  test("moves the mock's jobs on", async () => {
    const clock = testClock({ isManual: true });
    const job = [{ example: "inProgress", forMs: halfAnHour }, { example: "successful" }] as const;
    await using mock = await startMock({ clock, scenario: { job } });
    await (await signIn(mock))(JOBS, { json: ORDER });
    await clock.advance(halfAnHour - 1);
    expect(mock.jobs[0]?.state).toBe("InProgress");
    await clock.advance(1);
    expect(mock.jobs[0]?.state).toBe("Successful");
  });
});

test("its requests are recorded like any other", async () => {
  const clock = testClock();
  await using mock = await startMock({ clock });
  await clock.fetch(`${mock.url}/nothing`, { headers: { "x-own": "1" } });
  expect(mock.requests[0]?.headers).toMatchObject({ "x-own": "1" });
  expect(mock.requests[0]?.headers).not.toHaveProperty(REQUEST_NUMBER);
});

test("its answers say where they are from, and may have no body", async () => {
  const clock = testClock();
  const { url, answer, close } = await slowServer(204);
  const response = clock.fetch(url);
  await answer("", "end");
  expect(await response).toMatchObject({ status: 204, url, body: null });
  await close();
});

/** A server that answers its one request when it is told to. */
async function slowServer(status = 200) {
  let received = (_: ServerResponse) => {};
  const response = new Promise<ServerResponse>((resolve) => {
    received = resolve;
  });
  const server = createServer((_, outgoing) => received(outgoing.writeHead(status)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async answer(text: string, end?: "end") {
      const outgoing = await response;
      if (text !== "") await new Promise((resolve) => outgoing.write(text, resolve));
      if (end) outgoing.end();
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function turnsOfTheEventLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
