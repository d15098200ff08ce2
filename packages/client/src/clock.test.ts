import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { sleep, systemClock, within } from "./clock.ts";
import { failureOf } from "./testing/connect.ts";
import { fakeClock, startOfTime } from "./testing/fake-clock.ts";

const never = () => new Promise<never>(() => {});

/** What is left behind, which has to be nothing. */
function leftBy(clock: { pending: number }, signal: AbortSignal) {
  return { timers: clock.pending, listeners: getEventListeners(signal, "abort").length };
}
const nothing = { timers: 0, listeners: 0 };

describe("the system's clock", () => {
  test("tells the time", () => {
    const before = Date.now();
    expect(systemClock.now()).toBeGreaterThanOrEqual(before);
    expect(systemClock.now()).toBeLessThanOrEqual(Date.now());
  });

  test("measures durations on a scale that never goes back", async () => {
    const startedMs = systemClock.monotonicMs();
    const startedAtMs = performance.now();
    await new Promise<void>((resolve) => systemClock.schedule(resolve, 1));
    const elapsedMs = systemClock.monotonicMs() - startedMs;
    expect(elapsedMs).toBeGreaterThan(0);
    expect(elapsedMs).toBeLessThanOrEqual(performance.now() - startedAtMs + 1);
  });

  test("rings in the order of time, and not what was cancelled", async () => {
    const rung: string[] = [];
    const cancel = systemClock.schedule(() => rung.push("cancelled"), 1);
    cancel();
    await new Promise<void>((resolve) => {
      systemClock.schedule(() => {
        rung.push("second");
        resolve();
      }, 20);
      systemClock.schedule(() => rung.push("first"), 1);
    });
    expect(rung).toEqual(["first", "second"]);
  });

  // setTimeout takes what 31 bits cannot hold for 1 ms.
  test.each([2 ** 31, Number.POSITIVE_INFINITY])("does not ring at once for %d ms", async (ms) => {
    let hasRung = false;
    const cancel = systemClock.schedule(() => {
      hasRung = true;
    }, ms);
    await new Promise<void>((resolve) => systemClock.schedule(resolve, 20));
    cancel();
    expect(hasRung).toBe(false);
  });
});

describe("sleep", () => {
  test("lasts as long as it was told to", async () => {
    const clock = fakeClock();
    let isOver = false;
    const sleeping = sleep(clock, 1_000).then(() => {
      isOver = true;
    });
    clock.advance(999);
    await Promise.resolve();
    expect(isOver).toBe(false);
    clock.advance(1);
    await sleeping;
    expect(clock.now()).toBe(startOfTime + 1_000);
  });

  test("leaves nothing when it has lasted", async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const sleeping = sleep(clock, 1_000, signal);
    expect(leftBy(clock, signal)).toEqual({ timers: 1, listeners: 1 });
    clock.advance(1_000);
    await sleeping;
    expect(leftBy(clock, signal)).toEqual(nothing);
  });

  test("ends with the signal's reason, and leaves nothing", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const sleeping = sleep(clock, 1_000, controller.signal);
    controller.abort("enough");
    expect(await failureOf(sleeping)).toBe("enough");
    expect(leftBy(clock, controller.signal)).toEqual(nothing);
  });

  test("does not begin when the signal has aborted", async () => {
    const clock = fakeClock();
    const signal = AbortSignal.abort("enough");
    expect(await failureOf(sleep(clock, 1_000, signal))).toBe("enough");
    expect(leftBy(clock, signal)).toEqual(nothing);
  });
});

describe("within", () => {
  const expired = () => new Error("too late");

  test("answers with what was run, and leaves nothing", async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    expect(await within(clock, 1_000, signal, expired, async () => "done")).toBe("done");
    expect(leftBy(clock, signal)).toEqual(nothing);
  });

  test("fails with what the run fails with, and leaves nothing", async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const running = within(clock, 1_000, signal, expired, () => Promise.reject(new Error("broken")));
    expect(await failureOf(running)).toEqual(new Error("broken"));
    expect(leftBy(clock, signal)).toEqual(nothing);
  });

  test("ends at its time whether the run listens or not, and tells it", async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    let given: AbortSignal | undefined;
    const running = within(clock, 1_000, signal, expired, (inner) => {
      given = inner;
      return never();
    });
    clock.advance(999);
    expect(given?.aborted).toBe(false);
    clock.advance(1);
    expect(await failureOf(running)).toEqual(new Error("too late"));
    expect(given?.reason).toEqual(new Error("too late"));
    expect(leftBy(clock, signal)).toEqual(nothing);
  });

  test("ends with its signal whether the run listens or not, and tells it", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    let given: AbortSignal | undefined;
    const running = within(clock, 1_000, controller.signal, expired, (inner) => {
      given = inner;
      return never();
    });
    controller.abort("enough");
    expect(await failureOf(running)).toBe("enough");
    expect(given?.reason).toBe("enough");
    expect(leftBy(clock, controller.signal)).toEqual(nothing);
  });

  test("does not begin when the signal has aborted", async () => {
    const clock = fakeClock();
    let hasRun = false;
    const running = within(clock, 1_000, AbortSignal.abort("enough"), expired, async () => {
      hasRun = true;
    });
    expect(await failureOf(running)).toBe("enough");
    expect(hasRun).toBe(false);
    expect(clock.pending).toBe(0);
  });

  test("ends with a signal that what is run aborts at once", async () => {
    const clock = fakeClock();
    const controller = new AbortController();
    const running = within(clock, 1_000, controller.signal, expired, () => {
      controller.abort("enough");
      return never();
    });
    expect(await failureOf(running)).toBe("enough");
    expect(leftBy(clock, controller.signal)).toEqual(nothing);
  });

  test("needs no signal", async () => {
    const clock = fakeClock();
    const running = within(clock, 1_000, undefined, expired, never);
    clock.advance(1_000);
    expect(await failureOf(running)).toEqual(new Error("too late"));
  });
});
