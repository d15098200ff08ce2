import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Presented } from "./presentation.ts";
import { type Arrival, BODY_LIMIT, type Service } from "./service.ts";

/** Reads requests off the wire, has them answered, and writes the answers. */
export function serve({ receive }: Pick<Service, "receive">): RequestListener {
  const exchange = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    writeAnswer(outgoing, await receive(await read(incoming), gone.signal));
  };
  return (incoming, outgoing) => {
    // What is left to fail is the connection: nobody is there to be told.
    exchange(incoming, outgoing).catch(() => outgoing.destroy());
  };
}

async function read(incoming: IncomingMessage): Promise<Arrival> {
  const chunks: Buffer[] = [];
  let length = 0;
  // What is over the limit is read and dropped: a client that is still sending would not see an answer.
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  const { method = "", url = "", headers } = incoming;
  const { baseUrl, target } = readTarget(url, headers.host);
  const [path = ""] = target.split("?", 1);
  const request = {
    method,
    path,
    query: target.slice(path.length + 1),
    baseUrl,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
    ),
    body: Buffer.concat(chunks).toString("utf8"),
  };
  return { request, isTooLarge: length > BODY_LIMIT };
}

/**
 * A request through a proxy names the server in its target: `GET http://mock:4010/api HTTP/1.1`. That goes before the
 * Host header (RFC 9112, section 3.2.2).
 */
function readTarget(url: string, host: string | undefined): { baseUrl: string | undefined; target: string } {
  const [absolute, authority = host] = /^https?:\/\/([^/?]*)/i.exec(url) ?? [""];
  const target = url.slice(absolute.length);
  return {
    // A host can be any text.
    baseUrl: /^[\w.:[\]-]+$/.test(authority ?? "") ? `http://${authority}` : undefined,
    target: target.startsWith("/") || absolute === "" ? target : `/${target}`,
  };
}

function writeAnswer(
  outgoing: ServerResponse,
  { status, headers, text, delivery = "whole" }: Presented,
): void {
  if (delivery === "none") return;
  if (delivery === "cut") {
    outgoing.destroy();
    return;
  }
  const body = Buffer.from(text);
  outgoing.writeHead(status, { ...headers, "content-length": body.length });
  if (delivery === "whole") outgoing.end(body);
  else outgoing.write(body.subarray(0, body.length / 2), () => outgoing.destroy());
}
