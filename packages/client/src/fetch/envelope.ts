import { noAnswer } from "../errors.ts";
import { type Answer, answerOf } from "./answer.ts";
import { expectsJson, type PlainRequest, type Send } from "./plain-request.ts";

/**
 * Takes the envelope off that `envelope=true` asks for, so that an enveloped answer reads like any other: one
 * resource comes as `{status, content}`, a list carries `status` among its own properties.
 *
 * @throws {NetworkError} when an answer was expected, and the envelope's status says that there is none
 */
export function openEnvelope(send: Send): Send {
  return async (request) => {
    const answer = await send(request);
    return /[?&]envelope=true(&|$)/.test(request.url) ? open(request, answer) : answer;
  };
}

async function open(request: PlainRequest, answer: Answer): Promise<Answer> {
  const envelope = (await answer
    .clone()
    .json()
    .catch(() => undefined)) as { status?: number; content?: unknown } | null | undefined;
  const { status = 0, ...list } = envelope ?? {};
  if (!Number.isInteger(status) || status < 200 || status > 599) return answer;
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty && status !== 304 && expectsJson(request))
    throw noAnswer(request, `answered ${status} in an envelope, with nothing in it`);
  const headers = new Headers(answer.headers);
  headers.delete("Content-Length");
  const body = isEmpty ? "" : JSON.stringify("content" in list ? list.content : list);
  return answerOf({ status, statusText: "", headers, url: answer.url }, body);
}
