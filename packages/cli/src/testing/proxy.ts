import { once } from "node:events";
import { createServer, request } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A proxy that runs until the test ends, for whole URLs and for tunnels, and the hosts that were asked for through it. */
export async function startProxy({
  tunnelStatus = 200,
}: {
  /** Any other status refuses every tunnel. */
  tunnelStatus?: number;
} = {}): Promise<{ url: string; hosts: Set<string> }> {
  const hosts = new Set<string>();
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = "" } = incoming;
    hosts.add(new URL(url).host);
    const forwarded = request(url, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(forwarded);
  });
  proxy.on("connect", ({ url: host = "" }, client: Socket, head) => {
    hosts.add(host);
    if (tunnelStatus !== 200) {
      client.end(`HTTP/1.1 ${tunnelStatus} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const { port, hostname } = new URL(`http://${host}`);
    const upstream = connect(Number(port), hostname, () => {
      client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
  });
  proxy.listen(0, "127.0.0.1");
  await once(proxy, "listening");
  onTestFinished(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  // An AddressInfo, because it listens on a port.
  return { url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`, hosts };
}
