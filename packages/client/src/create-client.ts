import type { AuthContext, AuthProvider } from "./auth/auth-provider.ts";
import { secureUrl } from "./auth/secure-url.ts";
import type { RequestInput } from "./check.ts";
import { checkResponse, type ResponseValidation, responseValidations } from "./check-response.ts";
import { type Clock, systemClock } from "./clock.ts";
import { defaultBaseUrl } from "./definition.gen.ts";
import { type Engine, type Exchange, type ExchangeOptions, exchange } from "./exchange.ts";
import { attempt, type Fetch } from "./fetch/attempt.ts";
import { authenticate } from "./fetch/authenticate.ts";
import { concealer } from "./fetch/conceal.ts";
import { openEnvelope } from "./fetch/envelope.ts";
import { canBeHeader } from "./fetch/header-value.ts";
import { observe } from "./fetch/observe.ts";
import { retry } from "./fetch/retry.ts";
import { type RetryPolicy, retryPolicy } from "./fetch/retry-delay.ts";
import { type Hooks, requireHooks, type Warning } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import { requireFunctions } from "./require-functions.ts";
import { type Known, requireKnown } from "./require-known.ts";
import { requireNumbers } from "./require-numbers.ts";
import { version } from "./version.gen.ts";

/** How a client signs in, sends and retries. */
export interface AtlasClientOptions {
  /** How to sign in: `serviceAccount(…)`, `apiKey(…)`, or a provider of your own. */
  auth: AuthProvider;
  /** Another host, such as a mock. https, or http to this machine (see `allowInsecureHttp`). @default "https://cloud.mongodb.com" */
  baseUrl?: string;
  /**
   * Whether `baseUrl` may be http to another machine, such as a mock in another container. Credentials then travel
   * unencrypted: never set it for the live service.
   * @default false
   */
  allowInsecureHttp?: boolean;
  /** What sends the requests. @default the platform's own `fetch` */
  fetch?: Fetch;
  /** How long one attempt may take, in milliseconds, its body included. @default 30_000 */
  timeoutMs?: number;
  /**
   * How long a call may take with all its retries, in milliseconds; for `createExportJob`, with its search for the job
   * as well.
   * @default no limit
   */
  deadlineMs?: number;
  /** How many bytes a response may have, after decompression; a larger one is a `NetworkError`. @default 33_554_432 (32 MiB) */
  maxResponseBytes?: number;
  /** How retries are spaced and when they end. @default up to 4 attempts, 0.5 s doubling to 20 s, with jitter */
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

const clientOptions: Known<AtlasClientOptions> = {
  auth: 1,
  baseUrl: 1,
  allowInsecureHttp: 1,
  fetch: 1,
  timeoutMs: 1,
  deadlineMs: 1,
  maxResponseBytes: 1,
  retry: 1,
  userAgent: 1,
  hooks: 1,
  validateResponses: 1,
  clock: 1,
  random: 1,
};

/**
 * What the functions of this package send with, and the world that waiting needs. `withPaths` adds openapi-fetch's own
 * surface.
 */
export interface AtlasClient {
  readonly clock: Clock;
  readonly random: () => number;
  /** How long a call may take with all that belongs to it, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  readonly engine: Engine;
  /** Makes one call. */
  exchange(operation: Operation, input: RequestInput, options: ExchangeOptions): Promise<Exchange>;
  /** Holds the body of a 2xx against the definition. */
  checkAnswer(operation: Operation, data: unknown): unknown;
}

/**
 * A client that signs in, checks what it sends against the definition, and retries what is safe to retry.
 *
 * Pass it to the functions of this package, such as `createBackupExportJob(atlas, …)`.
 *
 * @throws {TypeError} when an option is unknown or unusable
 *
 * @example
 * const atlas = createAtlasClient({
 *   auth: serviceAccount({ clientId, clientSecret }),
 *   hooks: { onRetry: ({ url, attempt, delayMs }) => console.warn(url, attempt, delayMs) },
 * });
 */
export function createAtlasClient(options: AtlasClientOptions): AtlasClient {
  requireKnown("createAtlasClient", options, clientOptions);
  const { auth, fetch = globalThis.fetch, timeoutMs = 30_000, deadlineMs, hooks = {} } = options;
  const { maxResponseBytes = 32 * 1024 * 1024 } = options;
  const { clock = systemClock, random = Math.random, validateResponses = "warn" } = options;
  // Text such as "false" does not allow it.
  const isInsecureAllowed = options.allowInsecureHttp === true;
  const baseUrl = secureUrl("baseUrl", options.baseUrl ?? defaultBaseUrl, isInsecureAllowed).href.replace(
    /\/$/,
    "",
  );
  if (typeof auth?.authorize !== "function")
    throw new TypeError("createAtlasClient needs auth, such as serviceAccount({ clientId, clientSecret })");
  requireFunctions("createAtlasClient", { fetch, random });
  const { now, monotonicMs, schedule } = clock;
  requireFunctions("createAtlasClient", {
    "clock.now": now,
    "clock.monotonicMs": monotonicMs,
    "clock.schedule": schedule,
  });
  requireHooks(hooks);
  if (!responseValidations.includes(validateResponses))
    throw new TypeError(
      `createAtlasClient needs validateResponses, one of ${responseValidations.join(", ")}`,
    );

  const policy = retryPolicy(options.retry);
  const { maxAttempts, ...delays } = policy;
  requireNumbers("createAtlasClient", { timeoutMs, deadlineMs, maxAttempts, maxResponseBytes }, 1);
  requireNumbers("createAtlasClient", delays, 0);

  const retryContext = { policy, deadlineMs, clock, random, hooks };
  const conceal = concealer(auth);
  const once = attempt(fetch, clock, { timeoutMs, maxResponseBytes });
  const signInOnce = observe(conceal.signIn(once), hooks, clock);
  const callOnce = observe(conceal.send(once), hooks, clock);
  const warn = (warning: Warning) => hooks.onWarning?.(conceal.warning(warning));
  const context: AuthContext = { baseUrl, send: retry(signInOnce, retryContext), clock, warn };
  const send = openEnvelope(retry(authenticate(callOnce, auth, context), retryContext));

  const userAgent = [options.userAgent, `atlas-snapshot-export/${version}`].filter(Boolean).join(" ");
  if (!canBeHeader(userAgent)) throw new TypeError("userAgent holds a character that no header can carry");
  const engine: Engine = {
    baseUrl,
    send,
    headersOf({ accept, body }) {
      const headers: Record<string, string> = { "user-agent": userAgent, accept };
      if (body) headers["content-type"] = body.contentType;
      return headers;
    },
  };

  return {
    clock,
    random,
    deadlineMs,
    engine,
    exchange: (operation, input, callOptions) => exchange(engine, operation, input, callOptions),
    checkAnswer: (operation, data) => checkResponse(operation, data, validateResponses, hooks),
  };
}
