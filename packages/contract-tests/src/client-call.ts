import * as client from "@atlas-snapshot-export/client";
import type { Contract } from "./contract.ts";
import { type Definition, tokenPaths } from "./definition.ts";
import { fetchTwice } from "./fetch-twice.ts";
import type { Input } from "./input.ts";
import { complaintsIn } from "./prism-complaints.ts";

export interface Call {
  readonly operationId: string;
  readonly input: Input;
  /** Which answer to ask for (RFC 7240). */
  readonly prefer?: Preference | undefined;
  /** @default what the target lets in */
  readonly auth?: client.AuthProvider;
  /** Put in the place of the client's own. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Preference {
  readonly status: number;
  readonly example: string | undefined;
}

/** How a call ended. */
export type Outcome = { readonly result: unknown } | { readonly error: unknown };

type OperationFunction = (atlas: client.AtlasClient, input: Input) => Promise<unknown>;

/**
 * Calls an operation as a user does, except that every request of it can say which answer is wanted. The client holds
 * what comes back against the definition too. Tells besides what a stock Prism on the way complains of.
 */
export async function callOperation(
  { definition, target }: Contract,
  { operationId, input, prefer, auth = target.auth, headers: given = {} }: Call,
): Promise<{ outcome: Outcome; complaints: readonly string[] }> {
  const complaints: string[] = [];
  const outcome = await callThrough(operationId, input, {
    auth,
    baseUrl: target.url,
    retry: { maxAttempts: target.maxAttempts },
    validateResponses: "error",
    async fetch(url, init) {
      const headers = new Headers(init.headers);
      for (const [name, value] of Object.entries(given)) headers.set(name, value);
      const isSignIn = isTokenRequest(definition, new URL(url).pathname);
      if (prefer && !isSignIn) headers.set("Prefer", describePreference(prefer));
      const response = await fetchTwice(url, { ...init, headers });
      complaints.push(...complaintsIn(response, url, headers));
      return response;
    },
  });
  return { outcome, complaints };
}

/** What answers in the place of the network. */
export interface Offline {
  /** @default an empty object */
  readonly answer?: () => Response | Promise<Response>;
  /** @default a token */
  readonly token?: () => Response | Promise<Response>;
  /** @default "off" */
  readonly validateResponses?: client.ResponseValidation;
}

/** Calls an operation with a `fetch` that sends nothing, and tells what would have been sent. */
export async function callOffline(
  definition: Definition,
  operationId: string,
  input: Input,
  { from = client, ...offline }: Offline & { readonly from?: typeof client } = {},
): Promise<{ outcome: Outcome; urls: readonly URL[] }> {
  const { options, requests } = offlineOptions(definition, offline);
  const outcome = await callThrough(operationId, input, options, from);
  return { outcome, urls: requests.map(({ url }) => url) };
}

/** A request that would have been sent. */
export interface OfflineRequest {
  readonly url: URL;
  readonly init: RequestInit;
}

/** Options for a client without a network, and what it would have sent so far. */
export function offlineOptions(
  definition: Definition,
  { answer = () => Response.json({}), token = aToken, validateResponses = "off" }: Offline = {},
): { options: client.AtlasClientOptions; requests: readonly OfflineRequest[] } {
  const requests: OfflineRequest[] = [];
  const options: client.AtlasClientOptions = {
    auth: client.serviceAccount({ clientId: "id", clientSecret: "secret" }),
    baseUrl: "https://host.invalid",
    retry: { maxAttempts: 1 },
    validateResponses,
    async fetch(url, init) {
      requests.push({ url: new URL(url), init });
      return isTokenRequest(definition, new URL(url).pathname) ? token() : answer();
    },
  };
  return { options, requests };
}

function aToken(): Response {
  return Response.json({ access_token: "token", expires_in: 3600 });
}

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

/**
 * The result that a call ended with.
 *
 * @throws Error when it ended otherwise, telling how
 */
export function resultOf(outcome: Outcome): unknown {
  if ("result" in outcome) return outcome.result;
  throw new Error(`The call was to have a result, but it threw ${outcome.error}`);
}

export function isTokenRequest({ document }: Definition, path: string): boolean {
  return tokenPaths(document).includes(path);
}

/** Calls an operation with a client of its own. */
export async function callThrough(
  operationId: string,
  input: Input,
  options: client.AtlasClientOptions,
  from: typeof client = client,
): Promise<Outcome> {
  return outcomeOf(operationFunction(operationId, from)(from.createAtlasClient(options), input));
}

export async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  return call.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

/** The operation functions go by the names that the definition gives them. */
export function operationFunction(operationId: string, from: typeof client = client): OperationFunction {
  const exported: unknown = Object(from)[operationId];
  if (typeof exported === "function") return exported as OperationFunction;
  throw new Error(
    `The client exports no function ${operationId}: run \`pnpm generate\`, and build the client.`,
  );
}

function describePreference({ status, example }: Preference): string {
  return example === undefined ? `code=${status}` : `code=${status}, example=${example}`;
}
