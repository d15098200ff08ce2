import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Fetch } from "../fetch/attempt.ts";
import {
  type AtlasClient,
  type GetBackupExportJobInput,
  getBackupExportJob,
  isAtlasApiError,
} from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, exportId, groupId, job, jobsPath } from "../testing/jobs.ts";
import { secrets } from "../testing/secrets.ts";
import { installed, isThere, type ServerProcess, serverProcess } from "../testing/server-process.ts";
import { apiKey } from "./api-key.ts";

const apache = installed("apache2", "httpd");
const modules = ["/usr/lib/apache2/modules", "/usr/lib64/httpd/modules"].find((directory) =>
  isThere(join(directory, "mod_auth_digest.so")),
);
const isInstalled = apache !== undefined && modules !== undefined;
const why = isInstalled ? "" : " (skipped: needs Apache httpd, Debian's package apache2)";
if (why) console.warn(`an API key at Apache's mod_auth_digest${why}`);

const publicKey = "ytpzwmxk";
const { privateKey } = secrets;
const realm = "MMS Public API";
const input = { groupId, clusterName, exportId };

describe.skipIf(!isInstalled)(`an API key at Apache's mod_auth_digest${why}`, () => {
  test("costs two round trips for the first call and one for each that follows", async () => {
    await using server = await startApache();
    const { atlas, trips } = signIn(server);
    for (let calls = 1; calls <= 3; calls += 1) expect(await getBackupExportJob(atlas, input)).toEqual(job());
    expect(trips.map(({ status }) => status)).toEqual([401, 200, 200, 200]);
    expect(trips.map(({ count }) => count)).toEqual([undefined, 1, 2, 3]);
  });

  test("costs twenty calls at the same time one round trip each, with a count of its own each", async () => {
    await using server = await startApache();
    const { atlas, trips } = signIn(server);
    await getBackupExportJob(atlas, input);
    await twentyCalls(atlas);
    expect(trips.map(({ status }) => status)).toEqual([401, ...Array(21).fill(200)]);
    const counts = trips.flatMap(({ count }) => count ?? []).sort((a, b) => a - b);
    expect(counts).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  test("signs twenty calls in that are the first ones and come at the same time", async () => {
    await using server = await startApache();
    const { atlas, trips } = signIn(server);
    await twentyCalls(atlas);
    expect(trips.filter(({ status }) => status === 200).length).toBe(20);
    const before = trips.length;
    await twentyCalls(atlas);
    expect(trips.slice(before).map(({ status }) => status)).toEqual(Array(20).fill(200));
  });

  test("counts as Apache does where it checks the count", async () => {
    await using server = await startApache("AuthDigestNcCheck On");
    const { atlas, trips } = signIn(server);
    for (let calls = 1; calls <= 5; calls += 1) await getBackupExportJob(atlas, input);
    expect(trips.map(({ status }) => status)).toEqual([401, 200, 200, 200, 200, 200]);
  });

  test("goes on with a new nonce when the old one is stale", async () => {
    // Zero makes every nonce good for one request.
    await using server = await startApache("AuthDigestNonceLifetime 0");
    const { atlas, trips } = signIn(server);
    for (let calls = 1; calls <= 3; calls += 1) expect(await getBackupExportJob(atlas, input)).toEqual(job());
    expect(trips.map(({ status, isStale }) => [status, isStale])).toEqual([
      [401, false],
      [200, false],
      [401, true],
      [200, false],
      [401, true],
      [200, false],
    ]);
    expect(trips.map(({ count }) => count)).toEqual([undefined, 1, 2, 1, 2, 1]);
  });

  test("does not doubt the key where two servers that share no nonces take turns", async () => {
    await using one = await startApache();
    await using other = await startApache();
    let requests = 0;
    const { atlas, trips } = signIn(one, {
      to: (url) => (requests++ % 2 ? url.replace(one.url, other.url) : url),
    });
    const error = await failureOf(getBackupExportJob(atlas, input));
    expect(trips.map(({ status, isStale, count }) => [status, isStale, count])).toEqual([
      [401, false, undefined],
      [401, true, 1],
      [401, true, 1],
    ]);
    expect(error).toMatchObject({ status: 401, hint: expect.stringContaining("do not share nonces") });
  });

  test("ends with 401 after one retry when the private key is wrong", async () => {
    await using server = await startApache();
    const { atlas, trips } = signIn(server, { privateKey: `${privateKey}-of-another` });
    const error = await failureOf(getBackupExportJob(atlas, input));
    expect(isAtlasApiError(error) && error.status).toBe(401);
    expect(trips.map(({ status, count }) => [status, count])).toEqual([
      [401, undefined],
      [401, 1],
    ]);
  });

  test("signs the query too", async () => {
    await using server = await startApache();
    const { atlas, trips } = signIn(server);
    expect(await getBackupExportJob(atlas, { ...input, envelope: false })).toEqual(job());
    expect(trips.map(({ status }) => status)).toEqual([401, 200]);
    expect(trips[1]?.uri).toBe(`${jobsPath}/${exportId}?envelope=false`);
  });

  test("is refused when the query is another one than was signed", async () => {
    await using server = await startApache();
    const { atlas } = signIn(server, { to: (url) => url.replace("envelope=false", "envelope=true") });
    const error = await failureOf(getBackupExportJob(atlas, { ...input, envelope: false }));
    // What Apache answers to a digest of another request target.
    expect(isAtlasApiError(error) && error.status).toBe(400);
  });
});

function twentyCalls(atlas: AtlasClient): Promise<unknown> {
  const calls = Array.from({ length: 20 }, (_, index): GetBackupExportJobInput => {
    return index % 2 ? { ...input, envelope: false } : input;
  });
  return Promise.all(calls.map((call) => getBackupExportJob(atlas, call)));
}

/** One request and its answer, as far as signing in goes. */
interface Trip {
  status: number;
  isStale: boolean;
  /** The digest's request target, and how often its nonce was used; none without a digest. */
  uri: string | undefined;
  count: number | undefined;
}

interface SignIn {
  privateKey?: string;
  /** Where a request really goes. */
  to?: (url: string) => string;
}

function signIn(server: ServerProcess, { privateKey: key = privateKey, to = (url) => url }: SignIn = {}) {
  const trips: Trip[] = [];
  const fetch: Fetch = async (url, init) => {
    const response = await globalThis.fetch(to(url), init);
    const digest = new Headers(init.headers).get("Authorization") ?? "";
    const [, count] = / nc=([0-9a-f]{8})/.exec(digest) ?? [];
    trips.push({
      status: response.status,
      isStale: /stale=true/.test(response.headers.get("WWW-Authenticate") ?? ""),
      uri: / uri="([^"]+)"/.exec(digest)?.[1],
      count: count === undefined ? undefined : Number.parseInt(count, 16),
    });
    return response;
  };
  const { atlas } = connect(server, { auth: apiKey({ publicKey, privateKey: key }), fetch });
  return { atlas, trips };
}

