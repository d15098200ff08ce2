import { getEventListeners } from "node:events";
import { describe, expect, expectTypeOf, test } from "vitest";
import { ExportCreationError } from "../errors.ts";
import type { AtlasClient, CallOptions, ExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { autoClock, fakeClock } from "../testing/fake-clock.ts";
import {
  clusterName,
  exportBucketId,
  exportId,
  groupId,
  job,
  jobsPath,
  snapshotId,
} from "../testing/jobs.ts";
import { type Answer, scriptedServer } from "../testing/scripted-server.ts";
import { type CreatedExportJob, type CreateExportJobInput, createExportJob } from "./create-export-job.ts";
import { tokenKey } from "./request-token.ts";

const input = { groupId, clusterName, snapshotId, exportBucketId };
const token = "nightly-2026-08-10";
const otherBucketId = "77c2f1b08d4e6f3259fb1ca3";
const otherId = "7b8ac2d5ef304b16920d8fe1";
const ours = job({ customData: [{ key: tokenKey, value: token }] });
const list = (...results: unknown[]): Answer => ({ body: { results, links: [{ rel: "self" }] } });
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface Script {
  /** What requests for an export are answered with, the last one for ever. */
  posts: Answer[];
  /** The same for the list of jobs; a function is given the token of the last request. */
  lists?: (Answer | ((token: string) => Answer))[];
}

/** Creates at a service that answers so, on a clock that goes by itself. */
async function creating(
  { posts, lists = [list()] }: Script,
  more: Partial<CreateExportJobInput> = {},
  options?: CallOptions,
) {
  const sent: { customData?: { key: string; value: string }[] }[] = [];
  const order: string[] = [];
  const nth = <Item>(items: Item[], n: number) => items[Math.min(n, items.length) - 1] as Item;
  const server = await scriptedServer(({ method, body }) => {
    order.push(method);
    if (method === "POST") return nth(posts, sent.push(JSON.parse(body)));
    const answer = nth(lists, order.filter((each) => each === "GET").length);
    return typeof answer === "function" ? answer(sent.at(-1)?.customData?.at(-1)?.value ?? "") : answer;
  });
  const clock = autoClock();
  const { atlas } = connect(server, {
    clock,
    fetch: clock.fetch,
    random: () => 0.5,
    retry: { maxAttempts: 1 },
  });
  return {
    server,
    clock,
    sent,
    order,
    result: createExportJob(atlas, { ...input, ...more }, options),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const ok: Answer = { body: job() };
const conflict: Answer = { status: 409, body: { error: 409 } };
const unknownOutcomes: [string, Answer, string][] = [
  ["a cut connection", "cut", "the connection failed"],
  ["500", { status: 500 }, "failed with 500"],
  ["502", { status: 502 }, "failed with 502"],
  ["503 with HTML", { status: 503, body: "<html>" }, "failed with 503"],
  ["408", { status: 408 }, "failed with 408"],
  ["an empty answer", {}, "answered 200 with nothing in it"],
  ["a truncated answer", { body: '{"id"' }, "answered 200 with a body that is not JSON, or not whole"],
  ["a connection cut in mid-answer", { body: ['{"id"'], end: "cut" }, "the connection failed"],
  ["HTML with 200", { body: "<html>" }, "answered 200 with a body that is not JSON, or not whole"],
  ["an answer without an id", { body: { state: "Queued" } }, "has no usable job id"],
  ["an answer with an empty id", { body: job({ id: "" }) }, "has no usable job id"],
  ["an answer whose id is no text", { body: job({ id: 42 }) }, "has no usable job id"],
  ["an answer whose id no job can have", { body: job({ id: "../exports" }) }, "has no usable job id"],
  ["null", { body: "null" }, "has no usable job id"],
];
// The messages without what differs between platforms: the URL and the code of a cut.
const quoted = (error: unknown) => (error as Error).message.replaceAll(/ \(\w+\)»/g, "»");

describe("an export that works", () => {
  test("is requested once, with a token of its own among the custom data", async () => {
    await using at = await creating({ posts: [ok] }, { customData: [{ key: "team", value: "data" }] });
    expect(await at.result).toEqual({
      job: job(),
      reference: { groupId, clusterName, exportId },
      origin: "created",
      token: at.sent[0]?.customData?.[1]?.value,
    });
    expect(at.order).toEqual(["POST"]);
    expect(at.server.requests[0]?.url).toBe(jobsPath);
    expect(at.sent).toEqual([
      {
        snapshotId,
        exportBucketId,
        customData: [
          { key: "team", value: "data" },
          { key: "exportRequestToken", value: expect.stringMatching(uuid) },
        ],
      },
    ]);
  });

  test("needs no custom data, and each has another token", async () => {
    await using one = await creating({ posts: [ok] });
    await using two = await creating({ posts: [ok] });
    await Promise.all([one.result, two.result]);
    const tokens = [...one.sent, ...two.sent].map(({ customData }) => customData?.map(({ value }) => value));
    expect(tokens).toEqual([[expect.stringMatching(uuid)], [expect.stringMatching(uuid)]]);
    expect(tokens[0]).not.toEqual(tokens[1]);
  });
});

describe("an outcome that is not known", () => {
  test.each(unknownOutcomes)(
    "is looked up, and the job that came of it is the answer: %s",
    async (_, answer) => {
      const theirs = job({ id: otherId, customData: [{ key: tokenKey, value: "another" }] });
      const lists = [(sent: string) => list(theirs, job({ customData: [{ key: tokenKey, value: sent }] }))];
      await using at = await creating({ posts: [answer], lists });
      expect(await at.result).toMatchObject({ job: { id: exportId }, origin: "created" });
      expect(at.order).toEqual(["POST", "GET"]);
      expect(at.clock.waits).toEqual([1_000]);
    },
  );

  test.each(unknownOutcomes)(
    "is sent again only when the list has twice proved that nothing came of it: %s",
    async (_, answer) => {
      await using at = await creating({ posts: [answer, ok] });
      expect(await at.result).toMatchObject({ job: job(), origin: "created" });
      expect(at.order).toEqual(["POST", "GET", "GET", "POST"]);
      // A second, and four more.
      expect(at.clock.waits).toEqual([1_000, 4_000]);
      expect(at.sent[1]).toEqual(at.sent[0]);
    },
  );

  test("is found by the second look when the first one was too early", async () => {
    const late = (sent: string) => list(job({ customData: [{ key: tokenKey, value: sent }] }));
    await using at = await creating({ posts: ["cut"], lists: [list(), late] });
    expect((await at.result).job.id).toBe(exportId);
    expect(at.order).toEqual(["POST", "GET", "GET"]);
  });

  test("is found on a later page", async () => {
    const first: Answer = { body: { results: [job({ id: otherId })], links: [{ rel: "next" }] } };
    const second = (sent: string) => list(job({ customData: [{ key: tokenKey, value: sent }] }));
    await using at = await creating({ posts: ["cut"], lists: [first, second] });
    expect((await at.result).job.id).toBe(exportId);
    expect(at.server.requests.slice(1).map(({ url }) => url)).toEqual([
      `${jobsPath}?itemsPerPage=500&pageNum=1`,
      `${jobsPath}?itemsPerPage=500&pageNum=2`,
    ]);
  });

  test("is found where the count is too low, since a page links to another one", async () => {
    const first: Answer = {
      body: { results: [job({ id: otherId })], totalCount: 1, links: [{ rel: "next" }] },
    };
    const second = (sent: string) => list(job({ customData: [{ key: tokenKey, value: sent }] }));
    await using at = await creating({ posts: ["cut"], lists: [first, second] });
    expect((await at.result).job.id).toBe(exportId);
    expect(at.order).toEqual(["POST", "GET", "GET"]);
  });

  test.each<[string, object]>([
    ["the same page again, that links to another one", { links: [{ rel: "next" }] }],
    ["the same page again, though the count says more", { totalCount: 2, links: [] }],
    ["an empty page that links to another one", { results: [], links: [{ rel: "next" }] }],
  ])("is not disproved by a list that never ends: %s", async (_, page) => {
    const body = { results: [job({ id: otherId, customData: [] })], ...page };
    await using at = await creating({ posts: ["cut"], lists: [{ body }] });
    expect(await failureOf(at.result)).toMatchObject({ name: "ExportCreationError", outcome: "unknown" });
    expect(at.order.filter((method) => method === "POST")).toHaveLength(1);
  });

  test.each<[string, (sent: string) => Record<string, unknown>]>([
    ["another snapshot", (sent) => ({ snapshotId: otherId, customData: [{ key: tokenKey, value: sent }] })],
    [
      "another bucket",
      (sent) => ({ exportBucketId: otherBucketId, customData: [{ key: tokenKey, value: sent }] }),
    ],
    ["another token", () => ({ customData: [{ key: tokenKey, value: "another" }] })],
    ["the token under another key", (sent) => ({ customData: [{ key: "another", value: sent }] })],
    ["another snapshot, and nothing else", () => ({ id: undefined, snapshotId: otherId, customData: null })],
    ["another token, and no id", () => ({ id: undefined, customData: [] })],
    ["a hole in the custom data", () => ({ customData: [null] })],
  ])("is not mistaken for a job with %s", async (_, fields) => {
    const lists = [(sent: string) => list(job({ id: otherId, ...fields(sent) }))];
    await using at = await creating({ posts: ["cut", ok], lists });
    expect((await at.result).job.id).toBe(exportId);
    expect(at.order).toEqual(["POST", "GET", "GET", "POST"]);
  });

  test("three times over is an error that says that no job came of it", async () => {
    await using at = await creating({ posts: [{ status: 503 }] }, { token });
    const error = await failureOf(at.result);
    expect(error).toBeInstanceOf(ExportCreationError);
    expect(error).toMatchObject({
      message:
        `no export of snapshot ${snapshotId} was created: 3 requests failed, the last with ` +
        `«POST ${at.server.url}${jobsPath} failed with 503 Service Unavailable», and the list of jobs holds none of them`,
      outcome: "not-created",
      token,
      job: undefined,
      cause: { name: "AtlasApiError", status: 503 },
    });
    expect(at.order.filter((method) => method === "POST")).toHaveLength(3);
  });

  test.each(unknownOutcomes)(
    "and a list that cannot be read is an error with the token: %s",
    async (_, answer, what) => {
      await using at = await creating({ posts: [answer], lists: [{ status: 403 }] });
      const error = await failureOf(at.result);
      const sent = at.sent[0]?.customData?.[0]?.value;
      expect(error).toBeInstanceOf(ExportCreationError);
      expect(error).toMatchObject({ outcome: "unknown", token: sent, job: undefined });
      expect(quoted(error)).toMatch(
        new RegExp(
          `^whether the export of snapshot ${snapshotId} was created is not known: the request failed with «[^»]*${what}[^»]*»`,
        ),
      );
      expect(quoted(error)).toContain(
        `, and the list of jobs with «GET ${at.server.url}${jobsPath}?itemsPerPage=500&pageNum=1 failed with 403 Forbidden (creating and reading exports need different roles: `,
      );
      expect(quoted(error)).toMatch(new RegExp(`»; call createExportJob again with token "${sent}"$`));
      expect(at.order).toEqual(["POST", "GET"]);
    },
  );

  test.each<[string, Answer]>([
    ["an object without results", { body: {} }],
    ["null", { body: "null" }],
    ["results with a hole", { body: { results: [null] } }],
    ["a job without custom data", list(job({ customData: undefined }))],
    ["a job whose custom data is null", list(job({ customData: null }))],
    ["a job whose custom data is no list", list(job({ customData: "none" }))],
    ["a job of which nothing is known", list({})],
    ["a job of which nothing is known, among others", list(job({ id: otherId }), {}, job({ id: otherId }))],
  ])("is not proved by a list that is %s", async (_, answer) => {
    await using at = await creating({ posts: ["cut"], lists: [answer] });
    expect(await failureOf(at.result)).toMatchObject({ outcome: "unknown" });
    expect(at.order).toEqual(["POST", "GET"]);
  });

  test.each<[string, unknown]>([
    ["no id", undefined],
    ["an id that is no text", 42],
    ["an id that no job can be read by", "../exports"],
  ])("is not proved by a job with its token and %s", async (_, id) => {
    await using at = await creating({ posts: ["cut"], lists: [list({ ...ours, id })] }, { token });
    expect(await failureOf(at.result)).toMatchObject({
      name: "ResponseValidationError",
      violations: [{ field: "body.results[].id" }],
    });
    expect(at.order).toEqual(["GET"]);
  });

  test("is proved by a job with its token, whatever else the list holds", async () => {
    const lists = [
      (sent: string) => list({}, { id: exportId, customData: [{ key: tokenKey, value: sent }] }),
    ];
    await using at = await creating({ posts: ["cut"], lists });
    expect((await at.result).job.id).toBe(exportId);
  });

  test("keeps the failure that began it as its cause", async () => {
    await using at = await creating({ posts: ["cut"], lists: [{ status: 404 }] });
    expect(await failureOf(at.result)).toMatchObject({ cause: { name: "NetworkError", method: "POST" } });
  });

  test("because of a timeout is looked up too", async () => {
    const answer = list(ours);
    await using server = await scriptedServer(({ method }) => (method === "POST" ? "silence" : answer));
    const clock = fakeClock();
    const { atlas } = connect(server, { clock });
    const creation = createExportJob(atlas, { ...input, token: false });
    await server.received(2);
    clock.advance(30_000);
    // The look after a second finds only the job that was there before, so there is another one four seconds later.
    await clock.scheduled(1_000);
    clock.advance(1_000);
    await clock.scheduled(4_000);
    clock.advance(4_000);
    await server.received(5);
    expect(server.requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET", "GET", "POST"]);
    creation.catch(() => undefined);
  });
});

describe("a failure that says that nothing happened", () => {
  test.each([400, 401, 403, 404, 405, 410, 429, 307])(
    "is the caller's, and nothing is looked up: %i",
    async (status) => {
      await using at = await creating({ posts: [{ status }] });
      expect(await failureOf(at.result)).toMatchObject({ name: "AtlasApiError", status });
      expect(at.order).toEqual(["POST"]);
    },
  );

  test("is the caller's when the input breaks the definition", async () => {
    await using at = await creating({ posts: [ok] }, { snapshotId: "x" });
    expect(await failureOf(at.result)).toMatchObject({ name: "RequestValidationError" });
    expect(at.order).toEqual([]);
  });

  test("is the caller's when the connection was refused", async () => {
    await using at = await creating({ posts: [ok] });
    await at.result;
    await at.server[Symbol.asyncDispose]();
    const { atlas } = connect(at.server, { retry: { maxAttempts: 1 } });
    expect(await failureOf(createExportJob(atlas, input))).toMatchObject({
      name: "NetworkError",
      mayHaveArrived: false,
    });
  });

  test("is the caller's when a later request meets it", async () => {
    await using at = await creating({ posts: ["cut", { status: 404 }] });
    expect(await failureOf(at.result)).toMatchObject({ name: "AtlasApiError", status: 404 });
    expect(at.order).toEqual(["POST", "GET", "GET", "POST"]);
  });
});

test("a caller who calls the request idempotent does not get it sent blindly again", async () => {
  await using server = await scriptedServer(({ method }) => (method === "POST" ? { status: 503 } : list()));
  const clock = autoClock();
  const { atlas } = connect(server, { clock, fetch: clock.fetch });
  await failureOf(createExportJob(atlas, input, { isIdempotent: true }));
  expect(server.requests.map(({ method }) => method)).toEqual(Array(3).fill(["POST", "GET", "GET"]).flat());
});

describe("a snapshot that is being exported already", () => {
  test.each(["Queued", "InProgress", "NotInTheDefinition"])(
    "into the same bucket, by a job that is %s, is the answer at once",
    async (state) => {
      const active = job({ id: otherId, state });
      await using at = await creating({ posts: [conflict], lists: [list(active)] });
      expect(await at.result).toEqual({
        job: JSON.parse(JSON.stringify(active)),
        reference: { groupId, clusterName, exportId: otherId },
        origin: "conflict",
        token: at.sent[0]?.customData?.[0]?.value,
      });
      expect(at.order).toEqual(["POST", "GET"]);
      expect(at.clock.waits).toEqual([0]);
    },
  );

  test("by our own request is the answer before any other", async () => {
    const theirs = job({ id: otherId });
    const lists = [(sent: string) => list(theirs, job({ customData: [{ key: tokenKey, value: sent }] }))];
    await using at = await creating({ posts: [conflict], lists });
    expect(await at.result).toMatchObject({ job: { id: exportId }, origin: "adopted" });
  });

  test("into another bucket is in the way, and the error says which job", async () => {
    const active = job({ id: otherId, state: "InProgress", exportBucketId: otherBucketId });
    await using at = await creating({ posts: [conflict], lists: [list(active)] }, { token: false });
    expect(await failureOf(at.result)).toMatchObject({
      name: "ExportCreationError",
      message: `snapshot ${snapshotId} was not exported: export job ${otherId} (InProgress) is exporting it into bucket ${otherBucketId}: wait for that one to end`,
      outcome: "conflict",
      token: undefined,
      job: active,
      cause: { status: 409 },
    });
    expect(at.order).toEqual(["GET", "POST", "GET"]);
  });

  test.each<[string, unknown]>([
    ["that has succeeded", job({ id: otherId, state: "Successful" })],
    ["that has failed", job({ id: otherId, state: "Failed" })],
    ["that was cancelled", job({ id: otherId, state: "Cancelled" })],
    ["of another snapshot", job({ id: otherId, snapshotId: otherId })],
  ])("is not by a job %s: after three looks the error says what is odd", async (_, other) => {
    await using at = await creating({ posts: [conflict], lists: [list(other)] });
    const error = await failureOf(at.result);
    expect(error).toMatchObject({
      message: `snapshot ${snapshotId} was not exported: the service says that it is being exported, but lists no active job that could be waited for: try again`,
      outcome: "conflict",
      token: at.sent[0]?.customData?.[0]?.value,
      job: undefined,
    });
    expect(at.order).toEqual(["POST", "GET", "GET", "GET"]);
    expect(at.clock.waits).toEqual([0, 1_000, 4_000]);
  });

  test.each([
    ["id", job({ id: undefined })],
    ["id", job({ id: false })],
    ["state", job({ id: otherId, state: undefined })],
    ["snapshotId", job({ id: otherId, snapshotId: undefined })],
  ])("is not by a job that lacks a usable %s: the error names it", async (name, other) => {
    await using at = await creating({ posts: [conflict], lists: [list(other)] });
    expect(await failureOf(at.result)).toMatchObject({
      message: `snapshot ${snapshotId} was not exported: the service says that it is being exported, but a listed job, which may be the active one, lacks body.results[].${name}`,
      outcome: "conflict",
      job: undefined,
    });
    expect(at.order).toEqual(["POST", "GET", "GET", "GET"]);
  });

  test("shows in the list a moment later", async () => {
    await using at = await creating({ posts: [conflict], lists: [list(), list(job({ id: otherId }))] });
    expect((await at.result).job.id).toBe(otherId);
  });

  test("and a list that cannot be read is an error that says so", async () => {
    await using at = await creating({ posts: [conflict], lists: [{ status: 404 }] });
    expect(await failureOf(at.result)).toMatchObject({ outcome: "unknown", cause: { status: 409 } });
  });

  test("after an outcome that was not known is still found", async () => {
    const lists = [
      list(),
      list(),
      (sent: string) => list(job({ customData: [{ key: tokenKey, value: sent }] })),
    ];
    await using at = await creating({ posts: ["cut", conflict], lists });
    expect(await at.result).toMatchObject({ job: { id: exportId }, origin: "created" });
    expect(at.order).toEqual(["POST", "GET", "GET", "POST", "GET"]);
  });

  test("does not make an active job of a mere unknown outcome ours", async () => {
    await using at = await creating({ posts: ["cut", ok], lists: [list(job({ id: otherId }))] });
    expect((await at.result).job.id).toBe(exportId);
    expect(at.order).toEqual(["POST", "GET", "GET", "POST"]);
  });
});

describe("input that breaks the definition", () => {
  test.each<[string, Partial<CreateExportJobInput>, string]>([
    ["of a create", { snapshotId: "nope" }, "body.snapshotId"],
    ["of a create with a token of the caller's", { snapshotId: "nope", token }, "body.snapshotId"],
    ["of a create without a token", { snapshotId: "nope", token: false }, "body.snapshotId"],
    ["in custom data that are no list", { customData: 5 as never, token }, "body.customData[0]"],
    ["in a token that is no text", { token: 5 as never }, "body.customData[0].value"],
  ])("%s is refused before anything is sent", async (_, more, field) => {
    await using at = await creating({ posts: [ok], lists: [list(ours)] }, more);
    const error = await failureOf(at.result);
    expect(error).toMatchObject({ name: "RequestValidationError", violations: [{ field }] });
    expect(at.order).toEqual([]);
  });
});

describe("a token of the caller's", () => {
  test("must not be empty: every other export with an empty one would be taken for it", async () => {
    await using at = await creating({ posts: [ok], lists: [list(ours)] }, { token: "" });
    expect(await failureOf(at.result)).toMatchObject({
      operationId: "createExportJob",
      violations: [{ field: "token", rule: "must not be empty", given: "a string of 0 characters" }],
    });
    expect(at.order).toEqual([]);
  });

  test("adopts the job that carries it, without a request for another", async () => {
    await using at = await creating({ posts: [ok], lists: [list(job({ id: otherId }), ours)] }, { token });
    expect(await at.result).toEqual({
      job: ours,
      reference: { groupId, clusterName, exportId },
      origin: "adopted",
      token,
    });
    expect(at.order).toEqual(["GET"]);
  });

  test("travels with the request when no job carries it", async () => {
    await using at = await creating({ posts: [ok] }, { token });
    expect(await at.result).toMatchObject({ job: job(), origin: "created", token });
    expect(at.order).toEqual(["GET", "POST"]);
    expect(at.sent[0]?.customData).toEqual([{ key: tokenKey, value: token }]);
  });

  test("is not looked for in vain: a list that cannot be read ends it before anything is requested", async () => {
    await using at = await creating({ posts: [ok], lists: [{ status: 403 }] }, { token });
    expect(await failureOf(at.result)).toMatchObject({ name: "AtlasApiError", status: 403 });
    expect(at.order).toEqual(["GET"]);
  });
});

describe("without a token", () => {
  test("the custom data stay as they are, even none", async () => {
    await using none = await creating({ posts: [ok] }, { token: false });
    await none.result;
    expect(none.sent).toEqual([{ snapshotId, exportBucketId }]);
    const customData = [{ key: "team", value: "data" }];
    await using some = await creating({ posts: [ok] }, { token: false, customData });
    await some.result;
    expect(some.sent).toEqual([{ snapshotId, exportBucketId, customData }]);
  });

  test("the job is known by snapshot, bucket and by not having been there before", async () => {
    const before = job({ id: otherId });
    await using at = await creating(
      { posts: ["cut"], lists: [list(before), list(before, job())] },
      { token: false },
    );
    expect((await at.result).job.id).toBe(exportId);
    expect(at.order).toEqual(["GET", "POST", "GET"]);
  });

  test.each([{ snapshotId: otherId }, { exportBucketId: otherBucketId }])(
    "a new job with %j is not it",
    async (fields) => {
      const lists = [list(), list(job({ id: otherId, ...fields }))];
      await using at = await creating({ posts: ["cut", ok], lists }, { token: false });
      expect((await at.result).job.id).toBe(exportId);
      expect(at.order).toEqual(["GET", "POST", "GET", "GET", "POST"]);
    },
  );

  test.each(["id", "snapshotId", "exportBucketId"])("a new job without %s may be it", async (field) => {
    const lists = [list(job({ id: otherId })), list(job({ id: otherId }), job({ [field]: undefined }))];
    await using at = await creating({ posts: ["cut"], lists }, { token: false });
    expect(await failureOf(at.result)).toMatchObject({ outcome: "unknown" });
    expect(at.order).toEqual(["GET", "POST", "GET"]);
  });

  test("an outcome that stays unknown says to look through the list", async () => {
    await using at = await creating({ posts: ["cut"], lists: [list(), { status: 403 }] }, { token: false });
    const error = await failureOf(at.result);
    expect(error).toMatchObject({ outcome: "unknown", token: undefined });
    expect((error as Error).message).toMatch(/»; look through the list of jobs before you try again$/);
  });
});

describe("the deadline", () => {
  test("limits the search after a create whose outcome is unknown", async () => {
    await using at = await creating({ posts: ["cut"] }, { token }, { deadlineMs: 3_000 });
    const error = await failureOf(at.result);
    expect(error).toMatchObject({ name: "ExportCreationError", outcome: "unknown", token });
    expect((error as Error).message).toContain(
      `, and the list of jobs with «GET the export jobs of cluster ${clusterName}: not read before the deadline»; call createExportJob again with token "${token}"`,
    );
    // The list is read first, and once after a second; the next time would be four seconds later.
    expect(at.order).toEqual(["GET", "POST", "GET"]);
    expect(at.clock.waits).toEqual([1_000, 2_000]);
    expect(at.clock.pending).toBe(0);
  });

  test("limits the wait for a conflict to show up in the list", async () => {
    await using at = await creating({ posts: [conflict] }, {}, { deadlineMs: 500 });
    expect(await failureOf(at.result)).toMatchObject({ outcome: "unknown", cause: { status: 409 } });
    expect(at.order).toEqual(["POST", "GET"]);
  });

  test("is spent by the request as well, and by all that follow", async () => {
    const { clock, atlas, server } = await silent({ deadlineMs: 40_000 });
    await using _ = server;
    const creatingJob = createExportJob(atlas, input);
    await server.received(1);
    clock.advance(30_000);
    await clock.scheduled(1_000);
    clock.advance(1_000);
    await server.received(2);
    clock.advance(8_999);
    expect(clock.pending).toBeGreaterThan(0);
    clock.advance(1);
    expect(await failureOf(creatingJob)).toMatchObject({ name: "ExportCreationError", outcome: "unknown" });
    expect(clock.pending).toBe(0);
  });

  test("limits the list that is read first", async () => {
    const { clock, atlas, server } = await silent({});
    await using _ = server;
    const creatingJob = createExportJob(atlas, { ...input, token }, { deadlineMs: 2_000 });
    await server.received(1);
    clock.advance(2_000);
    expect(await failureOf(creatingJob)).toMatchObject({ name: "NetworkError" });
    expect(server.requests.map(({ method }) => method)).toEqual(["GET"]);
  });

  test("is that of the call before the client's, and the system clock does not move it", async () => {
    await using server = await scriptedServer(({ method }) => (method === "POST" ? "cut" : list()));
    const clock = autoClock();
    const hooks = { onRequest: () => clock.stepWallClock(3_600_000) };
    const { atlas } = connect(server, { clock, fetch: clock.fetch, deadlineMs: 1, hooks });
    const error = await failureOf(createExportJob(atlas, input, { deadlineMs: 60_000 }));
    expect(error).toMatchObject({ outcome: "not-created" });
  });

  test.each([1, 2, 3, 4, 5, 6, 7])(
    "ends with a typed error when the caller's clock throws as it is asked for the %d. time",
    async (nth) => {
      await using server = await scriptedServer(({ method }) => (method === "POST" ? "cut" : list()));
      const inner = autoClock();
      let asked = 0;
      const monotonicMs = () => {
        asked += 1;
        if (asked === nth) throw new Error("the clock is broken");
        return inner.monotonicMs();
      };
      const clock = { ...inner, monotonicMs };
      const { atlas } = connect(server, { clock, fetch: inner.fetch, deadlineMs: 60_000, hooks: {} });
      const error = await failureOf(createExportJob(atlas, input));
      const { outcome } = error as ExportCreationError;
      const posts = server.requests.filter(({ method }) => method === "POST").length;
      expect(error).toBeInstanceOf(ExportCreationError);
      expect(outcome).toBe(posts === 0 ? "not-created" : "unknown");
    },
  );

  /** A service that never responds, on a clock that stands still. */
  async function silent(options: { deadlineMs?: number }) {
    const server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    return { server, clock, ...connect(server, { clock, retry: { maxAttempts: 1 }, ...options }) };
  }
});

describe("a signal", () => {
  /** The token is what a plain retry is safe with. */
  const aborted = {
    name: "ExportCreationError",
    outcome: "unknown",
    token: expect.stringMatching(uuid),
    cause: "enough",
  };

  test("ends the request, and its reason is the cause", async () => {
    await using server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    const controller = new AbortController();
    const { atlas } = connect(server, { clock });
    const creation = createExportJob(atlas, input, { signal: controller.signal });
    await server.received(1);
    controller.abort("enough");
    expect(await failureOf(creation)).toMatchObject(aborted);
    expect(server.requests).toHaveLength(1);
    expect([clock.pending, getEventListeners(controller.signal, "abort").length]).toEqual([0, 0]);
  });

  test("ends the pause before a look, and leaves nothing", async () => {
    await using server = await scriptedServer(["cut"]);
    const clock = fakeClock();
    const controller = new AbortController();
    const { signal } = controller;
    const { atlas } = connect(server, { clock });
    const creation = createExportJob(atlas, input, { signal });
    await clock.scheduled(1_000);
    controller.abort("enough");
    expect(await failureOf(creation)).toMatchObject(aborted);
    expect([clock.pending, getEventListeners(signal, "abort").length]).toEqual([0, 0]);
  });

  test("ends a search, and its reason is the cause", async () => {
    await using server = await scriptedServer(({ method }) =>
      method === "POST" ? { status: 503 } : "silence",
    );
    const clock = autoClock();
    const controller = new AbortController();
    const { atlas } = connect(server, { clock, fetch: clock.fetch });
    const creation = createExportJob(atlas, input, { signal: controller.signal });
    await server.received(2);
    controller.abort("enough");
    expect(await failureOf(creation)).toMatchObject(aborted);
    expect(clock.pending).toBe(0);
  });
});

/** The same client, where requests of one method meet something else. */
function rejecting(atlas: AtlasClient, method: string, error: unknown): AtlasClient {
  const exchange: AtlasClient["exchange"] = (operation, ...input) =>
    operation.method === method ? Promise.reject(error) : atlas.exchange(operation, ...input);
  return { ...atlas, exchange };
}

test("what another copy of this package throws is understood all the same", async () => {
  await using server = await scriptedServer([list()]);
  const clock = autoClock();
  const { atlas } = connect(server, { clock, fetch: clock.fetch });
  const fields = { name: "NetworkError", isAtlasError: true, mayHaveArrived: true };
  const foreign = Object.assign(new Error("cut"), fields);
  const error = await failureOf(createExportJob(rejecting(atlas, "POST", foreign), input));
  expect(error).toMatchObject({ outcome: "not-created", cause: foreign });
  expect(server.requests).toHaveLength(6);
});

test("what is no error is quoted as it is", async () => {
  await using server = await scriptedServer([{ body: job({ id: 42 }) }]);
  const clock = autoClock();
  const { atlas } = connect(server, { clock, fetch: clock.fetch });
  const error = await failureOf(createExportJob(rejecting(atlas, "GET", "odd"), input));
  expect((error as Error).message).toContain(
    `the request failed with «POST the response to the request for snapshot ${snapshotId}: has no usable job id», and the list of jobs with «odd»`,
  );
});

test("the answer is a job of the definition", () => {
  expectTypeOf(createExportJob).returns.resolves.toEqualTypeOf<CreatedExportJob>();
  expectTypeOf<CreatedExportJob["job"]>().toEqualTypeOf<ExportJob>();
  expectTypeOf<CreateExportJobInput["token"]>().toEqualTypeOf<string | false | undefined>();
});
