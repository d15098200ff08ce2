import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { examplesFor } from "./generated-answer.ts";

/** A service that repeats all that it receives, in every place of its responses. */
export interface EchoServer extends AsyncDisposable {
  readonly url: string;
  /** The status of every response but those that sign in. */
  status: number;
  /** The status of the token endpoint's responses. */
  tokenStatus: number;
  /** Whether a request without credentials gets a digest challenge. */
  asksForDigest: boolean;
  /** The credentials that came: of a digest its response, of all else what follows the scheme. */
  readonly credentials: ReadonlySet<string>;
}

export async function echoServer(issued: string): Promise<EchoServer> {
  const credentials = new Set<string>();
  const received: string[] = [];

  const server = createServer(async (incoming, outgoing) => {
    const { authorization = "" } = incoming.headers;
    const credential = / response="(\w+)"/.exec(authorization)?.[1] ?? authorization.replace(/^\w+ /, "");
    if (credential) credentials.add(credential);
    received.push(authorization, incoming.rawHeaders.join(" "), await text(incoming));
    respond(incoming, outgoing, echoes(authorization, received.splice(0).join(" ")));
  });

  function respond(
    { method = "", url = "", headers }: IncomingMessage,
    outgoing: ServerResponse,
    echo: Echo,
  ): void {
    const isToken = url.startsWith("/api/oauth/");
    const isChallenge = self.asksForDigest && !headers.authorization;
    const status = isChallenge ? 401 : isToken ? self.tokenStatus : self.status;
    const challenge = 'Digest realm="MMS Public API", nonce="n", algorithm=MD5, qop="auth", stale=false';
    for (const [name, value] of Object.entries(echo.headers)) outgoing.setHeader(name, value);
    if (status === 401) outgoing.setHeader("WWW-Authenticate", challenge);
    outgoing.setHeader("Retry-After", "1");
    outgoing.writeHead(status, echo.statusText);
    const [, example] = examplesFor(method, `http://127.0.0.1${url}`)[0] ?? [];
    const known = isToken ? { access_token: issued, expires_in: 3600, token_type: "Bearer" } : example;
    // Some servers send an error as a page.
    if (status === 502) outgoing.end(`<html>${echo.all.join("<br>")}</html>`);
    else outgoing.end(JSON.stringify(status < 300 ? withEcho(known, echo) : errorWith(status, echo)));
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const self = {
    // An AddressInfo, because it listens on a port.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    status: 200,
    tokenStatus: 200,
    asksForDigest: false,
    credentials,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
  return self;
}

/** What was received, in the forms and places in which it comes back. */
interface Echo {
  statusText: string;
  headers: Record<string, string>;
  all: string[];
}

function echoes(authorization: string, received: string): Echo {
  const encoded = [encodeURIComponent(received), Buffer.from(received).toString("base64")];
  return {
    statusText: `Echo ${authorization}`,
    headers: {
      "X-Echo": authorization,
      "X-Echo-Encoded": encoded.join(" "),
      Deprecation: authorization,
      Sunset: authorization,
      Link: `<https://cloud.mongodb.com/?a=${encodeURIComponent(authorization)}>; rel="next"`,
    },
    all: [authorization, received, ...encoded],
  };
}

function withEcho(example: unknown, { all }: Echo): unknown {
  const own = {
    prefix: all.join(" "),
    customData: all.map((value) => ({ key: "echo", value })),
    echo: { [all.join(" ")]: all },
  };
  return { ...(typeof example === "object" && example ? example : {}), ...own };
}

function errorWith(status: number, { all }: Echo): unknown {
  const detail = all.join(" ");
  const error = status % 2 ? status : detail;
  const badRequestDetail = { fields: [{ field: detail, description: detail }] };
  return {
    error,
    error_description: detail,
    errorCode: detail,
    detail,
    reason: detail,
    parameters: all,
    badRequestDetail,
  };
}
