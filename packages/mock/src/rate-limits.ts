import type { Clock } from "./clock.ts";
import type { ReceivedRequest } from "./exchange.ts";
import { type Operation, pathParameters } from "./operation.ts";
import { type Refusal, rateLimited } from "./refusal.ts";

/** How many calls a project has. */
export interface RateLimit {
  /** In one window. */
  readonly requests: number;
  /** How long a window lasts from its first call on, in milliseconds of the mock's clock. */
  readonly windowMs: number;
}

interface Window {
  readonly endsAtMs: number;
  remaining: number;
}

/** How much each project has left of its limit: the live service, too, counts by project and not by credential. */
export class RateLimits {
  readonly #windows = new Map<string, Window>();
  readonly #limit: RateLimit;
  readonly #clock: Clock;

  constructor(limit: RateLimit, clock: Clock) {
    this.#limit = limit;
    this.#clock = clock;
  }

  /** Takes one call; refuses where none is left until the window ends. */
  take(operation: Operation, request: ReceivedRequest): Refusal | undefined {
    const { requests, windowMs } = this.#limit;
    const project = projectOf(operation, request);
    const nowMs = this.#clock.monotonicMs();
    let window = this.#windows.get(project);
    if (window === undefined || window.endsAtMs <= nowMs) {
      window = { endsAtMs: nowMs + windowMs, remaining: requests };
      this.#windows.set(project, window);
    }
    if (window.remaining === 0) return rateLimited(requests, Math.ceil((window.endsAtMs - nowMs) / 1000));
    window.remaining -= 1;
    return undefined;
  }

  /** What a response says of the limit, where the definition's example says something else. */
  headers(operation: Operation, request: ReceivedRequest): Readonly<Record<string, string>> {
    const { requests } = this.#limit;
    const remaining = this.#windows.get(projectOf(operation, request))?.remaining ?? requests;
    return { "ratelimit-limit": String(requests), "ratelimit-remaining": String(remaining) };
  }
}

function projectOf({ path }: Operation, request: ReceivedRequest): string {
  return pathParameters(path, request.path)["groupId"] ?? "";
}
