/** As much of a `Response` as the client reads. */
export interface Answer extends Pick<Response, "ok" | "status" | "statusText" | "headers" | "url"> {
  text(): Promise<string>;
  json(): Promise<unknown>;
  clone(): Answer;
}

/**
 * An answer whose body has arrived whole. To make a `Response` of it again would cost more than all else that a call
 * does; `toResponse` is for those who must have one. The body does not show, because who logs an answer must not log a
 * token.
 *
 * @param data the body parsed, where that was done already
 */
export function plainAnswer(head: Head, body: string, data?: unknown): Answer {
  const { status, statusText, headers, url } = head;
  const answer: Answer = {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    headers,
    url,
    text: async () => body,
    json: async () => data ?? JSON.parse(body),
    clone: () => answer,
  };
  return answer;
}

type Head = Pick<Answer, "status" | "statusText" | "headers" | "url">;

/** The parsed body, or its text where it is not JSON, or nothing. The answer can still be read. */
export function contentOf(answer: Answer): Promise<unknown> {
  const text = async () => (await answer.clone().text()) || undefined;
  return answer.clone().json().catch(text);
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
