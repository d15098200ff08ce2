/// <reference lib="esnext.disposable" preserve="true" />
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { withCors } from "./cors.ts";
import { requireCount, requireFlag, requireHost } from "./requirements.ts";
import { serve } from "./serve.ts";
import { createService, type Observable, requireOptions, type ServiceOptions } from "./service.ts";

/** How a mock is to be, and where it listens. */
export interface MockOptions extends ServiceOptions {
  /** @default 0: a free port */
  readonly port?: number;
  /** @default "127.0.0.1" */
  readonly host?: string;
  /**
   * Whether pages of other origins may call it from a browser. The live service lets no page do that.
   * @default false
   */
  readonly cors?: boolean;
}

/** A running mock. */
export interface Mock extends Observable, AsyncDisposable {
  /** Stops listening and ends every open connection at once. */
  close(): Promise<void>;
}

/**
 * Starts a mock of the API: real HTTP on the loopback interface, with a state of its own.
 *
 * @example
 * await using mock = await startMock({ scenario: { job: [{ example: "successful" }] } });
 * await codeUnderTest({ baseUrl: mock.url, ...mock.credentials });
 * assert.equal(mock.jobs.length, 1);
 *
 * @throws TypeError when the scenario cannot be played, or another option is unknown or has a value that it does not take.
 * @throws Error when the port is taken, or the definition cannot be validated in every part.
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  requireOptions("startMock", options, ["port", "host", "cors"]);
  const { host = "127.0.0.1", port = 0, cors = false } = options;
  requireHost("host", host);
  // Node takes a text that is no number for the name of a pipe.
  requireCount("port", port, 0, 65_535);
  requireFlag("cors", cors);
  const service = await createService(options);
  const server = createServer(cors ? withCors(serve(service)) : serve(service));
  // Whoever called it closes an idle connection. Were it done here, the next request could already be on its way.
  server.keepAliveTimeout = 0;
  const observable = service.at(await listen(server, host, port));
  const close = (): Promise<void> => stop(server);
  // Assigned, because a spread would read the jobs once and for all.
  return Object.assign(observable, { close, [Symbol.asyncDispose]: close });
}

/** Where a server that listens on every address is reached: the unspecified one is nobody's (RFC 4291, section 2.5.2). */
const LOOPBACK: ReadonlyMap<string, string> = new Map([
  ["0.0.0.0", "127.0.0.1"],
  ["::", "::1"],
]);

function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      // An AddressInfo, because the server listens on a port and not on a pipe.
      const { address, family, port: actual } = server.address() as AddressInfo;
      const reachable = LOOPBACK.get(address) ?? address;
      resolve(`http://${family === "IPv6" ? `[${reachable}]` : reachable}:${actual}`);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // An error here says that the server is closed already.
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
