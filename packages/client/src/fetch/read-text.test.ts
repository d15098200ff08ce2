import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { createExportJob, getBackupExportJob, serviceAccount, waitForExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { autoClock } from "../testing/fake-clock.ts";
import { clusterName, exportBucketId, exportId, groupId, job, snapshotId } from "../testing/jobs.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { credentials } from "../testing/service-account.ts";
import { tokenService } from "../testing/token-service.ts";
import { readText } from "./read-text.ts";

const json = JSON.stringify(job());
const reference = { groupId, clusterName, exportId };

/** A server that writes its responses itself. */
async function serve(write: (outgoing: ServerResponse) => void) {
  const server = createServer((_, outgoing) => write(outgoing)).listen(0, "127.0.0.1");
  const hungUp = once(server, "connection").then(([socket]) => once(socket, "close"));
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hungUp };
}

const endless = (outgoing: ServerResponse) => {
  const more = () => outgoing.write(" ".repeat(10_000), (error) => error ?? setImmediate(more));
  more();
};

describe("a response beyond maxResponseBytes", () => {
  test.each<[string, (outgoing: ServerResponse) => void]>([
    ["with Content-Length", (outgoing) => outgoing.setHeader("Content-Length", 2_001).end(" ".repeat(2_001))],
    ["in chunks", (outgoing) => void outgoing.write(" ".repeat(1_500), () => outgoing.end(" ".repeat(501)))],
    [
      "once it is decompressed",
      (outgoing) => outgoing.setHeader("Content-Encoding", "gzip").end(gzipSync(" ".repeat(1_000_000))),
    ],
    ["that never ends", endless],
    ["of a failure", (outgoing) => endless(outgoing.writeHead(404))],
  ])("%s is an error that names the limit, and hangs up", async (_, write) => {
    const server = await serve(write);
    const { atlas, told } = connect(server, { maxResponseBytes: 2_000 });
    expect(await failureOf(getBackupExportJob(atlas, reference))).toMatchObject({
      name: "NetworkError",
      message: expect.stringMatching(
        /: answered (200|404) with more than 2000 bytes, the limit that maxResponseBytes sets$/,
      ),
      code: "RESPONSE_TOO_LARGE",
      mayHaveArrived: true,
    });
    // Another attempt would load as much again.
    expect(told.requests).toHaveLength(1);
    await server.hungUp;
  });

  test("is one by its bytes, not by its characters", async () => {
    const body = JSON.stringify(job({ prefix: "ü" }));
    await using server = await scriptedServer([{ body }]);
    const bytes = Buffer.byteLength(body);
    const { atlas } = connect(server, { maxResponseBytes: bytes });
    expect(await getBackupExportJob(atlas, reference)).toEqual(job({ prefix: "ü" }));
    const { atlas: stricter } = connect(server, { maxResponseBytes: bytes - 1 });
    expect(await failureOf(getBackupExportJob(stricter, reference))).toMatchObject({
      code: "RESPONSE_TOO_LARGE",
    });
  });

  test("is one whatever its Content-Length says", async () => {
    const fetch = async () => new Response(" ".repeat(3_000), { headers: { "Content-Length": "10" } });
    const { atlas } = connect({ url: "http://127.0.0.1" }, { fetch, maxResponseBytes: 2_000 });
    expect(await failureOf(getBackupExportJob(atlas, reference))).toMatchObject({
      code: "RESPONSE_TOO_LARGE",
    });
  });

  test("is more than 32 MiB by default", async () => {
    const mib = 1024 * 1024;
    const sized = (bytes: number) => async () => new Response(`${" ".repeat(bytes - json.length)}${json}`);
    const { atlas } = connect({ url: "http://127.0.0.1" }, { fetch: sized(32 * mib) });
    expect(await getBackupExportJob(atlas, reference)).toEqual(job());
    const { atlas: other } = connect({ url: "http://127.0.0.1" }, { fetch: sized(32 * mib + 1) });
    expect(await failureOf(getBackupExportJob(other, reference))).toMatchObject({
      code: "RESPONSE_TOO_LARGE",
    });
  });

  test("ends a sign-in", async () => {
    await using server = await tokenService([{ body: " ".repeat(3_000) }]);
    const { atlas } = connect(server, { auth: serviceAccount(credentials), maxResponseBytes: 2_000 });
    expect(await failureOf(getBackupExportJob(atlas, reference))).toMatchObject({
      name: "AuthenticationError",
      cause: { code: "RESPONSE_TOO_LARGE" },
    });
    expect(server.tokenRequests).toHaveLength(1);
  });

  test("ends a wait, since the next poll would be as large", async () => {
    await using server = await scriptedServer([{ body: " ".repeat(3_000) }]);
    const { atlas } = connect(server, { maxResponseBytes: 2_000 });
    await failureOf(waitForExportJob(atlas, reference));
    expect(server.requests).toHaveLength(1);
  });

  test("to a create is followed by the search, and not by another create", async () => {
    await using server = await scriptedServer([{ body: " ".repeat(3_000) }]);
    const clock = autoClock();
    const { atlas } = connect(server, { clock, fetch: clock.fetch, maxResponseBytes: 2_000 });
    const input = { groupId, clusterName, snapshotId, exportBucketId };
    expect(await failureOf(createExportJob(atlas, input))).toMatchObject({
      outcome: "unknown",
      cause: { code: "RESPONSE_TOO_LARGE" },
    });
    expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });
});

describe("a body", () => {
  test.each([
    ["that is cut within a character", [0x7b, 0xc3], [0xbc, 0x7d], "{ü}"],
    ["that begins with a byte order mark", [0xef, 0xbb], [0xbf, 0x7b, 0x7d], "{}"],
    ["that ends within a character", [0x7b], [0xc3], "{\ufffd"],
  ])("%s is read as the platform reads it", async (_, first, second, text) => {
    const respond = () =>
      new Response(
        new ReadableStream({
          start(controller) {
            for (const bytes of [first, second]) controller.enqueue(Uint8Array.from(bytes));
            controller.close();
          },
        }),
      );
    expect(await respond().text()).toBe(text);
    expect(await readText(respond(), 100)).toBe(text);
  });

  test("that is missing reads as empty text", async () => {
    expect(await readText(new Response(null, { status: 204 }), 1)).toBe("");
  });

  // As in React Native, and with node-fetch, whose body is a stream of Node.
  test.each([[undefined], [{ pipe: () => {} }]])(
    "without a stream of the platform is read as text: %j",
    async (body) => {
      const respond = (text: string) => ({ body, text: async () => text }) as unknown as Response;
      expect(await readText(respond("{}"), 2)).toBe("{}");
      expect(await readText(respond("{ }"), 2)).toBeUndefined();
    },
  );
});
