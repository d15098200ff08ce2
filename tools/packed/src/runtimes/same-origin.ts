import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

export interface PageServer extends AsyncDisposable {
  url: string;
}

const mediaTypes: Record<string, string> = { ".html": "text/html", ".js": "text/javascript" };

/**
 * Serves a page, and hands everything else on to the API: the service lets no page of another origin read its answers,
 * so this is how a page has to reach it.
 */
export async function servePage(folder: string, apiUrl: string): Promise<PageServer> {
  const server = createServer((incoming, outgoing) => {
    const { method, url = "/", headers } = incoming;
    const file = join(folder, url === "/" ? "index.html" : url);
    if (existsSync(file) && statSync(file).isFile()) {
      outgoing.setHeader("Content-Type", mediaTypes[extname(file)] ?? "application/octet-stream");
      outgoing.end(readFileSync(file));
      return;
    }
    const outward = send(new URL(url, apiUrl), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    outward.on("error", () => outgoing.destroy());
    incoming.pipe(outward);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  // An AddressInfo, because the server listens on a port and not on a pipe.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
