import { checkRequest, type RequestInput } from "./check.ts";
import type { AtlasClient } from "./create-client.ts";
import { AtlasApiError } from "./errors.ts";
import type { Delivery } from "./fetch/delivery.ts";
import { noticesOf } from "./fetch/notices.ts";
import type { RequestOptions } from "./fetch/plain-request.ts";
import type { Operation } from "./operation.ts";
import { type Known, requireKnown } from "./require-known.ts";
import { requireNumbers } from "./require-numbers.ts";

/** What every operation function takes besides its input. */
export interface CallOptions extends RequestOptions {
  /** Ends the call: it rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

const callOptions: Known<CallOptions> = { signal: 1, timeoutMs: 1, deadlineMs: 1, isIdempotent: 1 };

/** @throws {TypeError} when an option is unknown, is not a number, or is too small */
export function requireCallOptions(owner: string, options: CallOptions): void {
  requireKnown(owner, options, callOptions);
  const { timeoutMs, deadlineMs } = options;
  requireNumbers("a call", { timeoutMs, deadlineMs }, 1);
}

/**
 * Calls one operation with flat input, and answers with the data of a 2xx.
 *
 * @param delivery where each attempt notes what became of it
 * @throws {TypeError} when an option is unknown or unusable; nothing is sent
 * @throws {RequestValidationError} before anything is sent
 * @throws {AtlasApiError} on every other status
 */
export async function call<Result>(
  atlas: AtlasClient,
  operation: Operation,
  input: object,
  options: CallOptions = {},
  delivery?: Delivery,
): Promise<Result> {
  requireCallOptions(operation.operationId, options);
  const { response, body } = await atlas.exchange(
    operation,
    sort(operation, input as Record<string, unknown>),
    { ...options, delivery },
  );
  if (!response.ok) {
    const { method, path } = operation;
    const notices = noticesOf(response.headers, atlas.clock.now());
    throw new AtlasApiError({ method, url: response.url || path, response, body, notices });
  }
  const checking = atlas.checkAnswer(operation, body);
  // Mostly there is nothing to wait for, which a call is too short to do.
  if (checking) await checking;
  // The definition says what a 2xx carries.
  return body as Result;
}

/**
 * The check of a call by itself, for what sends something else before it.
 *
 * @throws {RequestValidationError} when the input breaks the definition
 */
export function checkInput(operation: Operation, input: object): void {
  checkRequest(operation, sort(operation, input as Record<string, unknown>));
}

/** Flat input → openapi-fetch's places. What the operation does not know goes to the query, where the check refuses it. */
function sort({ parameters }: Operation, input: Record<string, unknown>): RequestInput {
  const params = { path: {}, query: {}, header: {} } as Required<RequestInput["params"] & {}>;
  for (const name in input) {
    if (name === "body" || input[name] === undefined) continue;
    params[parameters[name]?.in ?? "query"][name] = input[name];
  }
  return { params, body: input["body"] };
}
