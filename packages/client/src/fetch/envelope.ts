import { NetworkError } from "../errors.ts";
import { expectsJson, type PlainRequest, type Send } from "./plain-request.ts";

/**
 * Takes the envelope off that `envelope=true` asks for, so that an enveloped answer reads like any other: one
 * resource comes as `{status, content}`, a list carries `status` among its own properties.
 *
 * @throws {NetworkError} when an answer was expected, and the envelope's status says that there is none
 */
export function openEnvelope(send: Send): Send {
  return async (request) => {
    const response = await send(request);
    return /[?&]envelope=true(&|$)/.test(request.url) ? open(request, response) : response;
  };
}

async function open(request: PlainRequest, response: Response): Promise<Response> {
  const envelope = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (!Number.isInteger(envelope?.status) || envelope.status < 200 || envelope.status > 599) return response;
  const { status, ...list } = envelope;
  const isEmpty = [204, 205, 304].includes(status);
  if (isEmpty && status !== 304 && expectsJson(request)) throw emptyEnvelope(request, status);
  const body = isEmpty ? null : JSON.stringify("content" in envelope ? envelope.content : list);
  const headers = new Headers(response.headers);
  headers.delete("Content-Length");
  const opened = new Response(body, { status, headers });
  return Object.defineProperty(opened, "url", { value: response.url });
}

function emptyEnvelope({ method, url }: PlainRequest, status: number): NetworkError {
  return new NetworkError(`answered ${status} in an envelope, with nothing in it`, {
    method,
    url,
    mayHaveArrived: true,
  });
}
