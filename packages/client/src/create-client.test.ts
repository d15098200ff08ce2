import { describe, expect, test } from "vitest";
import { type Clock, systemClock } from "./clock.ts";
import { type AtlasClientOptions, createAtlasClient } from "./create-client.ts";
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
    "baseUrl must be https, or http to this machine, not http://cloud.mongodb.com; for a mock in another container, set allowInsecureHttp: true, which sends credentials unencrypted",
  ],
  ["cloud.mongodb.com", "baseUrl must be an absolute URL, such as https://cloud.mongodb.com"],
])("the base URL %s is refused when the client is made", (baseUrl, message) => {
  expect(() => createAtlasClient({ auth: ownAuth, baseUrl })).toThrow(new TypeError(message));
});

test("http to another machine is sent to when that is allowed, and with no other value than true", async () => {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return Response.json(job());
  };
  const options = { auth: ownAuth, fetch, baseUrl: "http://mock:4010" };
  await getBackupExportJob(createAtlasClient({ ...options, allowInsecureHttp: true }), input);
  expect(urls).toEqual([`http://mock:4010${jobsPath}/${exportId}`]);
  for (const value of ["false", "true", 1])
    expect(() => createAtlasClient({ ...options, allowInsecureHttp: value as never })).toThrow(TypeError);
});

test.each<[Partial<AtlasClientOptions>, string]>([
  [{ timeoutMs: Number.NaN }, "timeoutMs, a number of at least 1, not NaN"],
  [{ timeoutMs: 0 }, "timeoutMs, a number of at least 1, not 0"],
  [{ timeoutMs: "30s" as never }, "timeoutMs, a number of at least 1, not 30s"],
  [{ deadlineMs: -1 }, "deadlineMs, a number of at least 1, not -1"],
  [{ maxResponseBytes: 0 }, "maxResponseBytes, a number of at least 1, not 0"],
  [{ maxResponseBytes: "32 MiB" as never }, "maxResponseBytes, a number of at least 1, not 32 MiB"],
  [{ retry: { maxAttempts: Number.NaN } }, "maxAttempts, a number of at least 1, not NaN"],
  [{ retry: { maxAttempts: 0 } }, "maxAttempts, a number of at least 1, not 0"],
  [{ retry: { baseDelayMs: -1 } }, "baseDelayMs, a number of at least 0, not -1"],
  [{ retry: { maxDelayMs: Number.NaN } }, "maxDelayMs, a number of at least 0, not NaN"],
  [{ retry: { maxRetryAfterMs: null as never } }, "maxRetryAfterMs, a number of at least 0, not null"],
  [{ auth: undefined as never }, "auth, such as serviceAccount({ clientId, clientSecret })"],
  [{ auth: "Bearer" as never }, "auth, such as serviceAccount({ clientId, clientSecret })"],
])("with %o no client is made", (options, needed) => {
  expect(() => createAtlasClient({ auth: ownAuth, ...options })).toThrow(
    new TypeError(`createAtlasClient needs ${needed}`),
  );
});

test.each<[object, string]>([
  [{ baseURL: "https://gateway.example.com" }, "`baseURL` of createAtlasClient. Did you mean `baseUrl`?"],
  [{ timeout: 5_000 }, "`timeout` of createAtlasClient. Did you mean `timeoutMs`?"],
  [{ maxRetries: 3 }, "`maxRetries` of createAtlasClient. Expected one of: auth, baseUrl, "],
  [{ retry: { attempts: 3 } }, "`attempts` of retry. Expected one of: maxAttempts, baseDelayMs, "],
  [{ retry: { baseDelay: 3 } }, "`baseDelay` of retry. Did you mean `baseDelayMs`?"],
  [{ hooks: { onretry: () => {} } }, "`onretry` of hooks. Did you mean `onRetry`?"],
  [{ hooks: { onError: () => {} } }, "`onError` of hooks. Expected one of: onRequest, onResponse, "],
])("an option that is not known is refused by name: %o", (options, message) => {
  const create = () => createAtlasClient({ auth: ownAuth, ...options });
  expect(create).toThrow(TypeError);
  expect(create).toThrow(`Unknown option ${message}`);
});

test.each<[object, string]>([
  [{ fetch: "fetch" }, "createAtlasClient needs fetch, a function"],
  [{ random: 0.5 }, "createAtlasClient needs random, a function"],
  [{ clock: Date }, "createAtlasClient needs clock.monotonicMs, a function"],
  [{ hooks: { onRetry: true } }, "hooks needs onRetry, a function"],
  [{ validateResponses: true }, "createAtlasClient needs validateResponses, one of error, warn, off"],
])("an option of another type is refused by name: %o", (options, message) => {
  expect(() => createAtlasClient({ auth: ownAuth, ...options })).toThrow(new TypeError(message));
});

test("an option that is undefined counts as absent", () => {
  const options = { baseURL: undefined, retry: undefined, hooks: { onRetry: undefined, onretry: undefined } };
  expect(() => createAtlasClient({ auth: ownAuth, ...(options as object) })).not.toThrow();
});

test("no limit and no delay at all are fine", () => {
  const none = { maxAttempts: 1, baseDelayMs: 0, maxDelayMs: 0, maxRetryAfterMs: Number.POSITIVE_INFINITY };
  expect(() =>
    createAtlasClient({ auth: ownAuth, timeoutMs: Number.POSITIVE_INFINITY, deadlineMs: 1, retry: none }),
  ).not.toThrow();
});

test.each([{ timeoutMs: Number.NaN }, { timeoutMs: 0 }, { deadlineMs: Number.NaN }, { deadlineMs: 0 }])(
  "a call limited by %o is not sent",
  async (options) => {
    await using server = await scriptedServer([{ body: job() }]);
    const [[option, value]] = Object.entries(options) as [[string, number]];
    const { atlas } = connect(server);
    expect(await failureOf(getBackupExportJob(atlas, input, options))).toEqual(
      new TypeError(`a call needs ${option}, a number of at least 1, not ${value}`),
    );
    expect(server.requests).toEqual([]);
  },
);

describe("User-Agent", () => {
  test("is refused with a character that no header can carry, before it costs a request", () => {
    expect(() => createAtlasClient({ auth: ownAuth, userAgent: "nightly \u2013 v1" })).toThrow(
      new TypeError("userAgent holds a character that no header can carry"),
    );
  });

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

test.each(["now", "monotonicMs", "schedule"])("a clock without %s is refused by name", (name) => {
  const clock = { ...systemClock, [name]: undefined } as unknown as Clock;
  expect(() => createAtlasClient({ auth: ownAuth, clock })).toThrow(
    new TypeError(`createAtlasClient needs clock.${name}, a function`),
  );
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
  expect(told.retries).toMatchObject([{ attempt: 1, delayMs: expect.any(Number), status: 429 }]);

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
