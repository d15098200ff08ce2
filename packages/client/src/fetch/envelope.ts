import { noAnswer } from "../errors.ts";
import { type Answer, contentOf, PlainAnswer } from "./answer.ts";
import { expectsJson, type PlainRequest, type Send } from "./plain-request.ts";

/**
 * Takes the envelope off that `envelope=true` asks for, so that an enveloped answer reads like any other: one
 * resource comes as `{status, content}`, a list carries `status` among its own properties.
 *
 * @throws {NetworkError} when an answer was expected, and the envelope's status says that there is none
 */
export function openEnvelope(send: Send): Send {
  return (request) =>
    /[?&]envelope=true(&|$)/.test(request.url) ? open(request, send(request)) : send(request);
}

async function open(request: PlainRequest, sending: Promise<Answer>): Promise<Answer> {
  const answer = await sending;
  const { status, ...list } = Object(await contentOf(answer));
  if (!Number.isInteger(status) || status < 200 || status > 599) return answer;
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty && status !== 304 && expectsJson(request))
    throw noAnswer(request, `answered ${status} in an envelope, with nothing in it`);
  const headers = new Headers(answer.headers);
  headers.delete("Content-Length");
  const body = isEmpty ? "" : JSON.stringify("content" in list ? list.content : list);
  return new PlainAnswer({ status, statusText: "", headers }, answer.url, body);
}
