import { requireKnown } from "../require-known.ts";

/** How retries are spaced and when they end. */
export interface RetryPolicy {
  /** How often one call is sent at the most, the first time included. @default 4 */
  maxAttempts: number;
  /** What the back-off begins with, in milliseconds; it doubles with each attempt. @default 500 */
  baseDelayMs: number;
  /** What the back-off grows to, in milliseconds. @default 20_000 */
  maxDelayMs: number;
  /** The longest `Retry-After` that is waited for, in milliseconds; a longer one ends the retries. @default 120_000 */
  maxRetryAfterMs: number;
}

/** The whole policy, where each part that is missing has its default. */
export function retryPolicy(options: Partial<RetryPolicy> = {}): RetryPolicy {
  const { maxAttempts = 4, baseDelayMs = 500, maxDelayMs = 20_000, maxRetryAfterMs = 120_000 } = options;
  const policy = { maxAttempts, baseDelayMs, maxDelayMs, maxRetryAfterMs };
  requireKnown("retry", options, policy);
  return policy;
}

/** A number from 0 to 1 of a generator that, being the caller's own, can return anything. */
export function jitter(random: () => number): number {
  return Math.min(1, Math.max(0, Number(random()) || 0));
}

/**
 * How many milliseconds to wait before the next attempt, or undefined when there should be none.
 *
 * What the service asks for comes first. Without that: exponential back-off with full jitter, a random part of
 * the whole span, so that clients which failed together do not come back together.
 *
 * @param attempt the number of the attempt that failed, from 1
 * @param retryAfter the `Retry-After` header of its answer, in seconds or as a date (RFC 9110, section 10.2.3)
 * @param now milliseconds since the epoch
 * @param random a number from 0 up to, not including, 1
 */
export function retryDelayMs(
  policy: RetryPolicy,
  attempt: number,
  retryAfter: string | null | undefined,
  now: number,
  random: number,
): number | undefined {
  if (attempt >= policy.maxAttempts) return undefined;
  const askedMs = retryAfterMs(retryAfter, now);
  if (askedMs !== undefined) return askedMs <= policy.maxRetryAfterMs ? askedMs : undefined;
  return random * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
}

/** `Retry-After` in milliseconds from now, never negative; undefined when it is missing or is neither form. */
export function retryAfterMs(value: string | null | undefined, now: number): number | undefined {
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Date.parse alone would take "3.5" for a day in March.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value)) return undefined;
  // The oldest of the three forms names no zone; all of them mean GMT (RFC 9110, section 5.6.7).
  const date = Date.parse(value.endsWith(" GMT") ? value : `${value} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
