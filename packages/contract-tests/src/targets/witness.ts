import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Answer, Prism } from "@atlas-snapshot-export/mock/prism";
import type { Arrival } from "./target.ts";

type Headers = Readonly<Record<string, string>>;

interface WitnessOptions {
  /** The base URL of what answers. */
  readonly upstream: string;
  /** Judges what passes. */
  readonly prism: Prism;
  /** Changes the headers that are passed on, not those that are told. */
  readonly adapt?: (headers: Headers) => Headers;
}

interface Witness {
  readonly url: string;
  readonly arrivals: readonly Arrival[];
  close(): Promise<void>;
}

/**
 * Passes requests on and their answers back, and holds both against the definition. It sees the answer as it comes
 * from the upstream: before a Prism proxy puts a mocked 200 in the place of a 501, or takes an undeclared status.
 */
export async function startWitness({ upstream, prism, adapt = same }: WitnessOptions): Promise<Witness> {
  const arrivals: Arrival[] = [];
  // A server on this machine is a process that can be as busy as this one: it closes what was idle for some seconds just
  // when it is used again.
  const connection = upstream.startsWith("http:") ? "close" : "keep-alive";

  async function exchange(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const { method, path, query, headers, body } = request;
    const url = `${upstream}${path}${query && `?${query}`}`;
    const passed = { ...adapt(withoutConnection(headers)), connection };
    const init = { method, headers: passed, redirect: "manual" as const };
    const response = await fetch(url, body === "" ? init : { ...init, body });
    const answered = await response.text();
    const passedOn = Object.fromEntries(response.headers);
    const answer = opened({ status: response.status, headers: passedOn, body: parsed(answered) }, query);
    const violations = await judge(prism, request, answer);
    const { status } = response;
    arrivals.push({ ...request, headers: withoutSecrets(headers), status, violations, answer });
    outgoing.writeHead(status, withoutConnection(passedOn)).end(answered);
  }

  const server = createServer((incoming, outgoing) => {
    exchange(incoming, outgoing).catch((error: Error) => {
      outgoing.writeHead(502).end(`${upstream} gave no answer: ${error.cause ?? error}`);
    });
  });
  server.keepAliveTimeout = 0;
  await once(server.listen(0, "127.0.0.1"), "listening");
  // An AddressInfo, because the server listens on a port and not on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    arrivals,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type ReceivedRequest = Omit<Arrival, "status" | "violations" | "answer">;

async function read(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const { method = "", url = "", headers } = incoming;
  const [path = ""] = url.split("?", 1);
  return {
    method,
    path,
    query: url.slice(path.length + 1),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
    ),
    body: await text(incoming),
  };
}

async function judge(
  prism: Prism,
  { body, ...request }: ReceivedRequest,
  answer: Answer,
): Promise<Arrival["violations"]> {
  const { operation } = await prism.route(request.method, request.path);
  if (operation === undefined) return { input: [], output: [] };
  const { violations } = await prism.ask({ ...request, body: parsed(body) });
  return { input: violations.input, output: await prism.check(operation.operationId, answer) };
}

/** An answer without the envelope that the query asks for: `{status, content}`, or a list with its status. */
function opened(answer: Answer, query: string): Answer {
  const { status, ...list } = Object(answer.body) as { status?: unknown; content?: unknown };
  const isEnveloped = new URLSearchParams(query).get("envelope") === "true" && Number.isInteger(status);
  if (!isEnveloped) return answer;
  return { ...answer, status: Number(status), body: "content" in list ? list.content : list };
}

/** JSON, or the text itself. */
function parsed(body: string): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** What belongs to one connection, or to a body as it was encoded there. */
const CONNECTION_HEADERS = [
  ...["connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding"],
  ...["host", "upgrade", "expect"],
];

function withoutConnection(headers: Headers): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.includes(name)));
}

/** Of an authorization the scheme says enough. */
function withoutSecrets({ authorization, cookie: _, ...headers }: Headers): Headers {
  const [scheme] = authorization?.split(" ", 1) ?? [];
  return scheme === undefined ? headers : { ...headers, authorization: scheme };
}

function same(headers: Headers): Headers {
  return headers;
}
