import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/**
 * A service that signs everybody in and answers everything else with the same JSON, whatever it is, until the test ends.
 *
 * @param onRevoke called when somebody gives a token back, and gets no answer to that; otherwise it is answered, too
 * @returns its address
 */
export async function oddService(answer: unknown, onRevoke?: () => void): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    if (onRevoke && incoming.url === "/api/oauth/revoke") return onRevoke();
    const isToken = incoming.url === "/api/oauth/token";
    outgoing.setHeader("Content-Type", "application/json");
    outgoing.end(JSON.stringify(isToken ? { access_token: "odd-token", expires_in: 3600 } : answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  // An AddressInfo, because it listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
