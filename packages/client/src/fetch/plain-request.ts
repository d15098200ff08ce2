import type { Answer } from "./answer.ts";
import type { Delivery } from "./delivery.ts";

/**
 * What goes down through the layers in place of a `Request`. Its body stays a string, so it can be sent as often as
 * need be, and `fetch` gets a URL and an init, which costs it far less than taking a `Request` apart.
 */
export class PlainRequest {
  readonly url: string;
  readonly method: string;
  /** By their names in lower case. */
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly signal: AbortSignal | undefined;
  /** Where each attempt notes what became of it. */
  readonly delivery?: Delivery | undefined;
  /** Whatever else the caller gave: options of this client, and those of `fetch`. */
  readonly options: RequestOptions;

  constructor(url: string, { method, headers, body, signal, delivery, ...options }: PlainRequestInit = {}) {
    this.url = url;
    this.method = method ?? "GET";
    this.headers = headers instanceof Headers ? Object.fromEntries(headers) : { ...headers };
    this.body = body;
    this.signal = signal ?? undefined;
    this.delivery = delivery;
    this.options = options;
  }
}

/** Whether an answer of 2xx must have something in it. */
export function expectsJson({ headers }: PlainRequest): boolean {
  return /[/+]json\b/.test(headers["accept"] ?? "");
}

/** What one call may set for itself. */
export interface RequestOptions {
  /** How long one attempt may take, in milliseconds. @default the client's `timeoutMs` */
  timeoutMs?: number | undefined;
  /** How long all attempts may take together, in milliseconds. @default the client's `deadlineMs` */
  deadlineMs?: number | undefined;
  /**
   * Whether sending it twice does no harm, so that it may be retried whatever became of the first time.
   * @default true for GET and HEAD, false for all else
   */
  isIdempotent?: boolean | undefined;
}

export interface PlainRequestInit extends RequestOptions {
  method?: string | undefined;
  headers?: Headers | Record<string, string> | undefined;
  body?: string | undefined;
  signal?: AbortSignal | null | undefined;
  delivery?: Delivery | undefined;
}

/**
 * The plain form of a real `Request`, which openapi-fetch builds when the user has middleware. A clone of it has lost
 * the options, and its headers stay the user's: no credential gets into them.
 */
export async function toPlainRequest(
  request: PlainRequest | Request,
  options: PlainRequestInit,
): Promise<PlainRequest> {
  if (request instanceof PlainRequest) return request;
  const { url, method, headers, signal } = request;
  const body = request.body ? await request.text() : undefined;
  return new PlainRequest(url, { ...options, method, headers, signal, body });
}

/** One layer's view of the next one down: a request in, an answer whose body has arrived whole out. */
export type Send = (request: PlainRequest) => Promise<Answer>;
