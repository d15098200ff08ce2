import type { Clock } from "../clock.ts";
import type { Hooks } from "../hooks.ts";
import { noticesOf } from "./notices.ts";
import type { Send } from "./plain-request.ts";

/** Tells the hooks of every attempt, without what is secret in it. */
export function observe(send: Send, hooks: Hooks, clock: Clock): Send {
  if (!hooks.onRequest && !hooks.onResponse) return send;
  return async (request) => {
    const { method, url } = request;
    await hooks.onRequest?.({ method, url });
    const startedAtMs = clock.monotonicMs();
    const response = await send(request);
    const { status } = response;
    // A hook's headers are its own: what it changes in them reaches nobody else.
    const headers = new Headers(response.headers);
    const durationMs = Math.round(clock.monotonicMs() - startedAtMs);
    const notices = noticesOf(headers, clock.now());
    await hooks.onResponse?.({ method, url, status, durationMs, headers, ...notices });
    return response;
  };
}
