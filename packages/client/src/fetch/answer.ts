/** As much of a `Response` as the client reads. */
export interface Answer extends Pick<Response, "ok" | "status" | "statusText" | "headers" | "url"> {
  text(): Promise<string>;
  json(): Promise<unknown>;
  clone(): Answer;
}

type Head = Pick<Answer, "status" | "statusText" | "headers" | "url">;

/**
 * An answer whose body has arrived whole. To make a `Response` of it again would cost more than all else that a call
 * does; `toResponse` is for those who must have one.
 *
 * @param data the body parsed, where that was done already
 */
export function answerOf(head: Head, body: string, data: unknown = undefined): Answer {
  const { status, statusText, headers, url } = head;
  const answer = {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    headers,
    url,
    text: async () => body,
    json: async () => (data === undefined ? JSON.parse(body) : data),
    clone: () => answer,
  };
  return answer;
}

/** A `Response` cannot be given the URL that it came from, so it is added. */
export async function toResponse(answer: Answer): Promise<Response> {
  const { url } = answer;
  const response = new Response((await answer.text()) || null, answer);
  return Object.defineProperty(response, "url", { value: url });
}
