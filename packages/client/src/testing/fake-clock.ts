import type { Clock } from "../clock.ts";
import type { Fetch } from "../fetch/attempt.ts";

interface Timer {
  at: number;
  ms: number;
  ring: () => void;
}

export interface FakeClock extends Clock {
  /** How many timers are set. */
  readonly pending: number;
  /** Sets the wall clock forward, or back, as NTP does: no time passes. */
  stepWallClock(ms: number): void;
  /** Lets time pass; what becomes due on the way rings in its order. */
  advance(ms: number): void;
  /** Resolves once a timer of just so many milliseconds is set. */
  scheduled(ms: number): Promise<void>;
}

/** The second that RFC 9110's examples of a date name (section 5.6.7). */
export const startOfTime: number = Date.UTC(1994, 10, 6, 8, 49, 37);

/** A clock that stands still until it is told to go. */
export function fakeClock(): FakeClock {
  const timers = new Set<Timer>();
  const waiting = new Set<() => void>();
  let elapsedMs = 0;
  let epochMs = startOfTime;
  return {
    now: () => epochMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    stepWallClock(ms) {
      epochMs += ms;
    },
    schedule(ring, ms) {
      const timer = { at: elapsedMs + ms, ms, ring };
      timers.add(timer);
      for (const look of waiting) look();
      return () => timers.delete(timer);
    },
    get pending() {
      return timers.size;
    },
    advance(ms) {
      const until = elapsedMs + ms;
      for (let timer = nextOf(timers); timer && timer.at <= until; timer = nextOf(timers)) {
        timers.delete(timer);
        elapsedMs = timer.at;
        timer.ring();
      }
      elapsedMs = until;
    },
    scheduled: (ms) =>
      new Promise((resolve) => {
        const look = () => {
          if (![...timers].some((timer) => timer.ms === ms)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

export interface AutoClock extends Clock {
  /** How many timers are set. */
  readonly pending: number;
  /** Sets the wall clock forward, or back, as NTP does: no time passes. */
  stepWallClock(ms: number): void;
  /** What was waited for, in milliseconds, in its order. */
  readonly waits: readonly number[];
  /** A `fetch` during which time stands still. */
  readonly fetch: Fetch;
}

/**
 * A clock that goes by itself: when nothing is being sent, it jumps to the timer that is due next. So back-off and
 * polling take no time, and a timeout rings only when there is nothing else to wait for.
 */
export function autoClock(inner: Fetch = globalThis.fetch): AutoClock {
  const timers = new Set<Timer>();
  const waits: number[] = [];
  let elapsedMs = 0;
  let epochMs = startOfTime;
  let sending = 0;
  let isJumpPlanned = false;

  const jump = () => {
    isJumpPlanned = false;
    const timer = nextOf(timers);
    if (sending > 0 || !timer) return;
    timers.delete(timer);
    elapsedMs = timer.at;
    waits.push(timer.ms);
    timer.ring();
    planJump();
  };
  const planJump = () => {
    if (isJumpPlanned) return;
    isJumpPlanned = true;
    // Late enough for whatever the last answer set going to have come to its end, or to its next wait.
    setImmediate(() => setImmediate(jump));
  };

  return {
    waits,
    now: () => epochMs + elapsedMs,
    monotonicMs: () => elapsedMs,
    stepWallClock(ms) {
      epochMs += ms;
    },
    get pending() {
      return timers.size;
    },
    schedule(ring, ms) {
      const timer = { at: elapsedMs + ms, ms, ring };
      timers.add(timer);
      planJump();
      return () => timers.delete(timer);
    },
    async fetch(url, init) {
      sending += 1;
      try {
        const response = await inner(url, init);
        const { status, statusText, headers } = response;
        const text = await response.text();
        return new Response(text === "" ? null : text, { status, statusText, headers });
      } finally {
        sending -= 1;
        planJump();
      }
    },
  };
}

function nextOf(timers: Iterable<Timer>): Timer | undefined {
  return [...timers].sort((a, b) => a.at - b.at)[0];
}
