/** Time as the client sees it; hand in one of your own to test without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `ms` milliseconds. The function it returns cancels that. */
  schedule(callback: () => void, ms: number): () => void;
}

/** What `setTimeout` can hold; it takes anything longer for no time at all. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, Math.min(ms, longestTimerMs));
    return () => clearTimeout(timer);
  },
};

/** Waits, or rejects with the signal's reason; either way without leaving a timer or a listener. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const cancel = clock.schedule(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, ms);
    const abort = () => {
      cancel();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", abort, { once: true });
  });
}

/**
 * Runs something that has to end: with `signal`, or after `ms` with what `expired` makes. It is told by the signal
 * that it gets, and not waited for when it does not listen. Leaves no timer and no listener.
 */
export async function within<Result>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  expired: () => unknown,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.addEventListener("abort", abort);
  const cancel = clock.schedule(() => controller.abort(expired()), ms);
  try {
    return await new Promise((resolve, reject) => {
      controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
      run(controller.signal).then(resolve, reject);
    });
  } finally {
    cancel();
    signal?.removeEventListener("abort", abort);
  }
}
