import { fileURLToPath } from "node:url";
import { weigh } from "../../tools/packed/src/weigh.ts";
import type { Row } from "../row.ts";
import { exactly, type Spread } from "../spread.ts";

/** Our two programs are those that CI weighs too. */
const programs = new URL("../../packages/client/size/", import.meta.url);
const peers = ["bare-fetch", "openapi-fetch", "hey-api", "orval", "ky", "axios"];

export const size: Row = {
  name: "size",
  async measure() {
    const weighed = await Promise.all(
      peers.map(async (peer) => [peer, await gzipped(new URL(`../clients/${peer}.ts`, import.meta.url))]),
    );
    return [
      {
        title: "program that makes one create with a service account, minified and gzipped",
        unit: "B",
        ours: await gzipped(new URL("create.js", programs)),
        target: { atMost: 6_000 },
        peers: Object.fromEntries(weighed),
      },
      {
        title: "program that makes one export, never twice and followed to its end, minified and gzipped",
        unit: "B",
        ours: await gzipped(new URL("create-and-wait.js", programs)),
        target: { atMost: 7_500 },
      },
    ];
  },
};

async function gzipped(program: URL): Promise<Spread> {
  return exactly((await weigh(fileURLToPath(program))).gzipped);
}
