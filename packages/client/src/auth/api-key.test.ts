import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Fetch } from "../fetch/attempt.ts";
import { type AtlasClient, getBackupExportJob, listBackupExportJobs } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, exportId, groupId, job } from "../testing/jobs.ts";
import {
  type Answer,
  type ReceivedRequest,
  type ScriptedServer,
  scriptedServer,
} from "../testing/scripted-server.ts";
import { expectNoSecret, secrets } from "../testing/secrets.ts";
import { type ApiKeyOptions, apiKey } from "./api-key.ts";

const publicKey = "ABCDEFGH";
const realm = "MMS Public API";

interface DigestServer extends ScriptedServer {
  /** What each request was answered with, and by what count of which nonce it had come. */
  readonly log: { status: number; nonce?: string | undefined; nc?: string | undefined }[];
  /** Lets every nonce so far go stale. */
  expire(): void;
}

interface DigestServerOptions {
  algorithm?: "MD5" | "SHA-256";
  /** The nonces, one for each challenge. @default a new one each time */
  nonce?: (count: number) => string;
  /** Whether a nonce is good for the request target that it was issued for alone, as one with an ETag in it is. */
  isBoundToTarget?: boolean;
  /** The header or headers of a challenge. @default one, like the live service's */
  challenge?: (nonce: string, isStale: boolean) => string | string[];
}

/** Checks digests as RFC 7616 has it, each count of a nonce once, written without the client's code. */
async function digestServer({
  algorithm = "MD5",
  nonce = (count) => `nonce-${count}`,
  isBoundToTarget = false,
  challenge = (value, isStale) =>
    `Digest realm="${realm}", domain="", nonce="${value}", algorithm=${algorithm}, qop="auth", stale=${isStale}`,
}: DigestServerOptions = {}): Promise<DigestServer> {
  const hash = (text: string) => createHash(algorithm.replace("-", "")).update(text).digest("hex");
  const log: DigestServer["log"] = [];
  let live = new Map<string, string>();
  const used = new Set<string>();
  let challenges = 0;

  function refuse(isStale: boolean, url: string, sent: Partial<Record<string, string>>): Answer {
    challenges += 1;
    const value = nonce(challenges);
    live.set(value, url);
    log.push({ status: 401, nonce: sent["nonce"], nc: sent["nc"] });
    return { status: 401, headers: { "WWW-Authenticate": challenge(value, isStale) }, body: { error: 401 } };
  }

  function judge({ method, url, headers }: ReceivedRequest): Answer {
    const sent = Object.fromEntries(
      [...(headers.authorization ?? "").matchAll(/(\w+)=(?:"([^"]*)"|([^\s,]+))/g)].map(
        ([, name, quoted, bare]) => [name, quoted ?? bare],
      ),
    ) as Partial<Record<string, string>>;
    const { username, nonce = "", nc, cnonce, response } = sent;
    const a1 = hash(`${publicKey}:${realm}:${secrets.privateKey}`);
    const a2 = hash(`${method}:${url}`);
    const isRight = username === publicKey && response === hash(`${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}`);
    if (!isRight || sent["uri"] !== url || used.has(`${nonce} ${nc}`)) return refuse(false, url, sent);
    if (!live.has(nonce) || (isBoundToTarget && live.get(nonce) !== url)) return refuse(true, url, sent);
    used.add(`${nonce} ${nc}`);
    log.push({ status: 200, nonce, nc });
    return { body: url.includes(exportId) ? job() : { results: [job()] } };
  }

  const server = await scriptedServer(judge);
  const expire = () => {
    live = new Map();
  };
  return { ...server, log, expire };
}

function signedIn(server: ScriptedServer, options: Partial<ApiKeyOptions> = {}) {
  return connect(server, { auth: apiKey({ publicKey, privateKey: secrets.privateKey, ...options }) });
}

function read(atlas: AtlasClient) {
  return getBackupExportJob(atlas, { groupId, clusterName, exportId });
}

