import { createFinalURL } from "openapi-fetch";
import { checkRequest, type RequestInput } from "./check.ts";
import { type Answer, contentOf } from "./fetch/answer.ts";
import { type Delivery, undelivered } from "./fetch/delivery.ts";
import type { RequestOptions, Send } from "./fetch/plain-request.ts";
import type { Operation } from "./operation.ts";
import { serializers } from "./serializers.ts";

/** What every call is made with. */
export interface Engine {
  /** Without a trailing slash. */
  baseUrl: string;
  /** Sends a request signed in, and again where that is safe. */
  send: Send;
  /** What stands in the headers of every request. */
  headersOf(operation: Operation): Record<string, string>;
}

/** What came of a call. */
export interface Exchange {
  response: Answer;
  /** The parsed body, or its text where it is not JSON, or nothing. */
  body: unknown;
}

export interface ExchangeOptions extends RequestOptions {
  signal?: AbortSignal | undefined;
  /** Where each attempt notes what became of it. */
  delivery?: Delivery | undefined;
}

/**
 * Checks the input of a call, and sends it. Only the URL is put together by openapi-fetch: the `Request` and the
 * `Response` that its client goes through cost more than all else that a call does.
 *
 * @throws {RequestValidationError} before anything is sent
 */
export async function exchange(
  { baseUrl, send, headersOf }: Engine,
  operation: Operation,
  { params = {}, body }: RequestInput,
  { signal, delivery = undelivered(), ...options }: ExchangeOptions,
): Promise<Exchange> {
  checkRequest(operation, { params, body });
  const headers = headersOf(operation);
  for (const name in params.header) headers[name.toLowerCase()] ??= String(params.header[name]);
  const response = await send({
    url: createFinalURL(operation.path, { baseUrl, params, ...serializers }),
    method: operation.method,
    headers,
    body: JSON.stringify(body),
    signal,
    delivery,
    options,
  });
  return { response, body: await contentOf(response) };
}
