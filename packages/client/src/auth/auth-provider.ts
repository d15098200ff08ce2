import type { Clock } from "../clock.ts";
import type { Answer } from "../fetch/answer.ts";
import type { Send } from "../fetch/plain-request.ts";
import type { Warning } from "../hooks.ts";

/**
 * Where credentials come from. `serviceAccount` and `apiKey` are two; write another for a vault or a secrets
 * manager.
 *
 * @example
 * const fromVault: AuthProvider = {
 *   authorize: async () => `Bearer ${await vault.read("atlas/token")}`,
 *   onUnauthorized: ({ attempt }) => attempt === 1,
 * };
 */
export interface AuthProvider {
  /**
   * The value of the `Authorization` header for one request, or undefined to send it without.
   *
   * @throws {AuthenticationError} when there are no credentials to be had
   */
  authorize(request: AuthRequest, context: AuthContext): string | undefined | Promise<string | undefined>;
  /**
   * Called after a 401: returns whether to authorize the request again and send it once more. Not called when the code
   * of the response says that the credential is right and lacks a role or an access-list entry.
   */
  onUnauthorized?(challenge: Unauthorized, context: AuthContext): boolean | Promise<boolean>;
  /**
   * What must not show anywhere besides the `Authorization` values, such as a client secret. Where a service repeats one
   * of at least eight characters, `[secret]` takes its place. Called before each attempt.
   */
  secrets?(): readonly string[];
}

/** What a provider may know of the request. */
export interface AuthRequest {
  method: string;
  url: string;
  signal: AbortSignal | undefined;
  /** The 401 that this attempt follows; undefined for the first attempt. Its challenge belongs to this request alone. */
  unauthorized?: Unauthorized | undefined;
}

/** A response of 401. */
export interface Unauthorized {
  response: Answer;
  /** What the request carried. */
  authorization: string | undefined;
  /** How often this request has been answered with 401, this time included. */
  attempt: number;
}

/** The client, as its provider sees it. */
export interface AuthContext {
  /** Where the credentials may go, without a trailing slash. */
  baseUrl: string;
  /** Sends without credentials, with the client's timeout and retries: for a token endpoint. */
  send: Send;
  clock: Clock;
  warn: (warning: Warning) => unknown;
}
