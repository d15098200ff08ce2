import { afterEach } from "vitest";
import type { AuthProvider } from "../auth/auth-provider.ts";
import { type AtlasClientOptions, createAtlasClient } from "../create-client.ts";
import type { Hooks, ObservedRequest, ObservedResponse, Retry, Warning } from "../hooks.ts";
import { type PathClient, withPaths } from "../with-paths.ts";
import type { ScriptedServer } from "./scripted-server.ts";
import { expectNoSecret, secrets } from "./secrets.ts";

/** What the hooks were told, by hook. */
export interface Told {
  requests: ObservedRequest[];
  responses: ObservedResponse[];
  retries: Retry[];
  warnings: Warning[];
}

/** A provider that knows one credential and nothing else. */
export const ownAuth: AuthProvider = { authorize: () => `Bearer ${secrets.ownCredential}` };

const shown: unknown[] = [];

/** After every test that connects: no hook was told a secret, and nothing that a user holds shows one. */
afterEach(() => {
  expectNoSecret(...shown.splice(0));
});

/** A client of the server, and what its hooks are told. */
export function connect(
  server: Pick<ScriptedServer, "url">,
  { hooks, ...options }: Partial<AtlasClientOptions> = {},
): { atlas: PathClient; told: Told } {
  const told: Told = { requests: [], responses: [], retries: [], warnings: [] };
  const listening: Hooks = hooks ?? {
    onRequest: (request) => told.requests.push(request),
    onResponse: (response) => told.responses.push(response),
    onRetry: (retry) => told.retries.push(retry),
    onWarning: (warning) => told.warnings.push(warning),
  };
  const atlas = withPaths(
    createAtlasClient({ auth: ownAuth, baseUrl: server.url, hooks: listening, ...options }),
  );
  shown.push(atlas, options.auth, told);
  return { atlas, told };
}

/** What a promise is rejected with, which shows no secret. */
export async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("value" in outcome) throw new Error(`expected a failure, got ${JSON.stringify(outcome.value)}`);
  expectNoSecret(outcome.error);
  return outcome.error;
}
