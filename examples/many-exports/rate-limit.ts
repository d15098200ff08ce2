import type { AuthProvider, AuthRequest, Clock } from "@atlas-snapshot-export/client";

/** One project's bucket: how many calls it holds, and how many it gains in a minute. */
export interface RateLimit {
  capacity: number;
  refillPerMinute: number;
}

/** What the service grants each project for all its Cloud Backups calls, less a part for whoever else calls. */
export const defaultRateLimit: RateLimit = { capacity: 1_000, refillPerMinute: 450 };

/**
 * A provider that lets a request wait for its turn before it signs it in. Every attempt of every client that has this
 * provider takes its turn here, so all of them share one bucket a project; and the turn comes before the client's
 * timeout begins, which a limit inside `fetch` would eat up.
 */
export function withRateLimit(auth: AuthProvider, limit: RateLimit = defaultRateLimit): AuthProvider {
  const takes = new Map<string, (clock: Clock) => number>();
  return {
    async authorize(request, context) {
      const project = /\/groups\/([^/?]+)/.exec(request.url)?.[1] ?? "";
      const take = takes.get(project) ?? bucket(limit);
      takes.set(project, take);
      await pause(context.clock, take(context.clock), request.signal);
      return auth.authorize(request, context);
    },
    onUnauthorized: (challenge, context) => auth.onUnauthorized?.(challenge, context) ?? false,
  };
}

/** Takes a call from the bucket, and answers how many milliseconds to wait for it. Who comes later waits longer. */
function bucket({ capacity, refillPerMinute }: RateLimit): (clock: Clock) => number {
  const perMs = refillPerMinute / 60_000;
  let calls = capacity;
  let at = Number.NEGATIVE_INFINITY;
  return (clock) => {
    const now = clock.monotonicMs();
    calls = Math.min(capacity, calls + (now - at) * perMs) - 1;
    at = now;
    return Math.max(0, -calls / perMs);
  };
}

function pause(clock: Clock, ms: number, shared: AuthRequest["signal"]): Promise<void> {
  if (ms === 0) return Promise.resolve();
  // One for each pause: Node 20 takes more than ten listeners on a signal for a leak.
  const signal = shared && AbortSignal.any([shared]);
  return new Promise((resolve, reject) => {
    const end = () => {
      cancel();
      signal?.removeEventListener("abort", end);
      if (signal?.aborted) reject(signal.reason);
      else resolve();
    };
    const cancel = clock.schedule(end, ms);
    signal?.addEventListener("abort", end);
  });
}