describe.each(["MD5", "SHA-256"] as const)("with %s", (algorithm) => {
  test("the first call costs two round trips, those after it one each, by counting", async () => {
    await using server = await digestServer({ algorithm });
    const { atlas } = signedIn(server);
    expect(await read(atlas)).toEqual(job());
    expect(await read(atlas)).toEqual(job());
    await listBackupExportJobs(atlas, { groupId, clusterName, pageNum: 2, itemsPerPage: 5 });
    expect(server.log).toEqual([
      { status: 401 },
      { status: 200, nonce: "nonce-1", nc: "00000001" },
      { status: 200, nonce: "nonce-1", nc: "00000002" },
      { status: 200, nonce: "nonce-1", nc: "00000003" },
    ]);
  });
});

test("a hundred calls at once use one nonce, each count once, and one round trip each", async () => {
  await using server = await digestServer();
  const { atlas } = signedIn(server);
  await read(atlas);
  await Promise.all(Array.from({ length: 100 }, () => read(atlas)));
  const counts = server.log.slice(1).map(({ status, nonce, nc }) => `${status} ${nonce} ${nc}`);
  const hex = (count: number) => count.toString(16).padStart(8, "0");
  expect(counts.sort()).toEqual(Array.from({ length: 101 }, (_, i) => `200 nonce-1 ${hex(i + 1)}`));
});

test("twenty first calls at once all get through", async () => {
  await using server = await digestServer();
  const { atlas } = signedIn(server);
  await Promise.all(Array.from({ length: 20 }, () => read(atlas)));
  expect(server.log.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(server.log).toHaveLength(40);
});

test("twenty first calls at once get through too when the service hands one nonce to all of them", async () => {
  await using server = await digestServer({ nonce: () => "shared" });
  const { atlas } = signedIn(server);
  await Promise.all(Array.from({ length: 20 }, () => read(atlas)));
  expect(server.log).toHaveLength(40);
  const counts = server.log.flatMap(({ nc }) => (nc === undefined ? [] : [Number.parseInt(nc, 16)]));
  expect(counts.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
});

test("a nonce that the service returns to is counted on from where it was", async () => {
  // Each challenge ends the nonce before it, so that the three of them take turns.
  const turns = ["nonce-a", "nonce-b", "nonce-c"];
  await using server = await digestServer({ nonce: (count) => turns[(count - 1) % 3] ?? "" });
  const { atlas } = signedIn(server);
  for (let calls = 1; calls <= 6; calls += 1) {
    expect(await read(atlas)).toEqual(job());
    server.expire();
  }
  const accepted = server.log.filter(({ status }) => status === 200).map(({ nonce, nc }) => `${nonce} ${nc}`);
  // RFC 7616, section 3.4: nc counts the requests that were sent with the nonce, the refused ones included.
  expect(accepted).toEqual([
    "nonce-a 00000001",
    "nonce-b 00000001",
    "nonce-c 00000001",
    "nonce-a 00000003",
    "nonce-b 00000003",
    "nonce-c 00000003",
  ]);
  expect(server.log.filter(({ status }) => status === 401)).toHaveLength(6);
});

test("the retry after a 401 uses the nonce of that 401, whatever concurrent calls were given", async () => {
  await using server = await digestServer({ isBoundToTarget: true });
  const together = releasedTogether(20);
  const auth = apiKey({ publicKey, privateKey: secrets.privateKey });
  const { atlas } = connect(server, { auth, fetch: together.fetch });
  const pages = Array.from({ length: 20 }, (_, index) => index + 1);
  await Promise.all(
    pages.map((pageNum) => listBackupExportJobs(atlas, { groupId, clusterName, pageNum, itemsPerPage: 5 })),
  );
  expect(server.log.map(({ status }) => status)).toEqual([...Array(20).fill(401), ...Array(20).fill(200)]);
});

/** A `fetch` that holds the first responses back until all of them are there, so that their calls go on at the same time. */
function releasedTogether(count: number): { fetch: Fetch } {
  let received = 0;
  let release = () => {};
  const allReceived = new Promise<void>((resolve) => {
    release = resolve;
  });
  return {
    async fetch(url, init) {
      const response = await globalThis.fetch(url, init);
      const { status, headers } = response;
      const body = await response.text();
      received += 1;
      if (received === count) release();
      await allReceived;
      return new Response(body, { status, headers });
    },
  };
}

test("a nonce goes back to the service that it came from, and to no other one", async () => {
  await using one = await digestServer();
  await using other = await digestServer({ nonce: () => "the-other's" });
  const auth = apiKey({ publicKey, privateKey: secrets.privateKey });
  const clients = [one, other].map((server) => connect(server, { auth }).atlas);
  for (const atlas of [...clients, ...clients]) await read(atlas);
  expect(one.log.map(({ nonce }) => nonce)).toEqual([undefined, "nonce-1", "nonce-1"]);
  expect(other.log.map(({ nonce }) => nonce)).toEqual([undefined, "the-other's", "the-other's"]);
});

test("each request has a cnonce of its own, without a hyphen", async () => {
  await using server = await digestServer();
  const { atlas } = signedIn(server);
  await read(atlas);
  await read(atlas);
  const cnonces = server.requests.flatMap(
    ({ headers }) => /cnonce="([^"]*)"/.exec(headers.authorization ?? "")?.[1] ?? [],
  );
  expect(new Set(cnonces).size).toBe(2);
  for (const cnonce of cnonces) expect(cnonce).toMatch(/^[0-9a-f]{32}$/);
});

