import { authority, certificate } from "./certificate.ts";
import { failingServers } from "./failing-servers.ts";

/** One way in which a connection fails, by real servers, and what the client says about it. */
export interface FailingConnection {
  readonly name: string;
  /** The base URL of a client. */
  readonly url: string;
  /** The `fetch` of a client, where it is not the platform's: see try-connections.js. */
  readonly fetch?: "foreign signal" | "node:https" | "undici" | "undici, two addresses";
  /** The proxy, with credentials. */
  readonly proxy?: string;
  /** The oldest major version of Node on which it ends by itself. */
  readonly sinceNode?: number;
  /** What Node's fetch and undici say. */
  readonly expected: Expectation;
  readonly bun?: Partial<Expectation>;
  readonly deno?: Partial<Expectation>;
}

export interface Expectation {
  /** One of these, because the operating system or the version of the runtime decides. */
  readonly codes: readonly (string | undefined)[];
  readonly mayHaveArrived: boolean;
  /** Part of the message. */
  readonly text: string;
}

export interface FailingConnections extends AsyncDisposable {
  readonly rows: readonly FailingConnection[];
  /** The certificate, in PEM, that a client must trust. */
  readonly trusted: string;
  /** Whether a whole request has arrived at the server of a URL. */
  hasRequest(url: string): boolean;
}

