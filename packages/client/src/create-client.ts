import createOpenapiClient from "openapi-fetch";
import type { AuthContext, AuthProvider } from "./auth/auth-provider.ts";
import { secureUrl } from "./auth/secure-url.ts";
import { checkRequest, type RequestInput } from "./check.ts";
import { checkResponse, type ResponseValidation } from "./check-response.ts";
import { type Clock, systemClock } from "./clock.ts";
import { defaultBaseUrl } from "./definition.gen.ts";
import type { Answer } from "./fetch/answer.ts";
import { attempt, type Fetch } from "./fetch/attempt.ts";
import { authenticate } from "./fetch/authenticate.ts";
import { openEnvelope } from "./fetch/envelope.ts";
import { observe } from "./fetch/observe.ts";
import { PlainRequest, type RequestOptions, type Send } from "./fetch/plain-request.ts";
import { retry } from "./fetch/retry.ts";
import { type RetryPolicy, retryPolicy } from "./fetch/retry-delay.ts";
import type { Hooks, Warning } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import { version } from "./version.gen.ts";

export interface AtlasClientOptions {
  /** How to sign in: `serviceAccount(…)`, `apiKey(…)`, or a provider of your own. */
  auth: AuthProvider;
  /** Another host, such as a mock. https, or http to this machine. @default "https://cloud.mongodb.com" */
  baseUrl?: string;
  /** What sends the requests. @default the platform's own `fetch` */
  fetch?: Fetch;
  /** How long one attempt may take, in milliseconds, its body included. @default 30_000 */
  timeoutMs?: number;
  /** How long a call may take with all its retries, in milliseconds. @default no limit */
  deadlineMs?: number;
  /** How retries are spaced and when they end. @default up to 4 attempts, 0.5 s doubling to 20 s, full jitter */
  retry?: Partial<RetryPolicy>;
  /** Put before the client's own name in `User-Agent`. @default none */
  userAgent?: string;
  /** Where to log and to count. */
  hooks?: Hooks;
  /**
   * What to do when a 2xx carries a body that breaks the definition: throw a `ResponseValidationError`, tell the
   * `onWarning` hook, or nothing. The data comes through in any case but the first.
   * @default "warn"
   */
  validateResponses?: ResponseValidation;
  /** Time, for tests. @default the system's */
  clock?: Clock;
  /** Numbers from 0 up to 1, for the jitter. @default Math.random */
  random?: () => number;
}

/** What the functions of this package send with, and the world that waiting needs. `withPaths` adds openapi-fetch's own surface. */
export interface AtlasClient {
  readonly clock: Clock;
  readonly random: () => number;
  /** Checks one call, sends it through openapi-fetch, and checks the answer. */
  exchange(operation: Operation, init: ExchangeInit): Promise<Exchange>;
  /** Sends a request signed in, and again where that is safe. */
  send: Send;
}

/** What openapi-fetch takes for a call, and hands on to its `Request`. */
export interface ExchangeInit extends RequestInput, RequestOptions {
  signal?: AbortSignal | undefined;
  headers?: Record<string, unknown>;
  [option: string]: unknown;
}

/** What openapi-fetch answers with. */
export interface Exchange {
  data?: unknown;
  error?: unknown;
  response: Answer;
}

/** openapi-fetch without its generic signatures, and with light forms of `Request` and `Response`. */
const openapiFetch = createOpenapiClient as unknown as (options: {
  baseUrl: string;
  headers: Record<string, string>;
  Request: typeof PlainRequest;
  fetch: Send;
}) => { request(method: string, path: string, init: ExchangeInit): Promise<Exchange> };

/**
 * A client that signs in, checks what it sends against the definition, and retries what is safe to retry.
 *
 * Pass it to the functions of this package, such as `createBackupExportJob(atlas, …)`.
 *
 * @throws {TypeError} when an option is unusable
 */
export function createAtlasClient(options: AtlasClientOptions): AtlasClient {
  const { auth, fetch = globalThis.fetch, timeoutMs = 30_000, deadlineMs, hooks = {} } = options;
  const { clock = systemClock, random = Math.random, validateResponses = "warn" } = options;
  const baseUrl = secureUrl("baseUrl", options.baseUrl ?? defaultBaseUrl).href.replace(/\/$/, "");
  const retryContext = { policy: retryPolicy(options.retry), deadlineMs, clock, random, hooks };

  const once = observe(attempt(fetch, clock, timeoutMs), hooks, clock);
  const warn = (warning: Warning) => hooks.onWarning?.(warning);
  const context: AuthContext = { baseUrl, send: retry(once, retryContext), clock, warn };
  const send = openEnvelope(retry(authenticate(once, auth, context), retryContext));

  const userAgent = [options.userAgent, `atlas-snapshot-export/${version}`].filter(Boolean).join(" ");
  const openapi = openapiFetch({
    baseUrl,
    headers: { "User-Agent": userAgent },
    Request: PlainRequest,
    fetch: send,
  });

  return {
    clock,
    random,
    send,
    async exchange(operation, init) {
      checkRequest(operation, init);
      const { method, path, accept, body } = operation;
      const headers = { ...init.headers, Accept: accept, ...(body && { "Content-Type": body.contentType }) };
      const exchange = await openapi.request(method, path, { ...init, headers });
      const isJson = (init["parseAs"] ?? "json") === "json";
      if (exchange.response.ok && isJson) checkResponse(operation, exchange.data, validateResponses, hooks);
      return exchange;
    },
  };
}