test("a nonce that has gone stale costs one round trip more, and the count begins anew", async () => {
  await using server = await digestServer();
  const { atlas } = signedIn(server);
  await read(atlas);
  server.expire();
  expect(await read(atlas)).toEqual(job());
  expect(server.log.slice(2)).toEqual([
    { status: 401, nonce: "nonce-1", nc: "00000002" },
    { status: 200, nonce: "nonce-2", nc: "00000001" },
  ]);
});

test("a nonce that goes stale between challenge and answer is tried once more", async () => {
  let challenged = 0;
  await using server = await digestServer({
    challenge(nonce, isStale) {
      challenged += 1;
      // The first two nonces are gone as soon as they are handed out.
      if (challenged <= 2) queueMicrotask(() => server.expire());
      return `Digest realm="${realm}", nonce="${nonce}", algorithm=MD5, qop="auth", stale=${isStale}`;
    },
  });
  const { atlas } = signedIn(server);
  await failureOf(read(atlas));
  expect(server.log.map(({ status, nonce }) => [status, nonce])).toEqual([
    [401, undefined],
    [401, "nonce-1"],
    [401, "nonce-2"],
  ]);
  expect(await read(atlas)).toEqual(job());
});

test.each([
  ["privateKey", { privateKey: "wrong" }],
  ["publicKey", { publicKey: "wrong" }],
])("a wrong %s ends after one answered challenge", async (_, options) => {
  await using server = await digestServer();
  const { atlas } = signedIn(server, options);
  const error = await failureOf(read(atlas));
  expect(error).toMatchObject({ name: "AtlasApiError", status: 401 });
  expect((error as Error).message).toMatch(/ \(check the credential: it is unknown, wrong or expired\)$/);
  expect(server.log).toHaveLength(2);
  await failureOf(read(atlas));
  expect(server.log).toHaveLength(4);
});

