import type { Clock } from "./clock.ts";
import type { ReceivedRequest, Respond } from "./exchange.ts";
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

  remaining(operation: Operation, request: ReceivedRequest): number {
    return this.#windows.get(projectOf(operation, request))?.remaining ?? this.#limit.requests;
  }

  /** Puts what is left where the definition's example says something else. */
  withHeaders(respond: Respond): Respond {
    return async (exchange) => {
      const { operation, request } = exchange;
      const left = this.remaining(operation, request);
      const answer = await respond(exchange);
      if (!("ratelimit-remaining" in answer.headers)) return answer;
      const headers = {
        ...answer.headers,
        "ratelimit-limit": String(this.#limit.requests),
        "ratelimit-remaining": String(left),
      };
      return { ...answer, headers };
    };
  }
}

function projectOf({ path }: Operation, request: ReceivedRequest): string {
  return pathParameters(path, request.path)["groupId"] ?? "";
}