/** Starts a server for each row. */
export async function failingConnections(): Promise<FailingConnections> {
  const servers = failingServers();
  const trusted = authority();
  const identity = certificate("127.0.0.1", trusted);
  const plain = await servers.http();
  const good = await servers.https(identity);
  const expired = await servers.https(certificate("127.0.0.1", trusted, new Date(Date.now() - 60_000)));
  const resetAfterRequest = await servers.httpsUntilRequest(identity, (client) => client.resetAndDestroy());
  const plainTextAfterRequest = await servers.httpsUntilRequest(identity, (client) =>
    client.end("HTTP/1.1 504 Gateway Timeout\r\n\r\n"),
  );
  const tunnel = await servers.tunnel();
  const proxy407 = await servers.refusingProxy("407 Proxy Authentication Required");
  const notSent = { mayHaveArrived: false };
  const noCode = { codes: [undefined] };

  const rows: FailingConnection[] = [
    {
      name: "a refused connection",
      url: `http://127.0.0.1:${await servers.closedPort()}`,
      expected: { ...notSent, codes: ["ECONNREFUSED"], text: "ECONNREFUSED" },
      deno: { ...noCode, text: "tcp connect error: Connection refused" },
    },
    {
      name: "two addresses that both refuse the connection",
      url: `http://localhost:${await servers.closedPort()}`,
      fetch: "undici, two addresses",
      expected: { ...notSent, codes: ["ECONNREFUSED"], text: "connect E" },
    },
    {
      name: "an unknown host name",
      url: "https://nowhere.invalid",
      expected: { ...notSent, codes: ["ENOTFOUND", "EAI_AGAIN"], text: "nowhere.invalid" },
      deno: { ...noCode, text: "dns error" },
    },
    {
      name: "an unreachable network",
      url: "https://255.255.255.255",
      expected: {
        ...notSent,
        codes: ["ENETUNREACH", "EHOSTUNREACH", "EACCES", "EADDRNOTAVAIL"],
        text: "connect",
      },
      deno: { ...noCode, text: "tcp connect error" },
      bun: { text: "the connection failed" },
    },
    {
      name: "an expired certificate",
      url: expired,
      expected: { ...notSent, codes: ["CERT_HAS_EXPIRED"], text: "certificate has expired" },
      deno: { ...noCode, text: "invalid peer certificate" },
    },
    {
      name: "a certificate of another host",
      url: await servers.https(certificate("other.example", trusted)),
      expected: {
        ...notSent,
        codes: ["ERR_TLS_CERT_ALTNAME_INVALID"],
        text: "does not match certificate's altnames",
      },
      bun: { text: "ERR_TLS_CERT_ALTNAME_INVALID" },
      deno: { ...noCode, text: "certificate not valid for name" },
    },
    {
      name: "a self-signed certificate",
      url: await servers.https(certificate("127.0.0.1")),
      expected: { ...notSent, codes: ["DEPTH_ZERO_SELF_SIGNED_CERT"], text: "self-signed certificate" },
      bun: { text: "self signed certificate" },
      deno: { ...noCode, text: "UnknownIssuer" },
    },
    {
      name: "a certificate of an unknown authority",
      url: await servers.https(certificate("127.0.0.1", authority("Another authority"))),
      expected: {
        ...notSent,
        codes: ["UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
        text: "unable to verify the first certificate",
      },
      deno: { ...noCode, text: "UnknownIssuer" },
    },
    {
      name: "a server with TLS 1.1 only",
      url: await servers.https({
        ...identity,
        minVersion: "TLSv1",
        maxVersion: "TLSv1.1",
        ciphers: "ALL:@SECLEVEL=0",
      }),
      expected: { ...notSent, codes: ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION"], text: "protocol version" },
      bun: { mayHaveArrived: true, codes: ["EPROTO"], text: "TLS handshake failed" },
      deno: { ...noCode, text: "ProtocolVersion" },
    },
    {
      name: "https to a port of plain http",
      url: `https://127.0.0.1:${plain}`,
      expected: { ...notSent, codes: ["ERR_SSL_WRONG_VERSION_NUMBER"], text: "wrong version number" },
      bun: { mayHaveArrived: true, codes: ["EPROTO"], text: "TLS handshake failed" },
      deno: { ...noCode, text: "InvalidContentType" },
    },
    {
      name: "a connection that ends during the TLS handshake",
      url: `https://127.0.0.1:${await servers.speak((socket) => socket.end())}`,
      expected: { ...notSent, codes: ["ECONNRESET"], text: "before secure TLS connection was established" },
      bun: { mayHaveArrived: true, text: "closed unexpectedly" },
      deno: { ...noCode, text: "tls handshake eof" },
    },
    {
      name: "a port that fetch blocks",
      url: "http://127.0.0.1:6000",
      expected: { ...notSent, ...noCode, text: "bad port" },
      bun: { codes: ["ECONNREFUSED"], text: "ECONNREFUSED" },
      deno: { text: "port 6000" },
    },
    {
      name: "a foreign AbortSignal",
      url: `http://127.0.0.1:${plain}`,
      fetch: "foreign signal",
      expected: { ...notSent, ...noCode, text: "signal" },
      bun: { codes: ["ERR_INVALID_ARG_TYPE"] },
    },
    // From here on with a connection.
    {
      name: "an alert that both sides of a handshake can send later",
      url: await servers.https({
        ...identity,
        maxVersion: "TLSv1.2",
        ciphers: "ECDHE-RSA-AES128-GCM-SHA256",
      }),
      expected: {
        mayHaveArrived: true,
        codes: ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", "ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE"],
        text: "handshake failure",
      },
      bun: { codes: ["EPROTO"], text: "TLS handshake failed" },
      deno: { ...notSent, ...noCode, text: "HandshakeFailure" },
    },
    {
      name: "TLS 1.3, whose server wants a certificate of the client",
      url: await servers.https({
        ...identity,
        minVersion: "TLSv1.3",
        requestCert: true,
        rejectUnauthorized: true,
      }),
      expected: { mayHaveArrived: true, codes: ["UND_ERR_SOCKET"], text: "other side closed" },
      bun: { codes: ["EPROTO"], text: "TLS handshake failed" },
      deno: { ...noCode, text: "CertificateRequired" },
    },
    {
      name: "TLS, reset after the request",
      url: resetAfterRequest,
      expected: { mayHaveArrived: true, codes: ["ECONNRESET"], text: "read ECONNRESET" },
      bun: { text: "closed unexpectedly" },
      deno: { ...noCode, text: "Connection reset by peer" },
    },
    {
      name: "TLS, plain text after the request",
      url: plainTextAfterRequest,
      expected: { mayHaveArrived: true, codes: ["UND_ERR_SOCKET"], text: "other side closed" },
      bun: { codes: ["EPROTO"], text: "TLS handshake failed" },
      deno: { ...noCode, text: "InvalidContentType" },
    },
    {
      name: "TLS, plain text after the request, with Node's https",
      url: plainTextAfterRequest,
      fetch: "node:https",
      expected: {
        mayHaveArrived: true,
        codes: ["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_BAD_RECORD_TYPE"],
        text: "(ERR_SSL_",
      },
    },
    {
      name: "a connection that is reset after the request",
      url: `http://127.0.0.1:${await servers.speak((socket) => socket.resetAndDestroy())}`,
      expected: { mayHaveArrived: true, codes: ["ECONNRESET"], text: "read ECONNRESET" },
      bun: { text: "closed unexpectedly" },
      deno: { ...noCode, text: "Connection reset by peer" },
    },
    {
      name: "a connection that ends after the request",
      url: `http://127.0.0.1:${await servers.speak((socket) => socket.end())}`,
      expected: { mayHaveArrived: true, codes: ["UND_ERR_SOCKET"], text: "other side closed" },
      bun: { codes: ["ECONNRESET"], text: "closed unexpectedly" },
      deno: { ...noCode, text: "connection closed before message completed" },
    },
    {
      name: "a response that is not HTTP",
      url: `http://127.0.0.1:${await servers.speak((socket) => socket.end("Hello.\r\n\r\n"))}`,
      expected: { mayHaveArrived: true, codes: ["HPE_INVALID_CONSTANT", undefined], text: "HTTP" },
      bun: { codes: ["ECONNRESET"], text: "closed unexpectedly" },
      deno: { ...noCode, text: "invalid HTTP version parsed" },
    },
    // From here on through a proxy.
    {
      name: "a proxy that wants credentials",
      url: good,
      proxy: proxy407,
      expected: { ...notSent, codes: ["PROXY_407"], text: "proxy refused the tunnel: 407" },
      deno: { ...noCode, text: "proxy authentication required" },
    },
    {
      name: "a proxy that forbids the host",
      url: good,
      proxy: await servers.refusingProxy("403 Forbidden"),
      expected: { ...notSent, codes: ["PROXY_403"], text: "proxy refused the tunnel: 403" },
      deno: { ...noCode, text: "unsuccessful tunnel" },
    },
    {
      name: "a proxy that does not reach the host",
      url: good,
      proxy: await servers.refusingProxy("502 Bad Gateway"),
      expected: { ...notSent, codes: ["PROXY_502"], text: "proxy refused the tunnel: 502" },
      deno: { ...noCode, text: "unsuccessful tunnel" },
    },
    {
      name: "a proxy that wants credentials, with undici's own agent",
      url: good,
      proxy: proxy407,
      fetch: "undici",
      expected: { ...notSent, codes: ["PROXY_407"], text: "proxy refused the tunnel: 407" },
    },
    {
      name: "a proxy that wants credentials, with Node's https",
      url: good,
      proxy: proxy407,
      fetch: "node:https",
      expected: { ...notSent, codes: ["PROXY_407"], text: "proxy refused the tunnel: 407" },
    },
    {
      name: "a proxy that refuses the connection",
      url: good,
      proxy: servers.proxyAt(await servers.closedPort()),
      expected: { ...notSent, codes: ["ECONNREFUSED"], text: "ECONNREFUSED" },
      deno: { ...noCode, text: "Connection refused" },
    },
    {
      name: "a proxy that hangs up",
      url: good,
      proxy: servers.proxyAt(await servers.speak((socket) => socket.end())),
      sinceNode: 26,
      expected: { ...notSent, codes: ["UND_ERR_PRX_CONN"], text: "Proxy Connection failed" },
      bun: { mayHaveArrived: true, codes: ["ECONNRESET"], text: "closed unexpectedly" },
      deno: { ...noCode, text: "unexpected eof while tunneling" },
    },
    {
      name: "an expired certificate behind a proxy",
      url: expired,
      proxy: tunnel,
      expected: { ...notSent, codes: ["CERT_HAS_EXPIRED"], text: "certificate has expired" },
      deno: { ...noCode, text: "invalid peer certificate" },
    },
    {
      name: "TLS behind a proxy, reset after the request",
      url: resetAfterRequest,
      proxy: tunnel,
      expected: {
        mayHaveArrived: true,
        codes: ["ECONNRESET", "UND_ERR_SOCKET"],
        text: "the connection failed",
      },
      bun: { codes: ["EPROTO", "ECONNRESET"], text: "the connection failed" },
      deno: { ...noCode },
    },
  ];

  return {
    rows,
    trusted: trusted.cert,
    hasRequest: (url) => servers.portsWithRequests.has(Number(new URL(url).port)),
    [Symbol.asyncDispose]: () => servers.close(),
  };
}
