import { onAbort } from "./on-abort.ts";

/** Time as the client sees it; hand in one of your own to test without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. Can be set, so only dates and the expiry of tokens are read from it. */
  now(): number;
  /** Milliseconds on a scale that never goes back, from an arbitrary origin. All durations are measured with it. */
  monotonicMs(): number;
  /** Calls back once after `ms` milliseconds. The function it returns cancels that. */
  schedule(callback: () => void, ms: number): () => void;
}

/** What `setTimeout` can hold; it takes anything longer for no time at all. */
const longestTimerMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  schedule(callback, ms) {
    const timer = setTimeout(callback, Math.min(ms, longestTimerMs));
    return () => clearTimeout(timer);
  },
};

/** Waits, or rejects with the signal's reason; either way without leaving a timer or a listener. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal | null): Promise<void> {
  return unlessAborted(signal, (resolve) => clock.schedule(resolve, ms));
}

/**
 * Runs something that has to end: with `signal`, or after `ms` with what `expired` makes. It is told by the signal
 * that it gets, and not waited for when it does not listen. Leaves no timer and no listener.
 */
export function within<Result>(
  clock: Clock,
  ms: number,
  signal: AbortSignal | undefined,
  expired: () => unknown,
  run: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  return unlessAborted(signal, (resolve, reject) => {
    const cancel = clock.schedule(() => reject(expired()), ms);
    run(controller.signal).then(resolve, reject);
    return (reason) => {
      cancel();
      if (reason !== undefined) controller.abort(reason);
    };
  });
}

/**
 * A promise that `start` settles, later, or the signal with its reason. Then what `start` has answered with cleans up; it
 * is told the reason of a failure.
 */
export function unlessAborted<Result>(
  signal: AbortSignal | null | undefined,
  start: (
    resolve: (result: Result) => void,
    reject: (reason: unknown) => void,
  ) => ((reason?: unknown) => void) | undefined,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    let ignore = () => {};
    const leave = (settle: () => void, reason?: unknown) => {
      try {
        ignore();
        cleanUp?.(reason);
        settle();
      } catch (error) {
        // A clock of the user's own may not return what cancels a timer.
        reject(error);
      }
    };
    const fail = (reason: unknown) => leave(() => reject(reason), reason);
    const abort = () => fail(signal?.reason);
    const cleanUp = start((result) => leave(() => resolve(result)), fail);
    // What has been started may have aborted it already.
    if (signal?.aborted) abort();
    else if (signal) ignore = onAbort(signal, abort);
  });
}
