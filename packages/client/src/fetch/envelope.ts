import type { Send } from "./plain-request.ts";

/**
 * Takes the envelope off that `envelope=true` asks for, so that an enveloped answer reads like any other: one
 * resource comes as `{status, content}`, a list carries `status` among its own properties.
 */
export function openEnvelope(send: Send): Send {
  return async (request) => {
    const response = await send(request);
    return /[?&]envelope=true(&|$)/.test(request.url) ? open(response) : response;
  };
}

async function open(response: Response): Promise<Response> {
  const envelope = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (!Number.isInteger(envelope?.status) || envelope.status < 200 || envelope.status > 599) return response;
  const { status, ...list } = envelope;
  const content = JSON.stringify("content" in envelope ? envelope.content : list);
  const body = [204, 205, 304].includes(status) ? null : content;
  const headers = new Headers(response.headers);
  headers.delete("Content-Length");
  const opened = new Response(body, { status, headers });
  return Object.defineProperty(opened, "url", { value: response.url });
}
