/** Whom one listener on a signal calls, and the listener itself. */
interface Shared {
  callbacks: Set<() => void>;
  ring: () => void;
}

const shared = new WeakMap<AbortSignal, Shared>();

/**
 * Calls back when the signal aborts. The function it returns takes that back.
 *
 * One listener serves all who wait for the same signal: from the eleventh on, Node 20 would warn of a leak.
 *
 * @param callback must not throw
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, ring } = shared.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    shared.delete(signal);
    signal.removeEventListener("abort", ring);
  };
}

function listen(signal: AbortSignal): Shared {
  const callbacks = new Set<() => void>();
  const ring = () => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener("abort", ring);
  const listening = { callbacks, ring };
  shared.set(signal, listening);
  return listening;
}
