import { once } from "node:events";
import { createServer as createHttpServer, type RequestListener } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import type { TlsOptions } from "node:tls";

/** What the URL of every proxy holds, and no message may show. */
export const proxyPassword = "pr0xy-s3cret";

/** Servers of this machine that break what a client begins; each listens on a free port until all are closed. */
export interface FailingServers {
  /** The port of a server that responds to everything. */
  http(): Promise<number>;
  /** The URL of one with TLS. */
  https(options: TlsOptions): Promise<string>;
  /** The URL of one with TLS whose raw connection is ended so, once a whole request has arrived. */
  httpsUntilRequest(options: TlsOptions, end: (client: Socket) => void): Promise<string>;
  /** The port of one that does this with the first bytes of a connection. */
  speak(act: (socket: Socket, bytes: Buffer) => void): Promise<number>;
  /** A port where nothing listens. */
  closedPort(): Promise<number>;
  /** The URL of a proxy that opens every tunnel. */
  tunnel(): Promise<string>;
  /** The URL of a proxy that responds with this status to every request for a tunnel. */
  refusingProxy(status: string): Promise<string>;
  /** The URL of a proxy at that port. */
  proxyAt(port: number): string;
  /** The ports at which a whole request has arrived. */
  readonly portsWithRequests: ReadonlySet<number>;
  close(): Promise<void>;
}

export function failingServers(): FailingServers {
  const servers = new Set<Server>();
  const sockets = new Set<Socket>();
  const portsWithRequests = new Set<number>();

  /** Its errors are what it is there for. */
  function expectErrors(socket: Socket): Socket {
    sockets.add(socket);
    return socket.on("error", () => socket.destroy());
  }

  async function listen(server: Server): Promise<number> {
    servers.add(server.on("connection", expectErrors).listen(0, "127.0.0.1"));
    await once(server, "listening");
    // An AddressInfo, because it listens on a port.
    return (server.address() as AddressInfo).port;
  }

  const respond: RequestListener = (request, response) => {
    portsWithRequests.add(Number(request.socket.localPort));
    response.end("{}");
  };

  const speak: FailingServers["speak"] = (act) =>
    listen(createServer((socket) => socket.once("data", (bytes: Buffer) => act(socket, bytes))));

  const proxyAt = (port: number) => `http://proxy-user:${proxyPassword}@127.0.0.1:${port}`;

  return {
    http: () => listen(createHttpServer(respond)),
    https: async (options) => {
      const server = createHttpsServer(options, respond).on("tlsClientError", () => {});
      return `https://127.0.0.1:${await listen(server)}`;
    },
    httpsUntilRequest: async (options, end) => {
      const behind = await listen(
        createHttpsServer(options, (request) => {
          const relayed = relays.get(Number(request.socket.remotePort));
          request.resume().on("end", () => {
            portsWithRequests.add(port);
            if (relayed) end(relayed);
          });
        }),
      );
      const relays = new Map<number, Socket>();
      const before = createServer((client) => {
        const upstream = expectErrors(connect(behind, "127.0.0.1"));
        upstream.once("connect", () => relays.set(Number(upstream.localPort), client));
        relay(client, upstream);
      });
      const port = await listen(before);
      return `https://127.0.0.1:${port}`;
    },
    speak,
    closedPort: async () => {
      const server = createServer();
      const port = await listen(server);
      await new Promise((resolve) => server.close(resolve));
      return port;
    },
    tunnel: async () => {
      const port = await speak((client, bytes) => {
        const [, target] = /^CONNECT 127\.0\.0\.1:(\d+) /.exec(bytes.toString("latin1")) ?? [];
        const upstream = expectErrors(connect(Number(target), "127.0.0.1"));
        upstream.once("connect", () => {
          client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
          relay(client, upstream);
        });
      });
      return proxyAt(port);
    },
    refusingProxy: async (status) => {
      const response = `HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`;
      return proxyAt(await speak((socket) => socket.end(response)));
    },
    proxyAt,
    portsWithRequests,
    async close() {
      const closed = [...servers]
        .filter(({ listening }) => listening)
        .map((server) => once(server.close(), "close"));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}

function relay(client: Socket, upstream: Socket): void {
  client.pipe(upstream).pipe(client);
  upstream.once("close", () => client.destroy());
}
