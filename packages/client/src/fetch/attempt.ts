import { type Clock, within } from "../clock.ts";
import { type NetworkError, noAnswer } from "../errors.ts";
import { type Answer, PlainAnswer } from "./answer.ts";
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
    const { timeoutMs = defaultTimeoutMs } = request.options;
    const expired = () => noAnswer(request, `no answer within ${timeoutMs} ms`);
    return within(clock, timeoutMs, request.signal, expired, (signal) => sendOnce(fetch, request, signal));
  };
}

async function sendOnce(fetch: Fetch, request: PlainRequest, signal: AbortSignal): Promise<Answer> {
  const { url, method, headers, body, options, delivery } = request;
  const { timeoutMs: _, deadlineMs: __, isIdempotent: ___, ...rest } = options;
  const init: RequestInit = { ...rest, method, headers, redirect: "manual", signal };
  if (body !== undefined) init.body = body;
  if (delivery) Object.assign(delivery, { mayHaveArrived: true, status: undefined });
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, init);
    text = await response.text();
  } catch (cause) {
    const failure = connectionFailed(request, cause);
    if (delivery) delivery.mayHaveArrived = failure.mayHaveArrived;
    throw failure;
  }
  const answer = read(request, response, text);
  if (delivery) delivery.status = answer.status;
  return answer;
}

function read(request: PlainRequest, response: Response, body: string): Answer {
  const { ok, status } = response;
  const answer = (data?: unknown) => new PlainAnswer(response, request.url, body, data);
  const unreadable = (what: string) => noAnswer(request, `answered ${status} with ${what}`);
  // A redirect that a browser hides has status 0.
  if (!(status >= 200 && status <= 599)) throw unreadable("a status that no answer may have");
  if (!ok) return answer();
  try {
    return answer(JSON.parse(body));
  } catch {
    if (!expectsJson(request)) return answer();
    // Says nothing of what it is: half a token is still half a secret.
    throw unreadable(body === "" ? "nothing in it" : "a body that is not JSON, or not whole");
  }
}

function connectionFailed(request: PlainRequest, cause: unknown): NetworkError {
  const failure = removeBytes(cause);
  const { code } = failure;
  const what = `the connection failed${code ? ` (${code})` : ""}`;
  return noAnswer(request, what, cause, !isBeforeConnect(failure));
}

/**
 * Codes of Node's net, dns and tls modules, and of undici, for a connection that was never made, or never trusted. Some
 * of them end one that was, too, when the network goes away below it: then it is reading or writing that fails.
 */
function isBeforeConnect({ code = "", syscall = "" }: SystemError): boolean {
  const codes =
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|UNABLE_TO_.*|.*CERT(_.*)?)$/;
  return codes.test(code) && !/read|write/.test(syscall);
}

/**
 * Goes down the chain of causes, and answers with the first that has a `code`. Where undici cannot read an answer, its
 * error holds the bytes: in those of a sign-in there is a token.
 */
function removeBytes(error: unknown): SystemError {
  const chain: SystemError[] = [];
  // A fetch of the user's own can throw anything, even what causes itself.
  for (let at = error as SystemError; Object(at) === at && !chain.includes(at); ) {
    chain.push(at);
    Reflect.deleteProperty(at, "data");
    at = at.cause as SystemError;
  }
  return chain.find(({ code }) => typeof code === "string") ?? {};
}

/** What of an error tells where a connection failed. */
interface SystemError {
  code?: string;
  /** Such as `connect`, `getaddrinfo` or `read`. */
  syscall?: string;
  cause?: unknown;
}
