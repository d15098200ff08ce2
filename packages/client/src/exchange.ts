import { checkRequest, type RequestInput } from "./check.ts";
import type { Answer } from "./fetch/answer.ts";
import type { PlainRequest, RequestOptions, Send } from "./fetch/plain-request.ts";
import type { Operation } from "./operation.ts";

/** What every call is made with. */
export interface Engine {
  /** openapi-fetch, without its generic signatures. */
  openapi: { request(method: string, path: string, init: object): Promise<Exchange> };
  /** Sends a request signed in, and again where that is safe. */
  send: Send;
  /** What stands in the headers of every request. */
  headersOf(operation: Operation): Record<string, string>;
}

/** What openapi-fetch answers with. */
export interface Exchange {
  data?: unknown;
  error?: unknown;
  response: Answer;
}

export interface ExchangeOptions extends RequestOptions {
  signal?: AbortSignal | undefined;
}

/**
 * Checks the input of a call, and sends it through openapi-fetch. That puts the URL together and takes the answer apart;
 * the request itself is made here, because what openapi-fetch would make of headers and body costs as much as all else.
 *
 * @throws {RequestValidationError} before anything is sent
 */
export function exchange(
  { openapi, headersOf }: Engine,
  operation: Operation,
  { params, body }: RequestInput,
  options: ExchangeOptions,
): Promise<Exchange> {
  checkRequest(operation, { params, body });
  const make = (url: string, { method, headers }: MadeInit): PlainRequest => ({
    url,
    method,
    headers: withOthers(headersOf(operation), headers),
    body: JSON.stringify(body),
    signal: options.signal,
    options,
  });
  return openapi.request(operation.method, operation.path, { params, Request: Made, make, parseAs: "data" });
}

/** Where openapi-fetch would have a `Request`, it gets what `make` makes. */
function Made(url: string, init: MadeInit): PlainRequest {
  return init.make(url, init);
}

interface MadeInit {
  make(url: string, init: MadeInit): PlainRequest;
  method: string;
  headers: Headers;
}

/** Header parameters come from openapi-fetch. */
function withOthers(headers: Record<string, string>, others: Headers): Record<string, string> {
  for (const [name, value] of others) headers[name] ??= value;
  return headers;
}
