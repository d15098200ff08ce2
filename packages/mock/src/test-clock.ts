import { type Clock, LAST_MS } from "./clock.ts";
import { requireFields, requireNumber } from "./requirements.ts";

/** How a test's clock goes. */
export interface TestClockOptions {
  /**
   * When it begins, in epoch milliseconds.
   * @default 2026-11-02T03:41:07Z, when the jobs of the definition's examples begin
   */
  readonly startsAtMs?: number;
  /**
   * Whether time stands still until `advance` is called. Otherwise it jumps to whatever is waited for next, as soon as
   * nothing else is going on.
   * @default false
   */
  readonly isManual?: boolean;
}

/** A clock for tests: hand it to the mock, and to the client together with its `fetch`. */
export interface TestClock extends Clock {
  /** The platform's `fetch`, during which time stands still. */
  readonly fetch: typeof globalThis.fetch;
  /**
   * Lets so much time pass, with all that happens on the way: it ends when everything has come to rest again.
   *
   * @throws TypeError for anything but a finite number of milliseconds, of at least 0.
   */
  advance(ms: number): Promise<void>;
  /**
   * Says that the answer to a request waits for this clock itself, so that time has to go on meanwhile. The function
   * that it returns takes that back. The mock calls it with the number that `fetch` put into the request's headers.
   */
  letPass(requestNumber: string): () => void;
}

/** The header by which the mock knows the clock's requests. It is in no record. */
export const REQUEST_NUMBER = "x-test-clock-request";

interface Timer {
  readonly atMs: number;
  readonly ring: () => void;
}

const NULL_BODY_STATUSES: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * A clock under a test's control, on which half an hour takes no time.
 *
 * @example
 * const clock = testClock();
 * await using mock = await startMock({ clock });
 * const auth = serviceAccount(mock.credentials);
 * const atlas = createAtlasClient({ auth, baseUrl: mock.url, clock, fetch: clock.fetch });
 *
 * @throws TypeError when an option is unknown, or `startsAtMs` is not a time.
 */
export function testClock(options: TestClockOptions = {}): TestClock {
  requireFields("testClock", options, ["startsAtMs", "isManual"], { noun: "option" });
  const { startsAtMs = Date.parse("2026-11-02T03:41:07Z"), isManual = false } = options;
  requireNumber("startsAtMs", startsAtMs, LAST_MS);
  const timers = new Set<Timer>();
  /** The requests on their way, and whether time may pass during each. */
  const requests = new Map<string, boolean>();
  const restAwaiters: (() => void)[] = [];
  let nowMs = startsAtMs;
  let sent = 0;
  let isLookPlanned = false;

  function planLook(): void {
    if (isLookPlanned) return;
    isLookPlanned = true;
    // Late enough for whatever the last event set going to have come to its end, or to its next wait.
    setImmediate(() => setImmediate(look));
  }

  function look(): void {
    isLookPlanned = false;
    if ([...requests.values()].includes(false)) return;
    if (restAwaiters.length > 0) for (const goOn of restAwaiters.splice(0)) goOn();
    else if (!isManual) ringNext(Number.POSITIVE_INFINITY);
  }

  function ringNext(untilMs: number): boolean {
    const [next] = [...timers].sort((one, other) => one.atMs - other.atMs);
    if (next === undefined || next.atMs > untilMs) return false;
    timers.delete(next);
    nowMs = Math.max(nowMs, next.atMs);
    next.ring();
    planLook();
    return true;
  }

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      restAwaiters.push(resolve);
      planLook();
    });
  }

  return {
    now: () => nowMs,
    monotonicMs: () => nowMs - startsAtMs,
    schedule(ring, ms) {
      const timer = { atMs: nowMs + ms, ring };
      timers.add(timer);
      planLook();
      return () => timers.delete(timer);
    },
    async advance(ms) {
      requireNumber("clock.advance", ms);
      const untilMs = nowMs + ms;
      do await rest();
      while (ringNext(untilMs));
      nowMs = Math.max(nowMs, untilMs);
    },
    async fetch(input, init) {
      sent += 1;
      const number = String(sent);
      const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : {}));
      headers.set(REQUEST_NUMBER, number);
      requests.set(number, false);
      try {
        return await whole(await globalThis.fetch(input, { ...init, headers }));
      } finally {
        requests.delete(number);
        planLook();
      }
    },
    letPass(number) {
      const set = (mayPass: boolean): void => {
        if (requests.has(number)) requests.set(number, mayPass);
        planLook();
      };
      set(true);
      return () => set(false);
    },
  };
}

/** The same answer with its body in memory. */
async function whole(response: Response): Promise<Response> {
  const { status, statusText, headers, url } = response;
  const body = await response.arrayBuffer();
  const buffered = new Response(NULL_BODY_STATUSES.has(status) ? null : body, {
    status,
    statusText,
    headers,
  });
  return Object.defineProperty(buffered, "url", { value: url });
}
