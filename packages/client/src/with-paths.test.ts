import type { Middleware } from "openapi-fetch";
import { describe, expect, expectTypeOf, test } from "vitest";
import { AuthenticationError, RequestValidationError } from "./errors.ts";
import { createBackupExportJob, type ExportJob } from "./index.ts";
import { connect, failureOf } from "./testing/connect.ts";
import { autoClock, fakeClock } from "./testing/fake-clock.ts";
import { clusterName, exportBucketId, exportId, groupId, job, jobsPath, snapshotId } from "./testing/jobs.ts";
import { scriptedServer } from "./testing/scripted-server.ts";
import { expectNoSecret, secrets } from "./testing/secrets.ts";

const jobs = "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports";
const oneJob = "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports/{exportId}";
const mediaType = "application/vnd.atlas.2023-01-01+json";
const create = { params: { path: { groupId, clusterName } }, body: { snapshotId, exportBucketId } };
const read = { params: { path: { groupId, clusterName, exportId } } };

describe("openapi-fetch's own surface", () => {
  test("answers with data and response, typed by the definition", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const { data, error, response } = await atlas.POST(jobs, create);
    expectTypeOf(data).toEqualTypeOf<ExportJob | undefined>();
    expect(data).toEqual(job());
    expect(error).toBeUndefined();
    expect(response).toMatchObject({ ok: true, url: `${server.url}${jobsPath}` });
    const { headers, ...request } = server.requests[0] ?? { headers: {} };
    expect(request).toEqual({ method: "POST", url: jobsPath, body: JSON.stringify(create.body) });
    expect(headers).toMatchObject({ accept: mediaType, "content-type": mediaType });
    expect(headers.authorization).toBe(`Bearer ${secrets.ownCredential}`);
  });

  test("answers with the error of another status, and does not throw", async () => {
    const body = { error: 404, errorCode: "CLUSTER_NOT_FOUND" };
    await using server = await scriptedServer([{ status: 404, body }]);
    const { atlas } = connect(server);
    const { data, error, response } = await atlas.GET(oneJob, read);
    expect([data, error, response.status]).toEqual([undefined, body, 404]);
  });

  test("can be called by method in either case", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    expect((await atlas.request("get", oneJob, read)).data).toEqual(job());
    expect((await atlas.request("GET" as "get", oneJob, read)).data).toEqual(job());
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "GET"]);
  });

  test.each(["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const)(
    "%s of a path that the definition does not have is refused before anything is sent",
    async (method) => {
      await using server = await scriptedServer([{ body: {} }]);
      const { atlas } = connect(server);
      const send = atlas[method] as (path: string) => Promise<unknown>;
      const error = await failureOf(send("/api/atlas/v2/groups"));
      expect(error).toBeInstanceOf(RequestValidationError);
      const [summary, reason] = (error as Error).message.split("\n");
      expect(summary).toBe(`${method} /api/atlas/v2/groups was not sent, its input breaks the definition:`);
      expect(reason).toMatch(/^ {2}path is not in the definition, which has .* \(given: another one\)$/);
      expect(reason).toContain(`POST ${jobs}, GET ${jobs}, `);
      expect(reason).toContain(`GET ${oneJob}`);
      expect(server.requests).toEqual([]);
    },
  );

  test("lets a call say who it is, and not which media type it is made for", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    await atlas.POST(jobs, { ...create, headers: { "User-Agent": "nightly/1", Accept: "text/plain" } });
    expect(server.requests[0]?.headers).toMatchObject({ "user-agent": "nightly/1", accept: mediaType });
  });

  test("checks its input", async () => {
    await using server = await scriptedServer([{ body: {} }]);
    const { atlas } = connect(server);
    const error = await failureOf((atlas.GET as (path: string) => Promise<unknown>)(oneJob));
    expect(error).toMatchObject({
      message:
        "getBackupExportJob was not sent, its input breaks the definition:\n" +
        "  groupId is required (given: nothing)\n" +
        "  clusterName is required (given: nothing)\n" +
        "  exportId is required (given: nothing)",
    });
    expect(server.requests).toEqual([]);
  });

  test.each([
    ["a record", { "X-Own": "1", accept: "text/plain", "content-type": "text/plain" }],
    ["Headers", new Headers({ "X-Own": "1", accept: "text/plain", "content-type": "text/plain" })],
    [
      "pairs",
      [
        ["X-Own", "1"],
        ["accept", "text/plain"],
        ["content-type", "text/plain"],
      ] as [string, string][],
    ],
  ])("takes headers as %s, but the media types are the definition's", async (_, headers) => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    await atlas.POST(jobs, { ...create, headers });
    expect(server.requests[0]?.headers).toMatchObject({
      "x-own": "1",
      accept: mediaType,
      "content-type": mediaType,
    });
  });

  test.each(["text", "stream"] as const)("hands the body out as %s unchecked", async (parseAs) => {
    const body = JSON.stringify({ id: 7 });
    await using server = await scriptedServer([{ body }]);
    const { atlas, told } = connect(server);
    const { data } = await atlas.GET(oneJob, { ...read, parseAs });
    expect(await new Response(data as BodyInit).text()).toBe(body);
    expect(told.warnings).toEqual([]);
  });

  test("checks the answer when it is parsed as JSON, said or not", async () => {
    await using server = await scriptedServer([{ body: { id: 7 } }]);
    const { atlas, told } = connect(server);
    await atlas.GET(oneJob, read);
    await atlas.GET(oneJob, { ...read, parseAs: "json" });
    expect(told.warnings).toHaveLength(2);
  });

  test.each([
    ["more than it says", '{"id":7}', "0", { id: 7 }, null],
    ["what it says", '{"id":7}', "8", { id: 7 }, "8"],
    ["nothing, as it says", "", "0", undefined, "0"],
  ])("answers with %s", async (_, body, length, error, left) => {
    const fetch = async () => new Response(body, { status: 404, headers: { "Content-Length": length } });
    const { atlas } = connect({ url: "https://cloud.mongodb.com" }, { fetch });
    const answered = await atlas.GET(oneJob, read);
    expect(answered.error).toEqual(error);
    expect(answered.response.headers.get("Content-Length")).toBe(left);
  });

  test("does not check the body of a failure", async () => {
    await using server = await scriptedServer([{ status: 404, body: {} }]);
    const { atlas, told } = connect(server);
    await atlas.GET(oneJob, read);
    expect(told.warnings).toEqual([]);
  });
});

