import type { Clock } from "@atlas-snapshot-export/client";

export interface VirtualClock extends Clock {
  /** Time stands still from here until the function that it returns is called. */
  hold(): () => void;
  /** How many timers have neither fired nor been cancelled. */
  readonly pending: number;
}

/**
 * Time that passes only when everybody waits for it: while nothing holds it, the next timer fires at once, and the
 * clock has moved on to it.
 */
export function virtualClock(startsAt: number): VirtualClock {
  const timers = new Set<{ callback: () => void; at: number }>();
  let now = startsAt;
  let holds = 0;

  function proceed(): void {
    // Behind all that has been resolved: whoever goes on at once may want to hold the time.
    setImmediate(() => {
      if (holds > 0 || timers.size === 0) return;
      const next = [...timers].reduce((first, timer) => (timer.at < first.at ? timer : first));
      timers.delete(next);
      now = Math.max(now, next.at);
      next.callback();
      proceed();
    });
  }

  return {
    now: () => now,
    monotonicMs: () => now - startsAt,
    schedule(callback, ms) {
      const timer = { callback, at: now + ms };
      timers.add(timer);
      proceed();
      return () => {
        timers.delete(timer);
      };
    },
    hold() {
      holds += 1;
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holds -= 1;
        proceed();
      };
    },
    get pending() {
      return timers.size;
    },
  };
}
