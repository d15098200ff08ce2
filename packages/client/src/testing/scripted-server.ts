import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What the server does with one request. */
export type Answer =
  | {
      status?: number;
      headers?: Record<string, string | string[]>;
      /** Text as it is, a list of texts piece by piece, anything else as JSON. */
      body?: unknown;
      /** Where the answer stops: the connection is cut there, or left open without a word more. */
      end?: "cut" | "stall";
    }
  /** No answer at all: the connection is cut, or left open. */
  | "cut"
  | "silence";

export interface ReceivedRequest {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** One answer after the other, the last one for all that follow; or whatever a function makes of the request. */
export type Script = readonly Answer[] | ((request: ReceivedRequest) => Answer | Promise<Answer>);

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
  /** Resolves once so many requests have come. */
  received(count: number): Promise<void>;
  /** Resolves once a connection has been closed that a request had come by. */
  hungUp(): Promise<void>;
}

/** A real HTTP server on a free port that answers as it is told to and keeps what it got. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  const requests: ReceivedRequest[] = [];
  const waiting = new Set<() => void>();
  let hasHungUp = false;
  const changed = () => {
    for (const look of waiting) look();
  };
  const until = (isSo: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!isSo()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  const server = createServer(async (incoming, outgoing) => {
    incoming.socket.once("close", () => {
      hasHungUp = true;
      changed();
    });
    const request = await receive(incoming);
    requests.push(request);
    changed();
    const answer =
      typeof script === "function"
        ? await script(request)
        : (script[Math.min(requests.length, script.length) - 1] ?? "cut");
    send(answer, outgoing);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    received: (count) => until(() => requests.length >= count),
    hungUp: () => until(() => hasHungUp),
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const { method = "", url = "", headers } = incoming;
  return { method, url, headers, body: await text(incoming) };
}

function send(answer: Answer, outgoing: ServerResponse): void {
  if (answer === "silence") return;
  if (answer === "cut") {
    outgoing.destroy();
    return;
  }
  const { status = 200, headers = {}, body, end } = answer;
  const pieces = toPieces(body);
  if (typeof body !== "string" && !Array.isArray(body) && body !== undefined)
    outgoing.setHeader("Content-Type", "application/json");
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  outgoing.writeHead(status);
  outgoing.flushHeaders();
  writeNext(pieces, outgoing, () => {
    if (end === "cut") outgoing.destroy();
    else if (end !== "stall") outgoing.end();
  });
}

/** Each piece leaves before the next one is written. */
function writeNext([piece, ...rest]: string[], outgoing: ServerResponse, done: () => void): void {
  if (piece === undefined) done();
  else outgoing.write(piece, () => setImmediate(writeNext, rest, outgoing, done));
}

function toPieces(body: unknown): string[] {
  if (body === undefined) return [];
  if (Array.isArray(body)) return body;
  return [typeof body === "string" ? body : JSON.stringify(body)];
}