test("a 401 for a missing role is the result, and leaves the nonce in use", async () => {
  await using server = await scriptedServer((request) =>
    request.headers.authorization
      ? { status: 401, body: { error: 401, errorCode: "USER_UNAUTHORIZED" } }
      : { status: 401, headers: { "WWW-Authenticate": `Digest realm="${realm}", nonce="n", qop="auth"` } },
  );
  const { atlas } = signedIn(server);
  for (let calls = 1; calls <= 2; calls += 1)
    expect(await failureOf(read(atlas))).toMatchObject({ status: 401, errorCode: "USER_UNAUTHORIZED" });
  expect(server.requests.map(({ headers }) => / nc=(\w+)/.exec(headers.authorization ?? "")?.[1])).toEqual([
    undefined,
    "00000001",
    "00000002",
  ]);
});

test("a refused key that begins or ends with white space or quotes is a warning that names the half", async () => {
  await using server = await digestServer();
  const { atlas, told } = signedIn(server, { privateKey: `'${secrets.privateKey}'` });
  await failureOf(read(atlas));
  expect(told.warnings).toEqual([
    { message: "the service refuses the API key: privateKey begins or ends with white space or quotes" },
  ]);
});

test.each<[string, (md5: string) => string | string[]]>([
  [
    "one header, the usable one last",
    (md5) => `Basic realm="x", Digest realm="y", algorithm=SHA-512-256, nonce="n", qop="auth", ${md5}`,
  ],
  ["one header, the usable one first", (md5) => `${md5}, Basic realm="x"`],
  ["several headers, the usable one last", (md5) => ['Basic realm="x", charset="UTF-8"', "Negotiate", md5]],
  ["several headers, the usable one first", (md5) => [md5, 'Basic realm="x"']],
])("of several challenges in %s, the usable one is answered", async (_, toHeaders) => {
  await using server = await digestServer({
    challenge: (nonce) => toHeaders(`Digest realm="${realm}", nonce="${nonce}", algorithm=MD5, qop="auth"`),
  });
  expect(await read(signedIn(server).atlas)).toEqual(job());
});

test("of two usable challenges the stronger one is answered", async () => {
  await using server = await digestServer({
    algorithm: "SHA-256",
    challenge: (nonce) =>
      ["MD5", "SHA-256"].map(
        (algorithm) => `Digest realm="${realm}", nonce="${nonce}", algorithm=${algorithm}, qop="auth"`,
      ),
  });
  expect(await read(signedIn(server).atlas)).toEqual(job());
});

test.each([
  ["another scheme", { "WWW-Authenticate": 'Bearer realm="x"' }],
  ["none", {}],
])("a 401 that asks for %s is the caller's", async (_, headers) => {
  await using server = await scriptedServer([{ status: 401, headers: headers as Record<string, string> }]);
  expect(await failureOf(read(signedIn(server).atlas))).toMatchObject({ status: 401 });
  expect(server.requests).toHaveLength(1);
});

test.each([
  ["publicKey", ""],
  ["publicKey", undefined],
  ["privateKey", ""],
  ["privateKey", 42],
])("%s is needed, and «%s» is none", (option, value) => {
  const options = { publicKey, privateKey: secrets.privateKey, [option]: value } as ApiKeyOptions;
  expect(() => apiKey(options)).toThrow(new TypeError(`apiKey needs ${option}, a string that is not empty`));
});

test("an option that is not known is refused by name", () => {
  const options = { publicKey, privateKey: secrets.privateKey, realm: "MMS Public API" };
  expect(() => apiKey(options)).toThrow(
    new TypeError("Unknown option `realm` of apiKey. Expected one of: publicKey, privateKey."),
  );
});

test("a service account's id and secret may stand beside the key", () => {
  const both = {
    publicKey,
    privateKey: secrets.privateKey,
    clientId: "id",
    clientSecret: secrets.clientSecret,
  };
  expect(() => apiKey(both)).not.toThrow();
});

test("the private key is never sent, and shows nowhere", async () => {
  await using server = await digestServer();
  const auth = apiKey({ publicKey, privateKey: secrets.privateKey });
  const { atlas } = connect(server, { auth });
  await read(atlas);
  expectNoSecret(server.requests, auth, atlas);
});
