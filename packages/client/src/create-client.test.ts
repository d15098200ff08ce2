import { describe, expect, test } from "vitest";
import { systemClock } from "./clock.ts";
import { createAtlasClient } from "./create-client.ts";
import type { Fetch } from "./fetch/attempt.ts";
import { getBackupExportJob } from "./index.ts";
import { connect, failureOf, ownAuth } from "./testing/connect.ts";
import { fakeClock } from "./testing/fake-clock.ts";
import { clusterName, exportId, groupId, job, jobsPath } from "./testing/jobs.ts";
import { scriptedServer } from "./testing/scripted-server.ts";
import { version } from "./version.gen.ts";

const input = { groupId, clusterName, exportId };

/** Where a client of these options sends to, seen by a fetch that keeps it to itself. */
async function sentTo(baseUrl?: string): Promise<string[]> {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return Response.json(job());
  };
  const atlas = createAtlasClient({ auth: ownAuth, fetch, ...(baseUrl === undefined ? {} : { baseUrl }) });
  await getBackupExportJob(atlas, input);
  return urls;
}

test.each([
  [undefined, "https://cloud.mongodb.com"],
  ["https://cloud.mongodb.com/", "https://cloud.mongodb.com"],
  ["https://gateway.example.com/atlas", "https://gateway.example.com/atlas"],
  ["https://gateway.example.com/atlas/", "https://gateway.example.com/atlas"],
])("with the base URL %s requests go to %s", async (baseUrl, base) => {
  expect(await sentTo(baseUrl)).toEqual([`${base}${jobsPath}/${exportId}`]);
});

test.each([
  [
    "http://cloud.mongodb.com",
    "baseUrl must be https, or http to this machine, not http://cloud.mongodb.com",
  ],
  ["cloud.mongodb.com", "baseUrl must be an absolute URL, such as https://cloud.mongodb.com"],
])("the base URL %s is refused when the client is made", (baseUrl, message) => {
  expect(() => createAtlasClient({ auth: ownAuth, baseUrl })).toThrow(new TypeError(message));
});

describe("User-Agent", () => {
  test.each([
    [undefined, `atlas-snapshot-export/${version}`],
    ["nightly/1.0", `nightly/1.0 atlas-snapshot-export/${version}`],
    ["", `atlas-snapshot-export/${version}`],
  ])("with «%s» put before it reads «%s»", async (userAgent, sent) => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server, userAgent === undefined ? {} : { userAgent });
    await getBackupExportJob(atlas, input);
    expect(server.requests[0]?.headers["user-agent"]).toBe(sent);
  });
});

test("an attempt times out after 30 s unless told otherwise", async () => {
  await using server = await scriptedServer(["silence"]);
  for (const [options, ms] of [
    [{}, 30_000],
    [{ timeoutMs: 7_000 }, 7_000],
  ] as const) {
    const clock = fakeClock();
    const { atlas } = connect(server, { clock, retry: { maxAttempts: 1 }, ...options });
    const calling = getBackupExportJob(atlas, input);
    await clock.scheduled(ms);
    clock.advance(ms - 1);
    expect(clock.pending).toBe(1);
    clock.advance(1);
    expect(await failureOf(calling)).toMatchObject({
      message: `GET ${server.url}${jobsPath}/${exportId}: no answer within ${ms} ms`,
    });
  }
});

test("the platform's clock and random numbers are the default, others are taken over", () => {
  const atlas = createAtlasClient({ auth: ownAuth });
  expect([atlas.clock, atlas.random]).toEqual([systemClock, Math.random]);
  const own = { clock: fakeClock(), random: () => 0.5 };
  expect(createAtlasClient({ auth: ownAuth, ...own })).toMatchObject(own);
});

test("the hooks hear of a call and of its retry, and no hook at all is fine", async () => {
  await using server = await scriptedServer([
    { status: 429, headers: { "Retry-After": "0" } },
    { body: job() },
  ]);
  const { atlas, told } = connect(server);
  await getBackupExportJob(atlas, input);
  const url = `${server.url}${jobsPath}/${exportId}`;
  expect(told.requests).toEqual(Array(2).fill({ method: "GET", url }));
  expect(told.responses.map(({ status }) => status)).toEqual([429, 200]);
  expect(told.retries).toMatchObject([{ attempt: 1, delayMs: 0, status: 429 }]);

  const quiet = createAtlasClient({ auth: ownAuth, baseUrl: server.url });
  expect(await getBackupExportJob(quiet, input)).toEqual(job());
});

test("a provider can warn through the hook, and may do so where there is none", async () => {
  await using server = await scriptedServer([{ body: job() }]);
  const auth: Parameters<typeof createAtlasClient>[0]["auth"] = {
    authorize(_, { warn, baseUrl }) {
      warn({ message: `asked for ${baseUrl}` });
      return "Own credential";
    },
  };
  const { atlas, told } = connect(server, { auth });
  await getBackupExportJob(atlas, input);
  expect(told.warnings).toEqual([{ message: `asked for ${server.url}` }]);
  await getBackupExportJob(createAtlasClient({ auth, baseUrl: server.url }), input);
});

test("an error that a hook throws is not caught", async () => {
  await using server = await scriptedServer([{ body: job() }]);
  const hooks = {
    onRequest() {
      throw new Error("in the hook");
    },
  };
  const { atlas } = connect(server, { hooks });
  expect(await failureOf(getBackupExportJob(atlas, input))).toEqual(new Error("in the hook"));
  expect(server.requests).toEqual([]);
});
