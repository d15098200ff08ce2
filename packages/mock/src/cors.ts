import type { RequestListener } from "node:http";

/**
 * Lets pages of every origin call a server (the Fetch standard's CORS protocol). A preflight never reaches the server: a
 * browser sends it, not the page.
 */
export function withCors(serve: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const { method, headers } = incoming;
    outgoing.setHeader("access-control-allow-origin", "*");
    const wantedMethod = headers["access-control-request-method"];
    if (method !== "OPTIONS" || headers.origin === undefined || wantedMethod === undefined) {
      outgoing.setHeader("access-control-expose-headers", "*");
      serve(incoming, outgoing);
      return;
    }
    outgoing.writeHead(204, {
      "access-control-allow-methods": wantedMethod,
      // Repeated and not `*`, which does not cover Authorization.
      "access-control-allow-headers": headers["access-control-request-headers"] ?? "",
      // A page of a public address may call this machine (Private Network Access).
      "access-control-allow-private-network": "true",
      vary: "Access-Control-Request-Method, Access-Control-Request-Headers",
    });
    outgoing.end();
  };
}
