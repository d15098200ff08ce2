import type { Hide } from "./secret-forms.ts";

/** As much of a `Response` as the client reads. */
export interface Answer extends Pick<Response, "ok" | "status" | "statusText" | "headers" | "url"> {
  text(): Promise<string>;
  json(): Promise<unknown>;
  clone(): Answer;
}

type Head = Pick<Answer, "status" | "statusText" | "headers"> & { readonly url?: string };

/**
 * An answer whose body has arrived whole. To make a `Response` of it again would cost more than all else that a call
 * does; `toResponse` is for those who must have one. What only a failure is asked for is read when it is asked for.
 * The body does not show, because who logs an answer must not log a token.
 */
export class PlainAnswer implements Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly #head: Head;
  readonly #url: string;
  readonly #body: string;
  /** The body parsed, where that was done already. */
  readonly #data: unknown;
  #hide: Hide = (text) => text;
  #headers: Headers | undefined;

  /** `url` is what was asked, for a head that tells none. */
  constructor(head: Head, url: string, body: string, data?: unknown) {
    this.status = head.status;
    this.ok = this.status >= 200 && this.status < 300;
    this.#head = head;
    this.#url = url;
    this.#body = body;
    this.#data = data;
  }

  get statusText(): string {
    return this.#hide(this.#head.statusText);
  }

  /** Without cookies: the client takes none, and who logs an answer must not log a session. */
  get headers(): Headers {
    this.#headers ??= concealHeaders(this.#head.headers, this.#hide);
    return this.#headers;
  }

  get url(): string {
    return this.#hide(this.#head.url || this.#url);
  }

  async text(): Promise<string> {
    return this.#body;
  }

  async json(): Promise<unknown> {
    return this.#data ?? JSON.parse(this.#body);
  }

  clone(): Answer {
    return this;
  }

  /** At hand without a promise, which a call is too short to wait for. */
  static dataOf(answer: Answer): unknown {
    return #data in answer ? answer.#data : undefined;
  }

  /** Conceals secrets in the head and in the body. */
  static conceal(answer: Answer, hide: Hide): Answer {
    PlainAnswer.concealHead(answer, hide);
    if (!(#body in answer)) return answer;
    const body = hide(answer.#body);
    return body === answer.#body ? answer : new PlainAnswer(answer, answer.#url, body, parse(body));
  }

  /** Conceals secrets in the head, when it is read. */
  static concealHead(answer: Answer, hide: Hide): Answer {
    if (#hide in answer) answer.#hide = hide;
    return answer;
  }
}

function concealHeaders(headers: Headers, hide: Hide): Headers {
  const kept = [...headers].filter(([name]) => name !== "set-cookie");
  const isClean = kept.every(([, value]) => hide(value) === value);
  if (isClean && !headers.has("Set-Cookie")) return headers;
  return new Headers(kept.map(([name, value]) => [name, hide(value)]));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** To be awaited: the parsed body, or its text where it is not JSON, or nothing. The answer can still be read. */
export function contentOf(answer: Answer): unknown {
  const text = async () => (await answer.clone().text()) || undefined;
  return PlainAnswer.dataOf(answer) ?? answer.clone().json().catch(text);
}

/** A `Response` cannot be given the URL that it came from, so it is added. */
export async function toResponse(answer: Answer): Promise<Response> {
  const { url } = answer;
  const body = await answer.text();
  const response = new Response(body || null, answer);
  // openapi-fetch takes its word for it and would answer with nothing.
  if (body && response.headers.get("Content-Length") === "0") response.headers.delete("Content-Length");
  return Object.defineProperty(response, "url", { value: url });
}
