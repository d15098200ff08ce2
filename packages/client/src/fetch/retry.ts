import { type Clock, sleep, within } from "../clock.ts";
import { NetworkError } from "../errors.ts";
import type { Hooks } from "../hooks.ts";
import { PlainRequest, type Send } from "./plain-request.ts";
import { type RetryPolicy, retryDelayMs } from "./retry-delay.ts";

/** What retrying needs from the world. */
export interface RetryContext {
  policy: RetryPolicy;
  deadlineMs: number | undefined;
  clock: Clock;
  random: () => number;
  hooks: Hooks;
}

/**
 * Sends again what failed for the moment, as long as that cannot make anything happen twice: a request without
 * effect always, any other only when it is certain that the failed one did nothing.
 */
export function retry(send: Send, context: RetryContext): Send {
  return (request) => {
    const { clock } = context;
    const { method, url, headers, body, signal, options } = request;
    const { deadlineMs = context.deadlineMs } = options;
    if (deadlineMs === undefined) return sendUntil(Number.POSITIVE_INFINITY, request, send, context);
    const expired = () =>
      new NetworkError(`no answer within the deadline of ${deadlineMs} ms`, {
        method,
        url,
        mayHaveArrived: true,
      });
    return within(clock, deadlineMs, signal, expired, (abortable) => {
      const bounded = new PlainRequest(url, { ...options, method, headers, body, signal: abortable });
      return sendUntil(clock.now() + deadlineMs, bounded, send, context);
    });
  };
}

async function sendUntil(
  endsAt: number,
  request: PlainRequest,
  send: Send,
  { policy, clock, random, hooks }: RetryContext,
): Promise<Response> {
  const { method, url, signal } = request;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await settle(send(request));
    if (!(await isWorthRetrying(request, outcome))) return finish(outcome);
    const retryAfter = outcome.response?.headers.get("Retry-After");
    const delayMs = retryDelayMs(policy, attempt, retryAfter, clock.now(), random());
    if (delayMs === undefined || clock.now() + delayMs >= endsAt) return finish(outcome);
    hooks.onRetry?.({
      method,
      url,
      attempt,
      delayMs,
      status: outcome.response?.status,
      error: outcome.error,
    });
    await sleep(clock, delayMs, signal);
  }
}

type Outcome = { response: Response; error?: undefined } | { response?: undefined; error: unknown };

async function settle(answer: Promise<Response>): Promise<Outcome> {
  try {
    return { response: await answer };
  } catch (error) {
    return { error };
  }
}

function finish({ response, error }: Outcome): Response {
  if (response) return response;
  throw error;
}

async function isWorthRetrying({ method, options }: PlainRequest, outcome: Outcome): Promise<boolean> {
  const isIdempotent = options.isIdempotent ?? (method === "GET" || method === "HEAD");
  const { response, error } = outcome;
  if (!response) return error instanceof NetworkError && (isIdempotent || !error.mayHaveArrived);
  if (response.status === 429) return true;
  if (response.status === 405)
    return (await errorCode(response)) === "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES";
  return isIdempotent && (response.status === 408 || response.status >= 500);
}

async function errorCode(response: Response): Promise<unknown> {
  const header = response.headers.get("X-Error-Code");
  if (header) return header;
  return response
    .clone()
    .json()
    .then((body) => body.errorCode)
    .catch(() => undefined);
}
