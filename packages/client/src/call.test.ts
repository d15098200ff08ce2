import { describe, expect, expectTypeOf, test } from "vitest";
import { call } from "./call.ts";
import { createBackupExportJob as operation } from "./definition.gen.ts";
import { AtlasApiError, RequestValidationError } from "./errors.ts";
import {
  type CreateBackupExportJobInput,
  createBackupExportJob,
  type ExportJob,
  getBackupExportJob,
  listBackupExportJobs,
} from "./index.ts";
import { connect, failureOf } from "./testing/connect.ts";
import { autoClock, fakeClock } from "./testing/fake-clock.ts";
import { clusterName, exportBucketId, exportId, groupId, job, jobsPath, snapshotId } from "./testing/jobs.ts";
import { scriptedServer } from "./testing/scripted-server.ts";

const cluster = { groupId, clusterName };
const body = { snapshotId, exportBucketId };
const mediaType = "application/vnd.atlas.2023-01-01+json";

describe("flat input", () => {
  test("goes to its places on the wire, with the operation's media types", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const input = { ...cluster, envelope: false, body };
    expect(await createBackupExportJob(atlas, input)).toEqual(job());
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      url: `${jobsPath}?envelope=false`,
      headers: { accept: mediaType, "content-type": mediaType },
    });
    expect(JSON.parse(server.requests[0]?.body ?? "")).toEqual(body);
  });

  test("without a body is sent without one and without its type", async () => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    await getBackupExportJob(atlas, { ...cluster, exportId });
    const [request] = server.requests;
    expect(request).toMatchObject({ method: "GET", url: `${jobsPath}/${exportId}`, body: "" });
    expect(request?.headers).toMatchObject({ accept: mediaType });
    expect(request?.headers).not.toHaveProperty("content-type");
  });

  test("that is undefined is as good as missing", async () => {
    await using server = await scriptedServer([{ body: { results: [] } }]);
    const { atlas } = connect(server);
    const input = { ...cluster, pageNum: 2, itemsPerPage: undefined, unknown: undefined, body: undefined };
    await listBackupExportJobs(atlas, input as unknown as typeof cluster);
    expect(server.requests[0]?.url).toBe(`${jobsPath}?pageNum=2`);
  });

  test("may use every query parameter", async () => {
    await using server = await scriptedServer([{ body: { results: [] } }]);
    const { atlas } = connect(server);
    const query = { itemsPerPage: 5, pageNum: 2, includeCount: true, pretty: false };
    await listBackupExportJobs(atlas, { ...cluster, ...query });
    const { searchParams } = new URL(server.requests[0]?.url ?? "", server.url);
    expect(Object.fromEntries(searchParams)).toEqual({
      itemsPerPage: "5",
      pageNum: "2",
      includeCount: "true",
      pretty: "false",
    });
  });

  test.each([
    [
      { ...cluster, body, snapshot: "x" },
      "snapshot is not a query parameter; there are envelope (given: a string of 1 characters)",
    ],
    [
      { ...cluster, body, toString: "x" },
      "toString is not a query parameter; there are envelope (given: a string of 1 characters)",
    ],
    [{ ...cluster, groupId: undefined, body }, "groupId is required (given: nothing)"],
    [cluster, "body is required (given: nothing)"],
  ])("that breaks the definition is told of, and nothing is sent: %j", async (input, line) => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const error = await failureOf(
      createBackupExportJob(atlas, input as unknown as CreateBackupExportJobInput),
    );
    expect(error).toBeInstanceOf(RequestValidationError);
    expect((error as Error).message).toBe(
      `createBackupExportJob was not sent, its input breaks the definition:\n  ${line}`,
    );
    expect(server.requests).toEqual([]);
  });
});

