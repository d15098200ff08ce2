import { describe, expect, test } from "vitest";
import { Interruption } from "./interruption.ts";
import { halfAnHour, seed } from "./testing/jobs.ts";
import { oddService } from "./testing/odd-service.ts";
import { type Session, session } from "./testing/session.ts";
import type { World } from "./world.ts";

const cluster = `--cluster ${seed.clusterName}`;

function signIns({ mock }: Session): string[] {
  return mock.requests.filter(({ path }) => path.startsWith("/api/oauth/")).map(({ path }) => path);
}

describe("the token of a service account", () => {
  test("is given back when a command is through", async () => {
    await using atlas = await session();
    await atlas.run(`list ${cluster}`);
    expect(signIns(atlas)).toEqual(["/api/oauth/token", "/api/oauth/revoke"]);
  });

  test("is given back when a command has failed", async () => {
    await using atlas = await session();
    expect((await atlas.run(`get ${seed.snapshotId} ${cluster}`)).exitCode).toBe(4);
    expect(signIns(atlas)).toEqual(["/api/oauth/token", "/api/oauth/revoke"]);
  });

  test("is not waited for when the service is down or the user wants out", async () => {
    await using down = await session({
      scenario: { faults: [{ on: "listBackupExportJobs", kind: "unavailableHtml" }] },
    });
    expect((await down.run(`list ${cluster}`)).exitCode).toBe(9);
    expect(signIns(down)).toEqual(["/api/oauth/token"]);

    await using interrupted = await session();
    const { id } = interrupted.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const controller = new AbortController();
    const onWrite = () => controller.abort(new Interruption("SIGINT"));
    await interrupted.run(`wait ${id} ${cluster}`, { signal: controller.signal, onWrite });
    expect(signIns(interrupted)).toEqual(["/api/oauth/token"]);
  });
});

describe("a token that is not taken back", () => {
  /** A list against a service that does not answer to that; `onRevoke` is called when it is asked. */
  async function list(atlas: Session, onRevoke: () => void, signal: AbortSignal) {
    const env = { MONGODB_ATLAS_BASE_URL: await oddService({ results: [] }, () => {}) };
    const fetch: World["fetch"] = (url, init) => {
      if (!url.endsWith("/revoke")) return atlas.clock.fetch(url, init);
      onRevoke();
      // Past the clock, which would stand still as long as the answer is due.
      return globalThis.fetch(url, init);
    };
    const startedAtMs = atlas.clock.now();
    const ran = await atlas.run(`list ${cluster} --debug`, { env, fetch, signal });
    return { ...ran, tookMs: atlas.clock.now() - startedAtMs };
  }

  test("is waited for five seconds, and changes nothing of how the command ended", async () => {
    await using atlas = await session();
    const { exitCode, stdout, stderr, tookMs } = await list(atlas, () => {}, new AbortController().signal);
    expect(exitCode).toBe(0);
    expect(stdout).toBe("no export jobs\n");
    expect(stderr).toContain("debug: the token may live on: no answer within 5000 ms\n");
    expect(tookMs).toBe(5_000);
  });

  test("is not waited for once the user wants out, and the command has ended as it did", async () => {
    await using atlas = await session();
    const controller = new AbortController();
    const interrupt = () => controller.abort(new Interruption("SIGINT"));
    const { exitCode, stderr, tookMs } = await list(atlas, interrupt, controller.signal);
    expect(exitCode).toBe(0);
    expect(stderr).toContain("debug: the token may live on: interrupted by SIGINT\n");
    expect(tookMs).toBe(0);
  });
});

test("requests say that they come from this program", async () => {
  await using atlas = await session();
  await atlas.run(`list ${cluster}`);
  const agents = atlas.mock.requests.map(({ headers }) => headers["user-agent"]);
  expect(agents).toContainEqual(
    expect.stringMatching(/^atlas-snapshot-export-cli\/\d+\.\d+\.\d+ atlas-snapshot-export\//),
  );
});

test("flags go before variables", async () => {
  await using atlas = await session();
  const env = { MONGODB_ATLAS_BASE_URL: "https://127.0.0.1:1", MONGODB_ATLAS_PROJECT_ID: "0".repeat(24) };
  const flags = `--base-url ${atlas.mock.url} --project ${seed.groupId}`;
  expect((await atlas.run(`list ${cluster} ${flags}`, { env })).exitCode).toBe(0);
  expect(atlas.mock.requests.at(1)?.path).toContain(`/groups/${seed.groupId}/`);
});

test("a service at plain http on another machine is used when the environment allows it", async () => {
  await using atlas = await session();
  const elsewhere = "http://mock:4010";
  const fetch: World["fetch"] = (url, init) =>
    atlas.clock.fetch(url.replace(elsewhere, atlas.mock.url), init);
  const env = { MONGODB_ATLAS_BASE_URL: elsewhere, MONGODB_ATLAS_ALLOW_INSECURE_HTTP: "true" };
  expect((await atlas.run(`list ${cluster}`, { env, fetch })).exitCode).toBe(0);
  const refused = { ...env, MONGODB_ATLAS_ALLOW_INSECURE_HTTP: "false" };
  expect((await atlas.run(`list ${cluster}`, { env: refused, fetch })).exitCode).toBe(2);
});

describe("a proxy that Node ignores", () => {
  const env = {
    HTTPS_PROXY: "http://user:pr0xy-s3cret@proxy.example:3128",
    MONGODB_ATLAS_BASE_URL: "https://atlas.example",
  };

  test.each(["", " --json"])("is reported once, before the first request%s", async (flag) => {
    await using atlas = await session();
    const events: string[] = [];
    const fetch: World["fetch"] = async () => {
      events.push("request");
      throw new TypeError("fetch failed");
    };
    const onWrite = (text: string) => events.push(text);
    const ran = await atlas.run(`list ${cluster}${flag}`, { env, fetch, proxies: "none", onWrite });
    expect(ran.exitCode).toBe(9);
    expect(events.slice(0, 2)).toEqual([
      "warning: HTTPS_PROXY is ignored by this version of Node: update it to 22.21, 24 or later, and set NODE_USE_ENV_PROXY=1\n",
      "request",
    ]);
    expect(ran.stderr.match(/warning:/g)).toHaveLength(1);
    expect(ran.stdout + ran.stderr).not.toContain("pr0xy-s3cret");
  });

  test("is not reported where Node takes it", async () => {
    await using atlas = await session();
    const fetch: World["fetch"] = () => Promise.reject(new TypeError("fetch failed"));
    expect((await atlas.run(`list ${cluster}`, { env, fetch })).stderr).not.toContain("warning:");
  });

  test("keeps its password out of what --debug prints", async () => {
    await using atlas = await session();
    const fetch: World["fetch"] = () => Promise.reject(new Error(`no connection to ${env.HTTPS_PROXY}`));
    const { stderr } = await atlas.run(`list ${cluster} --debug`, { env, fetch });
    expect(stderr).toContain("no connection to");
    expect(stderr).not.toContain("pr0xy-s3cret");
  });
});
