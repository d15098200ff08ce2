import { type Clock, within } from "../clock.ts";
import { NetworkError, noAnswer, responseTooLarge } from "../errors.ts";
import { type Answer, PlainAnswer } from "./answer.ts";
import { connectionFailure } from "./connection-failure.ts";
import { expectsJson, type PlainRequest, type Send } from "./plain-request.ts";
import { readText } from "./read-text.ts";
import { removeBytes } from "./remove-bytes.ts";

/** The `fetch` that does the work: the platform's own, or one with a proxy, a pool or a trace of your own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What an attempt may take, unless its request says otherwise. */
export interface Limits {
  timeoutMs: number;
  maxResponseBytes: number;
}

/**
 * One attempt: sends, and reads the body to its end within the timeout, so that a connection cut in mid-body is a
 * failure of the attempt and not of whoever reads the answer. Redirects are not followed: the API has none, and
 * credentials must not travel.
 *
 * @throws {NetworkError} when no whole answer came, or one that is too large
 */
export function attempt(fetch: Fetch, clock: Clock, limits: Limits): Send {
  return (request) => {
    const { timeoutMs = limits.timeoutMs } = request.options;
    const expired = () => noAnswer(request, `no answer within ${timeoutMs} ms`);
    return within(clock, timeoutMs, request.signal, expired, (signal) =>
      sendOnce(fetch, request, signal, limits),
    );
  };
}

async function sendOnce(
  fetch: Fetch,
  request: PlainRequest,
  signal: AbortSignal,
  { maxResponseBytes }: Limits,
): Promise<Answer> {
  const { url, method, headers, body, options, delivery } = request;
  const { timeoutMs: _, deadlineMs: __, isIdempotent: ___, ...rest } = options;
  const init: RequestInit = { ...rest, method, headers, redirect: "manual", signal };
  if (body !== undefined) init.body = body;
  if (delivery) Object.assign(delivery, { mayHaveArrived: true, status: undefined });
  let response: Response | undefined;
  let text: string | undefined;
  try {
    response = await fetch(url, init);
    text = await readText(response, maxResponseBytes);
  } catch (cause) {
    const failure = connectionFailed(request, cause, response !== undefined);
    if (delivery) delivery.mayHaveArrived = failure.mayHaveArrived;
    throw failure;
  }
  if (text === undefined) throw tooLarge(request, response, maxResponseBytes);
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

function tooLarge({ method, url }: PlainRequest, { status }: Response, maxBytes: number): NetworkError {
  const what = `answered ${status} with more than ${maxBytes} bytes, the limit that maxResponseBytes sets`;
  return new NetworkError(what, { method, url, code: responseTooLarge, mayHaveArrived: true });
}

function connectionFailed(request: PlainRequest, cause: unknown, hasResponse: boolean): NetworkError {
  removeBytes(cause);
  const { method, url } = request;
  const { code, text, ...failure } = connectionFailure(cause);
  const what = `the connection failed${code ? ` (${code})` : ""}${text ? `: ${text}` : ""}`;
  const mayHaveArrived = hasResponse || failure.mayHaveArrived;
  return new NetworkError(what, { method, url, code, mayHaveArrived, cause });
}
