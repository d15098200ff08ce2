import * as client from "@atlas-snapshot-export/client";
import { definition, tokenPaths } from "./definition.ts";
import type { Input } from "./input.ts";
import type { Target } from "./target.ts";

/** Which answer to ask the target for (RFC 7240). */
export interface Preference {
  readonly status: number;
  readonly example: string | undefined;
}

type OperationFunction = (atlas: client.AtlasClient, input: Input) => Promise<unknown>;

/**
 * Calls an operation as a user does, except that every request of it says which answer is wanted. The client holds
 * what comes back against the definition too.
 */
export async function callOperation(
  operationId: string,
  input: Input,
  target: Target,
  preference: Preference,
): Promise<Outcome> {
  const { url: baseUrl, credentials } = target;
  return callThrough(operationId, input, credentials, {
    baseUrl,
    validateResponses: "error",
    fetch(url, init) {
      const headers = new Headers(init.headers);
      if (!isTokenRequest(url)) headers.set("Prefer", describePreference(preference));
      return fetch(url, { ...init, headers });
    },
  });
}

/** Calls an operation with a `fetch` that sends nothing, and tells what would have been sent. */
export async function callOffline(
  operationId: string,
  input: Input,
): Promise<{ outcome: Outcome; urls: readonly URL[] }> {
  const urls: URL[] = [];
  const outcome = await callThrough(operationId, input, OFFLINE_CREDENTIALS, {
    baseUrl: "https://host.invalid",
    validateResponses: "off",
    async fetch(url) {
      urls.push(new URL(url));
      return Response.json(isTokenRequest(url) ? { access_token: "token", expires_in: 3600 } : {});
    },
  });
  return { outcome, urls };
}

const OFFLINE_CREDENTIALS = { clientId: "id", clientSecret: "secret" };

/** How a call ended. */
export type Outcome = { readonly result: unknown } | { readonly error: unknown };

/**
 * The error that a call ended with.
 *
 * @throws Error when it ended otherwise, telling how
 */
export function thrown<Thrown extends Error>(
  outcome: Outcome,
  type: new (...args: never[]) => Thrown,
): Thrown {
  if (!("error" in outcome)) throw new Error(`The call was to throw ${type.name}, but it had a result.`);
  if (outcome.error instanceof type) return outcome.error;
  throw new Error(`The call was to throw ${type.name}, but it threw ${outcome.error}`);
}

export function isTokenRequest(url: string | URL): boolean {
  return tokenPaths(definition.document).includes(new URL(url).pathname);
}

async function callThrough(
  operationId: string,
  input: Input,
  credentials: Target["credentials"],
  options: Omit<client.AtlasClientOptions, "auth">,
): Promise<Outcome> {
  const operate = operationFunction(operationId);
  const auth = client.serviceAccount(credentials);
  const atlas = client.createAtlasClient({ ...options, auth, retry: { maxAttempts: 1 } });
  return operate(atlas, input).then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

/** The operation functions go by the names that the definition gives them. */
function operationFunction(operationId: string): OperationFunction {
  const exported: unknown = Object(client)[operationId];
  if (typeof exported === "function") return exported as OperationFunction;
  throw new Error(
    `The client exports no function ${operationId}: run \`pnpm generate\`, and build the client.`,
  );
}

function describePreference({ status, example }: Preference): string {
  return example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
}