/** Apache with one file: a job, at the path of the operation that reads it. */
function startApache(...directives: string[]): Promise<ServerProcess> {
  return serverProcess(String(apache), async ({ port, directory, logFile }) => {
    const passwords = join(directory, "htdigest");
    const hash = createHash("md5").update(`${publicKey}:${realm}:${privateKey}`).digest("hex");
    await writeFile(passwords, `${publicKey}:${realm}:${hash}\n`);
    const document = join(directory, "documents", jobsPath, exportId);
    await mkdir(dirname(document), { recursive: true });
    await writeFile(document, JSON.stringify(job()));
    const config = join(directory, "httpd.conf");
    await writeFile(
      config,
      `
      ServerRoot "${directory}"
      ServerName 127.0.0.1
      Listen 127.0.0.1:${port}
      PidFile "${join(directory, "pid")}"
      DefaultRuntimeDir "${directory}"
      ErrorLog "${logFile}"
      ${["mpm_event", "unixd", "authn_core", "authn_file", "authz_core", "authz_user", "auth_digest"].map(load).join("\n")}
      # nobody; counts only when root starts it
      User "#65534"
      Group "#65534"
      DocumentRoot "${join(directory, "documents")}"
      <Location "/">
        ForceType application/vnd.atlas.2023-01-01+json
        AuthType Digest
        AuthName "${realm}"
        AuthDigestProvider file
        AuthUserFile "${passwords}"
        Require valid-user
        ${directives.join("\n")}
      </Location>`,
    );
    return ["-DFOREGROUND", "-f", config];
  });
}

/** Some of them are compiled in here, and others there. */
function load(module: string): string {
  return `<IfModule !${module}_module>
    LoadModule ${module}_module "${modules}/mod_${module}.so"
    </IfModule>`;
}
