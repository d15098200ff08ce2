import type { Clock } from "@atlas-snapshot-export/client";

/** The machine's time. The client has the same, and is not loaded for it. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, Math.min(ms, longestTimerMs));
    return () => clearTimeout(timer);
  },
};

/** What `setTimeout` can hold; it takes anything longer for no time at all. */
const longestTimerMs = 2 ** 31 - 1;
