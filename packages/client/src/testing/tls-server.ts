import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { job } from "./jobs.ts";
import { installed } from "./server-process.ts";

const openssl = installed("openssl");

/** Empty where there can be one. */
export const whyNoTlsServer: string = openssl
  ? ""
  : " (skipped: needs openssl, Debian's package of that name)";

export interface TlsServer extends AsyncDisposable {
  readonly url: string;
  readonly certificateFile: string;
  /** The paths that were asked for. */
  readonly paths: readonly string[];
}

/** A server with a certificate of its own, that answers everything with a job. */
export async function tlsServer(): Promise<TlsServer> {
  const directory = await mkdtemp(join(tmpdir(), "tls-server-"));
  const [keyFile, certificateFile] = [join(directory, "key.pem"), join(directory, "certificate.pem")];
  const files = ["-keyout", keyFile, "-out", certificateFile];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  await promisify(execFile)(String(openssl), [
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"],
    ...files,
    ...subject,
  ]);
  const paths: string[] = [];
  const identity = { key: await readFile(keyFile), cert: await readFile(certificateFile) };
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