/** Middleware that does what real ones do, and keeps what it saw. */
function middleware() {
  const seen: { requests: Request[]; responses: number[] } = { requests: [], responses: [] };
  const wrapping: Middleware = {
    async onRequest({ request }) {
      seen.requests.push(request);
      expect(await request.clone().text()).toBe(JSON.stringify(create.body));
      const wrapped = new Request(request, { headers: new Headers(request.headers) });
      wrapped.headers.set("X-Trace", "42");
      return wrapped;
    },
    async onResponse({ response }) {
      seen.responses.push(response.status);
      const body = await response.clone().text();
      return new Response(body, { status: response.status, headers: { "X-Seen": "1" } });
    },
  };
  return { seen, wrapping };
}

describe("middleware", () => {
  test.each(["use", "call"])("may clone and wrap the request and the answer, added by %s", async (by) => {
    await using server = await scriptedServer([
      { status: 429, headers: { "Retry-After": "1" } },
      { body: job() },
    ]);
    const clock = autoClock();
    const { atlas } = connect(server, { clock, fetch: clock.fetch, random: () => 0 });
    const { seen, wrapping } = middleware();
    if (by === "use") atlas.use(wrapping);
    const { data, response } = await atlas.POST(
      jobs,
      by === "use" ? create : { ...create, middleware: [wrapping] },
    );
    expect(data).toEqual(job());
    expect(response.headers.get("X-Seen")).toBe("1");
    expect(seen.responses).toEqual([200]);
    // Sent twice, whole each time: the retry lies below the middleware.
    expect(server.requests.map(({ body, headers }) => [body, headers["x-trace"]])).toEqual(
      Array(2).fill([JSON.stringify(create.body), "42"]),
    );
    expect(clock.waits).toEqual([1_000]);
  });

  test("does not see the credential, neither before nor after", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const seen: Request[] = [];
    atlas.use({
      onRequest: ({ request }) => void seen.push(request),
      onResponse: ({ request }) => void seen.push(request),
    });
    await atlas.POST(jobs, create);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${secrets.ownCredential}`);
    expect(seen.map(({ headers }) => headers.has("Authorization"))).toEqual([false, false]);
    expectNoSecret(seen, ...seen.map(({ headers }) => headers));
  });

  test("that is ejected sees no more, and those beside it go on", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const gone = middleware();
    const stays = middleware();
    atlas.use(gone.wrapping, stays.wrapping);
    atlas.eject(gone.wrapping);
    // One that was never added: what stays must still get real requests.
    atlas.eject(middleware().wrapping);
    expect((await atlas.POST(jobs, create)).data).toEqual(job());
    expect([gone.seen.requests.length, stays.seen.requests.length]).toEqual([0, 1]);
    expect(stays.seen.requests[0]).toBeInstanceOf(Request);
  });

  test("leaves the call's own options in force", async () => {
    await using server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    const { atlas } = connect(server, { clock });
    const options = { timeoutMs: 5_000 };
    const calling = atlas.POST(jobs, { ...create, ...options, middleware: [middleware().wrapping] });
    await server.received(1);
    clock.advance(5_000);
    expect(await failureOf(calling)).toMatchObject({
      message: `POST ${server.url}${jobsPath}: no answer within 5000 ms`,
    });
  });

  test("sees what the functions of this package send, and they get what it hands on", async () => {
    const body = { error: 404, errorCode: "CLUSTER_NOT_FOUND" };
    await using server = await scriptedServer([{ body: job() }, { status: 404, body }]);
    const { atlas } = connect(server);
    const { seen, wrapping } = middleware();
    atlas.use(wrapping);
    const input = { groupId, clusterName, body: create.body };
    expect(await createBackupExportJob(atlas, input)).toEqual(job());
    expect(await failureOf(createBackupExportJob(atlas, input))).toMatchObject({ status: 404, body });
    expect(seen.responses).toEqual([200, 404]);
  });

  test("may be listed as empty", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    expect((await atlas.POST(jobs, { ...create, middleware: [] })).data).toEqual(job());
  });

  test("builds a real request only where there is some", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const signal = { aborted: false, throwIfAborted() {}, addEventListener() {}, removeEventListener() {} };
    // A real Request would not take this for a signal.
    expect((await atlas.POST(jobs, { ...create, signal: signal as unknown as AbortSignal })).data).toEqual(
      job(),
    );
  });
});

describe("credentials", () => {
  test("do not go to another base URL that a call names", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    await using elsewhere = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const message = `the credentials are for ${server.url} only, not for ${elsewhere.url}: nothing was sent`;
    const error = await failureOf(atlas.POST(jobs, { ...create, baseUrl: elsewhere.url }));
    expect(error).toEqual(new AuthenticationError(message));
    expect([...server.requests, ...elsewhere.requests]).toEqual([]);
  });

  test("do not go where a middleware sends the request", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    await using elsewhere = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    atlas.use({ onRequest: ({ request }) => new Request(`${elsewhere.url}/x`, request) });
    expect(await failureOf(atlas.POST(jobs, create))).toBeInstanceOf(AuthenticationError);
    expect([...server.requests, ...elsewhere.requests]).toEqual([]);
  });

  test("do not go to an absolute URL in place of a path", async () => {
    await using elsewhere = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(elsewhere, { baseUrl: "https://cloud.mongodb.com" });
    const send = atlas.GET as (path: string) => Promise<unknown>;
    expect(await failureOf(send(`${elsewhere.url}${jobs}`))).toBeInstanceOf(RequestValidationError);
    expect(elsewhere.requests).toEqual([]);
  });

  test("do not follow a redirect to another origin", async () => {
    await using elsewhere = await scriptedServer([{ body: job() }]);
    const headers = { Location: `${elsewhere.url}${jobsPath}` };
    await using server = await scriptedServer([{ status: 307, headers }]);
    const { atlas } = connect(server);
    expect((await atlas.POST(jobs, create)).response.status).toBe(307);
    expect(elsewhere.requests).toEqual([]);
  });

  test("do not go to the fetch of a single call", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const { data } = await atlas.POST(jobs, { ...create, fetch: () => Promise.reject(new Error("used")) });
    expect(data).toEqual(job());
  });
});