describe("a failure", () => {
  test.each([
    ["JSON", { error: 404, errorCode: "CLUSTER_NOT_FOUND", detail: "None." }, "404 CLUSTER_NOT_FOUND: None."],
    ["HTML", "<html>", "404 Not Found"],
    ["nothing", undefined, "404 Not Found"],
  ])("is thrown with what its body says: %s", async (_, sent, what) => {
    await using server = await scriptedServer([{ status: 404, body: sent }]);
    const { atlas } = connect(server);
    const error = await failureOf(createBackupExportJob(atlas, { ...cluster, body }));
    expect(error).toBeInstanceOf(AtlasApiError);
    expect(error).toMatchObject({
      message: `POST ${server.url}${jobsPath} failed with ${what}`,
      method: "POST",
      url: `${server.url}${jobsPath}`,
      status: 404,
    });
  });

  test("with an empty body, which openapi-fetch takes for no error, is one", async () => {
    await using server = await scriptedServer([{ status: 500, headers: { "Content-Length": "0" } }]);
    const { atlas } = connect(server);
    const error = await failureOf(createBackupExportJob(atlas, { ...cluster, body }));
    expect(error).toMatchObject({ name: "AtlasApiError", status: 500, body: undefined });
  });

  test("carries what the headers say, a date counted from the service's clock", async () => {
    const headers = {
      Date: "Sun, 06 Nov 1994 08:49:37 GMT",
      "Retry-After": "Sun, 06 Nov 1994 08:49:40 GMT",
      "RateLimit-Limit": "1200",
      "RateLimit-Remaining": "0",
      Deprecation: "@1688169599",
      Sunset: "Sun, 30 Jun 2024 23:59:59 GMT",
      "X-Error-Code": "RATE_LIMITED",
    };
    await using server = await scriptedServer([{ status: 429, headers }]);
    const { atlas } = connect(server, { retry: { maxAttempts: 1 } });
    expect(await failureOf(createBackupExportJob(atlas, { ...cluster, body }))).toMatchObject({
      errorCode: "RATE_LIMITED",
      retryAfterMs: 3_000,
      rateLimit: { limit: 1200, remaining: 0 },
      deprecation: "@1688169599",
      sunset: "Sun, 30 Jun 2024 23:59:59 GMT",
    });
  });

  test("that a middleware answers with, without a URL, names the operation's path", async () => {
    await using server = await scriptedServer([]);
    const { atlas } = connect(server);
    atlas.use({ onRequest: () => new Response(null, { status: 418 }) });
    const error = await failureOf(createBackupExportJob(atlas, { ...cluster, body }));
    expect(error).toMatchObject({ message: `POST ${operation.path} failed with 418` });
  });
});

describe("the options of a call", () => {
  test.each([
    [{ timeout: 5 }, "`timeout` of createBackupExportJob. Did you mean `timeoutMs`?"],
    [{ headers: {} }, "`headers` of createBackupExportJob."],
    [new AbortController().signal, "`aborted` of createBackupExportJob."],
  ])("are refused by name when they are not known: %o", async (options, message) => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const calling = createBackupExportJob(atlas, { ...cluster, body }, options as object);
    const list = "Expected one of: signal, timeoutMs, deadlineMs, isIdempotent.";
    expect(await failureOf(calling)).toEqual(new TypeError(`Unknown option ${message} ${list}`));
    expect(server.requests).toEqual([]);
  });

  test("a signal ends it with its own reason", async () => {
    await using server = await scriptedServer(["silence"]);
    const { atlas } = connect(server);
    const controller = new AbortController();
    const calling = createBackupExportJob(atlas, { ...cluster, body }, { signal: controller.signal });
    await server.received(1);
    controller.abort("enough");
    expect(await failureOf(calling)).toBe("enough");
    await server.hungUp();
  });

  test("a timeout of its own ends its attempts", async () => {
    await using server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    const { atlas } = connect(server, { clock });
    const calling = createBackupExportJob(atlas, { ...cluster, body }, { timeoutMs: 5_000 });
    await server.received(1);
    clock.advance(5_000);
    expect(await failureOf(calling)).toMatchObject({
      message: `POST ${server.url}${jobsPath}: no answer within 5000 ms`,
    });
  });

  test("a POST that the caller calls idempotent is sent again", async () => {
    await using server = await scriptedServer([{ status: 503 }, { body: job() }]);
    const clock = autoClock();
    const { atlas } = connect(server, { clock, fetch: clock.fetch });
    expect(await createBackupExportJob(atlas, { ...cluster, body }, { isIdempotent: true })).toEqual(job());
    expect(server.requests.map(({ body }) => JSON.parse(body))).toEqual([body, body]);
  });
});

test("an enveloped answer reads like any other", async () => {
  await using server = await scriptedServer([{ body: { status: 200, content: job() } }]);
  const { atlas } = connect(server);
  expect(await createBackupExportJob(atlas, { ...cluster, envelope: true, body })).toEqual(job());
});

test("the types follow from the definition", () => {
  expectTypeOf(createBackupExportJob).returns.resolves.toEqualTypeOf<ExportJob>();
  expectTypeOf(createBackupExportJob).parameter(1).toEqualTypeOf<CreateBackupExportJobInput>();
  expectTypeOf(call<number>).returns.resolves.toEqualTypeOf<number>();
});
