import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { apiError } from "./api-error.ts";
import type { ReceivedRequest } from "./exchange.ts";
import { type Outcome, outsideDefinition } from "./front.ts";
import type { Presented } from "./presentation.ts";
import type { RecordedRequest, RequestLog } from "./recorded-request.ts";

/** What a body may hold, in bytes. */
const BODY_LIMIT = 1024 * 1024;

export interface ServeOptions {
  readonly log: RequestLog;
  readonly receive: (request: ReceivedRequest) => Promise<Outcome>;
  /** Called with each request once its answer is made, right before it is written. */
  readonly onRequest: (request: RecordedRequest) => void;
}

/** Reads requests off the wire, records them, and writes the answers. */
export function serve({ log, receive, onRequest }: ServeOptions): RequestListener {
  const exchange = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { request, isTooLarge } = await readRequest(incoming);
    const complete = log.open(request);
    const outcome = isTooLarge ? outsideDefinition(TOO_LARGE) : await receive(request).catch(failure);
    onRequest(complete(outcome));
    writeAnswer(outgoing, outcome);
  };
  return (incoming, outgoing) => {
    // What is left to fail is the connection: nobody is there to be told.
    exchange(incoming, outgoing).catch(() => outgoing.destroy());
  };
}

const TOO_LARGE = apiError(413, "BODY_TOO_LARGE", `The request body is over ${BODY_LIMIT} bytes.`);

function failure(error: unknown): Outcome {
  const detail = `The mock itself failed: ${error instanceof Error ? error.message : String(error)}`;
  return outsideDefinition(apiError(500, "MOCK_FAILED", detail));
}

async function readRequest(
  incoming: IncomingMessage,
): Promise<{ request: ReceivedRequest; isTooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  // What is over the limit is read and dropped: a client that is still sending would not see an answer.
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= BODY_LIMIT) chunks.push(chunk);
  }
  const { method = "", url = "", headers } = incoming;
  const [path = ""] = url.split("?", 1);
  const request = {
    method,
    path,
    query: url.slice(path.length + 1),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
    ),
    body: Buffer.concat(chunks).toString("utf8"),
  };
  return { request, isTooLarge: length > BODY_LIMIT };
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
