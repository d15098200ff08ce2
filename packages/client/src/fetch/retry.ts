import { type Clock, sleep, within } from "../clock.ts";
import { isTransient, NetworkError, noAnswer } from "../errors.ts";
import type { Hooks } from "../hooks.ts";
import { requireNumbers } from "../require-numbers.ts";
import type { Answer } from "./answer.ts";
import { mayHaveTakenEffect } from "./delivery.ts";
import { errorCodeOf } from "./error-code.ts";
import type { PlainRequest, Send } from "./plain-request.ts";
import { type Course, jitter, type RetryPolicy, retryAfterMs, retryDelayMs } from "./retry-delay.ts";

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
 *
 * @throws {TypeError} when the request's own limits are no numbers, or less than a millisecond
 */
export function retry(send: Send, context: RetryContext): Send {
  return (request) => {
    const { clock } = context;
    const { timeoutMs, deadlineMs = context.deadlineMs } = request.options;
    requireNumbers("a call", { timeoutMs, deadlineMs }, 1);
    if (deadlineMs === undefined) return sendUntil(Number.POSITIVE_INFINITY, request, send, context);
    const expired = () => {
      const what = `no answer within the deadline of ${deadlineMs} ms`;
      return noAnswer(request, what, undefined, !request.delivery || mayHaveTakenEffect(request.delivery));
    };
    return within(clock, deadlineMs, request.signal, expired, (signal) =>
      sendUntil(clock.monotonicMs() + deadlineMs, { ...request, signal }, send, context),
    );
  };
}

async function sendUntil(
  endsAtMs: number,
  request: PlainRequest,
  send: Send,
  { policy, clock, random, hooks }: RetryContext,
): Promise<Answer> {
  const { method, url, signal } = request;
  const course: Course = { attempts: 0, refusals: 0, obeyedMs: 0, askedMs: undefined };
  for (;;) {
    let answer: Answer | undefined;
    let error: unknown;
    try {
      answer = await send(request);
      if (answer.ok) return answer;
    } catch (caught) {
      error = caught;
    }
    course.attempts += 1;
    course.askedMs = answer && retryAfterMs(answer.headers, clock.now());
    if (course.askedMs && answer?.status === 429) course.refusals += 1;
    const delayMs = (await isWorthRetrying(request, answer, error))
      ? retryDelayMs(policy, course, jitter(random))
      : undefined;
    if (delayMs === undefined || clock.monotonicMs() + delayMs >= endsAtMs) {
      if (answer) return answer;
      throw error;
    }
    if (course.askedMs) course.obeyedMs += delayMs;
    const { attempts: attempt } = course;
    await hooks.onRetry?.({ method, url, attempt, delayMs, status: answer?.status, error });
    await sleep(clock, delayMs, signal);
  }
}

async function isWorthRetrying(
  { method, options, delivery }: PlainRequest,
  answer: Answer | undefined,
  error: unknown,
): Promise<boolean> {
  const { isIdempotent = method === "GET" || method === "HEAD" } = options;
  if (!answer) {
    // The delivery is asked as well: an error that the caller's code throws may say anything.
    const isUnsent = error instanceof NetworkError && !error.mayHaveArrived && !delivery?.mayHaveArrived;
    return isUnsent || (isIdempotent && error instanceof NetworkError && isTransient(error));
  }
  const { status } = answer;
  if (status === 405) return (await errorCodeOf(answer)) === "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES";
  return status === 429 || (isIdempotent && (status === 408 || status >= 500));
}
