import { getEventListeners } from "node:events";
import { describe, expect, expectTypeOf, test } from "vitest";
import { ExportTimeoutError } from "../errors.ts";
import type { ExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { autoClock, fakeClock, startOfTime } from "../testing/fake-clock.ts";
import { clusterName, exportId, groupId, job, jobsPath } from "../testing/jobs.ts";
import { type Answer, type Script, scriptedServer } from "../testing/scripted-server.ts";
import { waiting as signingIn } from "../testing/service-account.ts";
import { token, tokenService } from "../testing/token-service.ts";
import {
  type ExportProgress,
  type ExportResult,
  type WaitOptions,
  waitForExportJob,
} from "./wait-for-export-job.ts";

const reference = { groupId, clusterName, exportId };
const queued = { body: job() };
const inProgress = { body: job({ state: "InProgress" }) };
const successful = { body: job({ state: "Successful" }) };

/** Waits at a service that answers so, on a clock that goes by itself; 1 for a random number means no jitter. */
async function waiting(script: Script, options: WaitOptions = {}, random = 1) {
  const server = await scriptedServer(script);
  const clock = autoClock();
  const { atlas, told } = connect(server, {
    clock,
    fetch: clock.fetch,
    random: () => random,
    retry: { maxAttempts: 1 },
  });
  const progress: ExportProgress[] = [];
  const onProgress = (each: ExportProgress) => progress.push(each);
  return {
    server,
    clock,
    told,
    progress,
    result: waitForExportJob(atlas, reference, { onProgress, ...options }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

describe("the result", () => {
  test.each<[string, Record<string, unknown>, Omit<ExportResult, "job" | "reference">]>([
    ["Successful", {}, { outcome: "successful" }],
    [
      "Failed",
      { stateReason: { errorCode: "EXPORT_FAILED", message: "No access to the bucket." } },
      {
        outcome: "failed",
        reason: { errorCode: "EXPORT_FAILED", message: "No access to the bucket." },
      } as never,
    ],
    ["Failed", {}, { outcome: "failed", reason: undefined } as never],
    ["Cancelled", {}, { outcome: "cancelled" }],
  ])("of a job that is %s %j says so", async (state, fields, result) => {
    const body = job({ state, ...fields });
    await using at = await waiting([{ body }]);
    expect(await at.result).toEqual({ ...result, job: body, reference });
    expect(at.server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET ${jobsPath}/${exportId}`,
    ]);
    expect(at.clock.waits).toEqual([]);
  });

  test("is a union that its outcome tells apart", () => {
    expectTypeOf<ExportResult["outcome"]>().toEqualTypeOf<"successful" | "failed" | "cancelled">();
    expectTypeOf<Extract<ExportResult, { outcome: "failed" }>["reason"]>().toEqualTypeOf<
      ExportJob["stateReason"]
    >();
  });
});

test("a job in place of its reference is refused before anything is sent", async () => {
  await using server = await scriptedServer([successful]);
  const { atlas } = connect(server);
  // Plain JavaScript gets past the types.
  expect(await failureOf(waitForExportJob(atlas, job() as never))).toMatchObject({
    name: "RequestValidationError",
    violations: [{ field: "groupId" }, { field: "clusterName" }, { field: "exportId" }],
  });
  expect(server.requests).toEqual([]);
});

test.each<[WaitOptions, string]>([
  [{ timeoutMs: Number.NaN }, "timeoutMs, a number of at least 0, not NaN"],
  [{ timeoutMs: -1 }, "timeoutMs, a number of at least 0, not -1"],
  [{ intervalMs: Number.NaN }, "intervalMs, a number of at least 1, not NaN"],
  [{ intervalMs: 0 }, "intervalMs, a number of at least 1, not 0"],
  [{ onProgress: "log" as never }, "onProgress, a function"],
])("with %o nothing is sent", async (options, needed) => {
  await using at = await waiting([successful], options);
  expect(await failureOf(at.result)).toEqual(new TypeError(`waitForExportJob needs ${needed}`));
  expect(at.server.requests).toEqual([]);
});

describe("the looks", () => {
  const eight: Answer[] = [...Array(7).fill(queued), successful];

  test("come every 15 s at first, growing by half to 60 s", async () => {
    await using at = await waiting(eight);
    await at.result;
    // By hand: 15, 22.5, 33.75, 50.625, 75.9 cut to 60, 60, 60 s.
    expect(at.clock.waits).toEqual([15_000, 22_500, 33_750, 50_625, 60_000, 60_000, 60_000]);
  });

  test.each([
    [0, [7_500, 11_250]],
    [0.5, [11_250, 16_875]],
  ])("come with jitter between a half and the whole: random number %f", async (random, waits) => {
    await using at = await waiting([queued, queued, successful], {}, random);
    await at.result;
    expect(at.clock.waits).toEqual(waits);
  });

  test("come in another interval, growing to four times that", async () => {
    await using at = await waiting(eight, { intervalMs: 1_000 });
    await at.result;
    expect(at.clock.waits).toEqual([1_000, 1_500, 2_250, 3_375, 4_000, 4_000, 4_000]);
  });

  test("are told of each time, with the state and the time that has passed", async () => {
    await using at = await waiting([queued, inProgress, successful]);
    await at.result;
    expect(at.progress).toEqual([
      { job: queued.body, state: "Queued", collections: undefined, elapsedMs: 0 },
      { job: inProgress.body, state: "InProgress", collections: undefined, elapsedMs: 15_000 },
      { job: successful.body, state: "Successful", collections: undefined, elapsedMs: 37_500 },
    ]);
  });

  test("need nobody to tell", async () => {
    await using at = await waiting([queued, successful], { onProgress: undefined });
    expect(await at.result).toMatchObject({ outcome: "successful" });
  });

  test("go on at a state that is not known, which is told of", async () => {
    const unknown = { body: job({ state: "NotInTheDefinition" }) };
    await using at = await waiting([unknown, successful]);
    expect(await at.result).toMatchObject({ outcome: "successful" });
    expect(at.progress.map(({ state }) => state)).toEqual(["NotInTheDefinition", "Successful"]);
    expect(at.told.warnings[0]?.message).toContain("body.state must be one of");
  });

  test.each([
    ["without a state", {}],
    ["in a state that is no text", { state: 5 }],
    ["null", null],
    ["text", '"text"'],
    ["a list", "[]"],
  ])("go on at an answer that is %s", async (_, body) => {
    await using at = await waiting([{ body }, successful]);
    expect(await at.result).toMatchObject({ outcome: "successful" });
    expect(at.progress[0]).toMatchObject({ state: undefined, collections: undefined });
  });
});

test.each<[string, unknown, ExportProgress["collections"]]>([
  ["0 of 0 is not known", { exportedCollections: 0, totalCollections: 0 }, undefined],
  ["nothing is not known", undefined, undefined],
  ["null is not known", null, undefined],
  ["a count without a total is not known", { exportedCollections: 3 }, undefined],
  ["some of some are these", { exportedCollections: 3, totalCollections: 12 }, { exported: 3, total: 12 }],
  [
    "what is no number is none of some",
    { exportedCollections: null, totalCollections: 12 },
    { exported: 0, total: 12 },
  ],
  ["what is no total is not known", { exportedCollections: 3, totalCollections: "12" }, undefined],
  ["none of some are these", { totalCollections: 12 }, { exported: 0, total: 12 }],
])("of the collections, %s", async (_, exportStatus, collections) => {
  await using at = await waiting([{ body: job({ state: "Successful", exportStatus }) }]);
  await at.result;
  expect(at.progress[0]?.collections).toEqual(collections);
});

describe("a look that fails", () => {
  test.each<[string, Answer]>([
    ["a cut connection", "cut"],
    ["408", { status: 408 }],
    ["429", { status: 429 }],
    ["500", { status: 500 }],
    ["503 with HTML", { status: 503, body: "<html>" }],
    ["a truncated answer", { body: '{"id"' }],
    ["an empty answer", {}],
  ])("for the moment is outlived: %s", async (_, answer) => {
    await using at = await waiting([queued, answer, answer, successful]);
    expect(await at.result).toMatchObject({ outcome: "successful" });
    expect(at.clock.waits).toEqual([15_000, 22_500, 33_750]);
    expect(at.progress).toHaveLength(2);
  });

  const roles =
    "creating and reading exports need different roles: Project Backup Export Operator to create, Project Backup Manager to read; Project Atlas Admin may do both";

  test.each([
    [400, "Bad Request", ""],
    [401, "Unauthorized", " (check the credential: it is unknown, wrong or expired)"],
    [403, "Forbidden", ` (${roles})`],
    [404, "Not Found", ""],
  ])("for good ends the wait at once and says why: %i", async (status, text, hint) => {
    await using at = await waiting([queued, { status }]);
    expect(await failureOf(at.result)).toMatchObject({
      name: "AtlasApiError",
      message: `GET ${at.server.url}${jobsPath}/${exportId} failed with ${status} ${text}${hint}`,
    });
    expect(at.clock.waits).toEqual([15_000]);
    expect(at.clock.pending).toBe(0);
  });

  test("because the reference is wrong ends it before anything is sent", async () => {
    await using server = await scriptedServer([successful]);
    const { atlas } = connect(server);
    const wrong = { ...reference, exportId: "x" };
    expect(await failureOf(waitForExportJob(atlas, wrong))).toMatchObject({ name: "RequestValidationError" });
    expect(server.requests).toEqual([]);
  });
});

describe("Retry-After", () => {
  const refused = (seconds: string, status = 429) => ({ status, headers: { "Retry-After": seconds } });

  test.each([429, 503])("of a %i that got through the retries puts the next poll off", async (status) => {
    await using at = await waiting([queued, refused("300", status), queued, successful]);
    expect(await at.result).toMatchObject({ outcome: "successful" });
    // By hand, without jitter: 15 s; 300 s and the random half of 22.5 s; 33.75 s.
    expect(at.clock.waits).toEqual([15_000, 311_250, 33_750]);
  });

  test("of a refused sign-in puts the next poll off", async () => {
    await using server = await tokenService([refused("300"), token()], () => successful);
    const { atlas, clock } = signingIn(server);
    expect(await waitForExportJob(atlas, reference)).toMatchObject({ outcome: "successful" });
    // By hand: a quarter of 15 s on top.
    expect(clock.waits).toEqual([303_750]);
  });

  test("does not bring the next poll forward", async () => {
    await using at = await waiting([refused("1"), successful]);
    await at.result;
    expect(at.clock.waits).toEqual([15_000]);
  });

  test("beyond the end of the time leaves out the last poll", async () => {
    await using at = await waiting([queued, refused("300"), successful], { timeoutMs: 60_000 });
    expect(await failureOf(at.result)).toMatchObject({
      name: "ExportTimeoutError",
      job: queued.body,
      cause: { status: 429, retryAfterMs: 300_000 },
    });
    expect(at.clock.waits).toEqual([15_000, 45_000]);
    expect(at.server.requests).toHaveLength(2);
  });

  test("up to the end of the time leaves the last poll", async () => {
    await using at = await waiting([refused("60"), successful], { timeoutMs: 60_000 });
    expect(await at.result).toMatchObject({ outcome: "successful" });
    expect(at.clock.waits).toEqual([60_000]);
  });
});

describe("the end of the time", () => {
  test("is an error that carries the job as it was last seen", async () => {
    await using at = await waiting([queued, inProgress], { timeoutMs: 60_000 });
    const error = await failureOf(at.result);
    expect(error).toBeInstanceOf(ExportTimeoutError);
    expect(error).toMatchObject({
      message: `export job ${exportId} did not end within 60000 ms, it was last seen InProgress; the export goes on: wait again with exportId ${exportId}`,
      exportId,
      job: inProgress.body,
      cause: undefined,
    });
    // By hand: 15 and 22.5 leave 22.5 of 60 s, which is less than 33.75; a last look is taken at the very end.
    expect(at.clock.waits).toEqual([15_000, 22_500, 22_500]);
    expect(at.server.requests).toHaveLength(4);
    expect(at.clock.now()).toBe(startOfTime + 60_000);
    expect(at.clock.pending).toBe(0);
  });

  test.each([-3_600_000, 3_600_000])(
    "comes at the same time when the system clock is set by %d ms at every poll",
    async (stepMs) => {
      const elapsed: number[] = [];
      const onProgress = ({ elapsedMs }: ExportProgress) => {
        elapsed.push(elapsedMs);
        at.clock.stepWallClock(stepMs);
      };
      await using at = await waiting([queued, inProgress], { timeoutMs: 60_000, onProgress });
      expect(await failureOf(at.result)).toBeInstanceOf(ExportTimeoutError);
      expect(at.clock.waits).toEqual([15_000, 22_500, 22_500]);
      expect(elapsed).toEqual([0, 15_000, 37_500, 60_000]);
    },
  );

  test("comes after a last look, which may be the good one", async () => {
    await using at = await waiting([queued, queued, queued, successful], { timeoutMs: 60_000 });
    expect(await at.result).toMatchObject({ outcome: "successful" });
  });

  test("says when the job could not be read, and why", async () => {
    await using at = await waiting([{ status: 503 }], { timeoutMs: 10_000 });
    expect(await failureOf(at.result)).toMatchObject({
      message: expect.stringContaining("did not end within 10000 ms, it could not be read; "),
      job: undefined,
      cause: { name: "AtlasApiError", status: 503 },
    });
  });

  test("carries the job of an earlier look and the failure of the last one", async () => {
    await using at = await waiting([inProgress, { status: 503 }], { timeoutMs: 10_000 });
    expect(await failureOf(at.result)).toMatchObject({ job: inProgress.body, cause: { status: 503 } });
  });

  test("carries no failure that a later look has made up for", async () => {
    await using at = await waiting([{ status: 503 }, inProgress], { timeoutMs: 10_000 });
    expect(await failureOf(at.result)).toMatchObject({ job: inProgress.body, cause: undefined });
  });

  test("of no time at all is one look", async () => {
    await using at = await waiting([queued], { timeoutMs: 0 });
    expect(await failureOf(at.result)).toBeInstanceOf(ExportTimeoutError);
    expect(at.server.requests).toHaveLength(1);
    expect(at.clock.waits).toEqual([]);
  });

  test("bounds a look that gets no answer, at the last one with five seconds", async () => {
    await using server = await scriptedServer([queued, "silence"]);
    const clock = fakeClock();
    const { atlas } = connect(server, { clock, random: () => 1 });
    const wait = waitForExportJob(atlas, reference, { timeoutMs: 16_000 });
    await clock.scheduled(15_000);
    clock.advance(15_000);
    await server.received(2);
    // One second of the 16 is left, so the look may take the five that the last one may take.
    clock.advance(4_999);
    expect(clock.pending).toBe(2);
    clock.advance(1);
    expect(await failureOf(wait)).toMatchObject({
      name: "ExportTimeoutError",
      job: queued.body,
      cause: { message: expect.stringMatching(/: no answer within the deadline of 5000 ms$/) },
    });
    expect(clock.pending).toBe(0);
  });

  test("leaves a look what is left of it when that is more", async () => {
    await using server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    const { atlas } = connect(server, { clock, timeoutMs: 120_000 });
    const wait = waitForExportJob(atlas, reference, { timeoutMs: 60_000 });
    await server.received(1);
    clock.advance(60_000);
    expect(await failureOf(wait)).toMatchObject({
      cause: { message: expect.stringMatching(/: no answer within the deadline of 60000 ms$/) },
    });
  });

  test("is none unless told, and then the client's own deadline bounds each look", async () => {
    await using server = await scriptedServer([{ status: 503 }, { status: 503 }, successful]);
    const clock = autoClock();
    const { atlas, told } = connect(server, { clock, fetch: clock.fetch, random: () => 1, deadlineMs: 100 });
    expect(await waitForExportJob(atlas, reference)).toMatchObject({ outcome: "successful" });
    expect(told.retries).toEqual([]);
  });
});

describe("a signal", () => {
  test("ends the wait between two looks with its own reason, and leaves nothing", async () => {
    await using server = await scriptedServer([queued]);
    const clock = fakeClock();
    const controller = new AbortController();
    const { atlas } = connect(server, { clock, random: () => 1 });
    const wait = waitForExportJob(atlas, reference, { signal: controller.signal });
    await clock.scheduled(15_000);
    controller.abort("enough");
    expect(await failureOf(wait)).toBe("enough");
    expect([clock.pending, getEventListeners(controller.signal, "abort").length]).toEqual([0, 0]);
  });

  test("ends the wait during a look, and leaves nothing", async () => {
    await using server = await scriptedServer(["silence"]);
    const clock = fakeClock();
    const controller = new AbortController();
    const { atlas } = connect(server, { clock });
    const options = { signal: controller.signal, timeoutMs: 60_000 };
    const wait = waitForExportJob(atlas, reference, options);
    await server.received(1);
    controller.abort("enough");
    expect(await failureOf(wait)).toBe("enough");
    expect([clock.pending, getEventListeners(controller.signal, "abort").length]).toEqual([0, 0]);
    await server.hungUp();
  });

  test("that has aborted sends nothing", async () => {
    await using at = await waiting([queued], { signal: AbortSignal.abort("enough") });
    expect(await failureOf(at.result)).toBe("enough");
    expect(at.server.requests).toEqual([]);
  });
});
