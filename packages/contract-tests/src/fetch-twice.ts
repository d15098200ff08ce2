/**
 * `fetch` that tries once more when there was no answer, if the request changes nothing: the server may close a
 * connection that was idle just when it is used again.
 */
export function fetchTwice(url: string, init: RequestInit): Promise<Response> {
  const send = (): Promise<Response> => fetch(url, init);
  return ["GET", "HEAD", "OPTIONS"].includes(init.method ?? "GET") ? send().catch(send) : send();
}
