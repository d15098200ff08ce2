import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certificate } from "./certificate.ts";
import { job } from "./jobs.ts";

export interface TlsServer extends AsyncDisposable {
  readonly url: string;
  readonly certificateFile: string;
  /** The paths that were asked for. */
  readonly paths: readonly string[];
}

/** A server with a certificate of its own, that answers everything with a job. */
export async function tlsServer(): Promise<TlsServer> {
  const directory = await mkdtemp(join(tmpdir(), "tls-server-"));
  const certificateFile = join(directory, "certificate.pem");
  const identity = certificate("127.0.0.1");
  await writeFile(certificateFile, identity.cert);
  const paths: string[] = [];
  const server = createServer(identity, (incoming, outgoing) => {
    paths.push(String(incoming.url));
    outgoing.end(JSON.stringify(job()));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    // An AddressInfo, because it listens on a port.
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    certificateFile,
    paths,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
      await rm(directory, { recursive: true });
    },
  };
}
