/** Time as the mock sees it. A client's clock of the same shape can be the same one. */
export interface Clock {
  /** Milliseconds since the epoch, for dates. */
  now(): number;
  /** Milliseconds on a scale that never goes back, from an arbitrary origin, for durations. */
  monotonicMs(): number;
  /** Calls back once after `ms` milliseconds. The function it returns cancels that. */
  schedule(callback: () => void, ms: number): () => void;
}

/** The end of the last year that a date-time has digits for (RFC 3339, section 1). */
export const LAST_MS: number = Date.UTC(9999, 11, 31, 23, 59, 59);

/** What `setTimeout` can hold; it takes anything longer for no time at all. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
};

/** Waits; not to the end when the signal says that nobody is waiting any more. */
export function sleep(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      cancel();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const cancel = clock.schedule(end, ms);
    signal.addEventListener("abort", end);
  });
}
