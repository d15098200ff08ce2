import { type Clock, within } from "../clock.ts";
import { NetworkError } from "../errors.ts";
import { expectsJson, type PlainRequest, type Send } from "./plain-request.ts";

/** The `fetch` that does the work: the platform's own, or one with a proxy, a pool or a trace of your own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/**
 * One attempt: sends, and reads the body to its end within the timeout, so that a connection cut in mid-body is a
 * failure of the attempt and not of whoever reads the answer. Redirects are not followed: the API has none, and
 * credentials must not travel.
 *
 * @throws {NetworkError} when no whole answer came
 */
export function attempt(fetch: Fetch, clock: Clock, defaultTimeoutMs: number): Send {
  return (request) => {
    const { url, method, headers, body, signal, options } = request;
    const { timeoutMs = defaultTimeoutMs, deadlineMs: _, isIdempotent: __, ...rest } = options;
    const init: RequestInit = { ...rest, method, headers, redirect: "manual" };
    if (body !== undefined) init.body = body;
    const expired = () =>
      new NetworkError(`no answer within ${timeoutMs} ms`, { method, url, mayHaveArrived: true });
    return within(clock, timeoutMs, signal, expired, async (abortable) => {
      try {
        return await buffer(await fetch(url, { ...init, signal: abortable }), request);
      } catch (cause) {
        throw cause instanceof NetworkError ? cause : toNetworkError(request, cause);
      }
    });
  };
}

/** The same answer with its body in memory. A `Response` cannot be given the URL that it came from, so it is added. */
async function buffer(response: Response, request: PlainRequest): Promise<Response> {
  const text = await response.text();
  const { ok, status, statusText, headers } = response;
  if (ok && expectsJson(request) && !isJson(text)) {
    // Says nothing of what it is: half a token is still half a secret.
    throw unreadable(
      request,
      status,
      text === "" ? "nothing in it" : "a body that is not JSON, or not whole",
    );
  }
  // A redirect that a browser hides has status 0.
  if (status < 200 || status > 599) throw unreadable(request, status, "a status that no answer may have");
  const buffered = new Response(text === "" ? null : text, { status, statusText, headers });
  // The client takes no cookies, and whoever logs the answer's headers must not log a session.
  buffered.headers.delete("Set-Cookie");
  // openapi-fetch takes its word for it and would answer with nothing.
  if (text !== "" && headers.get("Content-Length") === "0") buffered.headers.delete("Content-Length");
  return Object.defineProperty(buffered, "url", { value: response.url || request.url });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function unreadable({ method, url }: PlainRequest, status: number, what: string): NetworkError {
  return new NetworkError(`answered ${status} with ${what}`, { method, url, mayHaveArrived: true });
}

function toNetworkError({ method, url }: PlainRequest, cause: unknown): NetworkError {
  const code = causeCode(cause);
  removeBytes(cause);
  const what = `the connection failed${code ? ` (${code})` : ""}`;
  return new NetworkError(what, { method, url, cause, mayHaveArrived: !isBeforeConnect(code) });
}

/** Codes of Node's net and dns modules, and of undici, for a connection that was never made. */
function isBeforeConnect(code: string | undefined): boolean {
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(
    code ?? "",
  );
}

/** The first `code` down the chain of causes; the members of an AggregateError share theirs. */
function causeCode(error: unknown): string | undefined {
  const codes = chainOf(error).map(({ code }) => code);
  return codes.find((code) => typeof code === "string");
}

/** Where undici cannot read an answer, its error holds the bytes: in those of a sign-in there is a token. */
function removeBytes(error: unknown): void {
  for (const link of chainOf(error)) Reflect.deleteProperty(link, "data");
}

/** An error, its cause, and so on; a fetch of the user's own can throw anything, even what causes itself. */
function chainOf(error: unknown): Caused[] {
  const chain: Caused[] = [];
  for (
    let at = error;
    typeof at === "object" && at !== null && !chain.includes(at);
    at = (at as Caused).cause
  )
    chain.push(at);
  return chain;
}

interface Caused {
  code?: unknown;
  cause?: unknown;
}
