import type { Hooks, ObservedRequest } from "@atlas-snapshot-export/client";
import type { Output } from "./output.ts";

/** Of no use to anybody who looks for a fault, and good for a sign-in while it lasts. */
const hiddenHeaders = new Set(["authorization", "authentication-info", "set-cookie", "www-authenticate"]);

/** Tells every request and answer to `--debug`. The client hands its hooks no credential and no body. */
export function debugHooks({ debug }: Pick<Output, "debug">): Hooks {
  return {
    onRequest: (request) => debug(`> ${lineOf(request)}`),
    onResponse: ({ status, durationMs, headers, ...request }) => {
      const shown = [...headers].filter(([name]) => !hiddenHeaders.has(name));
      const lines = shown.map(([name, value]) => `    ${name}: ${value}`);
      debug([`< ${status} in ${durationMs} ms: ${lineOf(request)}`, ...lines].join("\n"));
    },
    onRetry: ({ attempt, delayMs, status, error, ...request }) => {
      const reason = status ?? (error instanceof Error ? error.message : error);
      debug(`attempt ${attempt} failed (${reason}), next in ${delayMs} ms: ${lineOf(request)}`);
    },
    onWarning: ({ message }) => debug(`warning: ${message}`),
  };
}

function lineOf({ method, url }: ObservedRequest): string {
  return `${method} ${url}`;
}
