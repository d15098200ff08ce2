import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { serviceAccount } from "../auth/service-account.ts";
import { getBackupExportJob } from "../index.ts";
import { connect } from "../testing/connect.ts";
import { clusterName, exportId, groupId, job, jobsPath } from "../testing/jobs.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { secrets } from "../testing/secrets.ts";
import { installed, type ServerProcess, serverProcess } from "../testing/server-process.ts";
import { tlsServer } from "../testing/tls-server.ts";
import type { Fetch } from "./attempt.ts";

const tinyproxy = installed("tinyproxy");
const needs = [
  tinyproxy ? "" : "tinyproxy, Debian's package of that name",
  // https://nodejs.org/api/cli.html#node_use_env_proxy1
  process.allowedNodeEnvironmentFlags.has("--use-env-proxy") ? "" : "Node 22.21, 24.5 or newer",
].filter(Boolean);
const why = needs.length === 0 ? "" : ` (skipped: needs ${needs.join(" and ")})`;
if (why) console.warn(`Node's own support of proxies${why}`);

const path = `${jobsPath}/${exportId}`;

describe.skipIf(why)(`with NODE_USE_ENV_PROXY=1${why}`, () => {
  test("a call goes through HTTP_PROXY", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    await using proxy = await startProxy();
    expect(await readJob(server.url, { HTTP_PROXY: proxy.url })).toEqual(job());
    expect(server.requests.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      [path, "Own credential"],
    ]);
    expect(hostsIn(await proxy.stop())).toEqual([hostOf(server)]);
  });

  test.each(["127.0.0.1", "example.com,127.0.0.1", "*"])(
    "a call goes past HTTP_PROXY where NO_PROXY is «%s»",
    async (noProxy) => {
      await using server = await scriptedServer([{ body: job() }]);
      await using proxy = await startProxy();
      const variables = { HTTP_PROXY: proxy.url, NO_PROXY: noProxy };
      expect(await readJob(server.url, variables)).toEqual(job());
      expect(server.requests.length).toBe(1);
      expect(hostsIn(await proxy.stop())).toEqual([]);
    },
  );

  test("a call goes through HTTP_PROXY where NO_PROXY names another host", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    await using proxy = await startProxy();
    const variables = { HTTP_PROXY: proxy.url, NO_PROXY: "example.com" };
    expect(await readJob(server.url, variables)).toEqual(job());
    expect(hostsIn(await proxy.stop())).toEqual([hostOf(server)]);
  });

  test("a call ends with an error that says so when nobody listens at the proxy's address", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    await using proxy = await startProxy();
    await proxy.stop();
    const refused = `connect ECONNREFUSED ${hostOf(proxy)}`;
    expect(await readJob(server.url, { HTTP_PROXY: proxy.url })).toBe(
      `NetworkError: GET ${server.url}${path}: the connection failed (ECONNREFUSED): ${refused}`,
    );
    expect(server.requests).toEqual([]);
  });

  describe("and https", () => {
    test("a call goes through a tunnel that HTTPS_PROXY opens", async () => {
      await using server = await tlsServer();
      await using proxy = await startProxy();
      const variables = { HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: server.certificateFile };
      expect(await readJob(server.url, variables)).toEqual(job());
      expect(server.paths).toEqual([path]);
      expect(hostsIn(await proxy.stop())).toEqual([hostOf(server)]);
    });

    test("a call goes past HTTPS_PROXY where NO_PROXY says so", async () => {
      await using server = await tlsServer();
      await using proxy = await startProxy();
      const certificate = { NODE_EXTRA_CA_CERTS: server.certificateFile };
      const variables = { HTTPS_PROXY: proxy.url, NO_PROXY: "127.0.0.1", ...certificate };
      expect(await readJob(server.url, variables)).toEqual(job());
      expect(server.paths).toEqual([path]);
      expect(hostsIn(await proxy.stop())).toEqual([]);
    });
  });
});

test("any fetch can be handed in, and sends all there is to send, the sign-in too", async () => {
  await using server = await scriptedServer(({ url }) =>
    url === path ? { body: job() } : { body: { access_token: secrets.accessToken, expires_in: 3600 } },
  );
  const sent: string[] = [];
  const fetch: Fetch = (url, init) => {
    sent.push(new URL(url).pathname);
    return overNodeHttp(url, init);
  };
  const { clientSecret } = secrets;
  const { atlas } = connect(server, {
    auth: serviceAccount({ clientId: "mdb_sa_id_1", clientSecret }),
    fetch,
  });
  expect(await getBackupExportJob(atlas, { groupId, clusterName, exportId })).toEqual(job());
  expect(sent).toEqual(["/api/oauth/token", path]);
  // The platform's fetch would not do without it.
  expect(server.requests.map(({ headers }) => headers["sec-fetch-mode"])).toEqual([undefined, undefined]);
  expect(server.requests.map(({ headers }) => headers["x-sent-by"])).toEqual(["node:http", "node:http"]);
});

/** A `fetch` that shares nothing with the platform's. */
async function overNodeHttp(url: string, { method, headers, body, signal }: RequestInit): Promise<Response> {
  const own = { ...Object.fromEntries(new Headers(headers)), "x-sent-by": "node:http" };
  const sending = httpRequest(url, { method, headers: own, signal: signal ?? undefined });
  sending.end(body);
  const [incoming] = await once(sending, "response");
  return new Response(await buffer(incoming), { status: incoming.statusCode });
}

/** What a process of its own reads, with nothing but these variables around it. */
async function readJob(baseUrl: string, variables: Record<string, string>): Promise<unknown> {
  const program = fileURLToPath(new URL("../testing/read-job.ts", import.meta.url));
  const env = { ...variables, NODE_USE_ENV_PROXY: "1" };
  const { stdout } = await promisify(execFile)(process.execPath, [program, baseUrl], { env });
  return JSON.parse(stdout);
}

function startProxy(): Promise<ServerProcess> {
  return serverProcess(String(tinyproxy), async ({ port, directory, logFile }) => {
    const config = join(directory, "tinyproxy.conf");
    const lines = [`Port ${port}`, "Listen 127.0.0.1", `LogFile "${logFile}"`, "LogLevel Connect"];
    await writeFile(config, `${lines.join("\n")}\n`);
    return ["-d", "-c", config];
  });
}

/** The hosts in tinyproxy's log: those of a tunnel (CONNECT), and those of whole URLs, as plain http has them. */
function hostsIn(log: string): string[] {
  return [...log.matchAll(/Request \(file descriptor \d+\): \S+ (?:http:\/\/)?([^/\s]+)/g)].map(([, host]) =>
    String(host),
  );
}

function hostOf({ url }: { url: string }): string {
  return new URL(url).host;
}
