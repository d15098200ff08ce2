import { requireKnown } from "../require-known.ts";

/** How retries are spaced and when they end. */
export interface RetryPolicy {
  /**
   * How often one call is sent at the most, the first time included; 1 means no retries at all. A 429 that comes with
   * `Retry-After` does not count: `maxRetryAfterMs` limits how often that is obeyed.
   * @default 4
   */
  maxAttempts: number;
  /** What the back-off begins with, in milliseconds; it doubles with each attempt. @default 500 */
  baseDelayMs: number;
  /** What the back-off grows to, in milliseconds. @default 20_000 */
  maxDelayMs: number;
  /** How long one call obeys `Retry-After` altogether, in milliseconds; a longer one ends the retries. @default 120_000 */
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

/** How far a call has come with its attempts, the one that has just failed included. */
export interface Course {
  attempts: number;
  /** How many of them were refused with 429 and a `Retry-After`: these do not count against `maxAttempts`. */
  refusals: number;
  /** How long the call has waited because of `Retry-After`, in milliseconds. */
  obeyedMs: number;
  /** What the service asks for now, in milliseconds; undefined when it does not ask. */
  askedMs: number | undefined;
}

/**
 * How many milliseconds to wait before the next attempt, or undefined when there should not be one.
 *
 * The back-off doubles with each attempt. What the service asks for comes before it, and ends the retries when it does
 * not fit into what is left of `maxRetryAfterMs`.
 *
 * @param random a number from 0 up to, not including, 1
 */
export function retryDelayMs(
  { maxAttempts, baseDelayMs, maxDelayMs, maxRetryAfterMs }: RetryPolicy,
  { attempts, refusals, obeyedMs, askedMs = 0 }: Course,
  random: number,
): number | undefined {
  if (maxAttempts < 2 || attempts - refusals >= maxAttempts) return undefined;
  if (askedMs > 0 && obeyedMs + askedMs > maxRetryAfterMs) return undefined;
  return spreadMs(Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1)), random, askedMs);
}

/**
 * A pause between the half and the whole of `spanMs`, so that clients which failed together do not come back together.
 * Where the service asks for more than the half, the random part comes on top of that.
 */
export function spreadMs(spanMs: number, random: number, askedMs = 0): number {
  return Math.max(askedMs, spanMs / 2) + (random * spanMs) / 2;
}

/**
 * What `Retry-After` asks for, in milliseconds, never negative; undefined when it is missing or is neither seconds nor
 * a date (RFC 9110, section 10.2.3). A date counts from the `Date` of the same response, as the service's clock and ours
 * may differ, and from `now` where there is not one.
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get("Retry-After") ?? "";
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const at = dateMs(value);
  return at === undefined ? undefined : Math.max(0, at - (dateMs(headers.get("Date") ?? "") ?? now));
}

/** A date in one of HTTP's three forms, in milliseconds since the epoch; undefined for anything else. */
function dateMs(value: string): number | undefined {
  // Date.parse alone would take "3.5" for a day in March.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(value)) return undefined;
  // The oldest of the three forms names no zone; all of them mean GMT (RFC 9110, section 5.6.7).
  const ms = Date.parse(value.endsWith(" GMT") ? value : `${value} GMT`);
  return Number.isNaN(ms) ? undefined : ms;
}
