/** Answers every create with the same job, over HTTP, and tells its parent where. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerTo } from "./target.ts";

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const { headers, text } = answerTo(request.url ?? "");
    response.writeHead(200, { ...headers, "Content-Length": text.length }).end(text);
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.on("disconnect", () => process.exit());
