import type { Notices } from "../errors.ts";
import { retryAfterMs } from "./retry-delay.ts";

/** Reads the headers that tell something besides the answer; `now` is in milliseconds since the epoch. */
export function noticesOf(headers: Headers, now: number): Notices {
  const text = (name: string) => headers.get(name) ?? undefined;
  const count = (name: string) => {
    const value = text(name) ?? "";
    return /^\d+$/.test(value) ? Number(value) : undefined;
  };
  return {
    retryAfterMs: retryAfterMs(headers, now),
    rateLimit: { limit: count("RateLimit-Limit"), remaining: count("RateLimit-Remaining") },
    deprecation: text("Deprecation"),
    sunset: text("Sunset"),
  };
}
