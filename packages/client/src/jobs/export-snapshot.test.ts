import { expect, expectTypeOf, test } from "vitest";
import { connect, failureOf } from "../testing/connect.ts";
import { autoClock } from "../testing/fake-clock.ts";
import {
  clusterName,
  exportBucketId,
  exportId,
  groupId,
  job,
  jobsPath,
  snapshotId,
} from "../testing/jobs.ts";
import { type Script, scriptedServer } from "../testing/scripted-server.ts";
import { type ExportSnapshotResult, exportSnapshot } from "./export-snapshot.ts";
import type { WaitOptions } from "./wait-for-export-job.ts";

const input = { groupId, clusterName, snapshotId, exportBucketId };
const reference = { groupId, clusterName, exportId };

async function exporting(script: Script, options?: WaitOptions) {
  const server = await scriptedServer(script);
  const clock = autoClock();
  const { atlas } = connect(server, { clock, fetch: clock.fetch, random: () => 1 });
  return {
    server,
    clock,
    result: exportSnapshot(atlas, input, options),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

test("a snapshot is exported and followed to its end", async () => {
  const done = job({ state: "Successful" });
  await using at = await exporting([{ body: job() }, { body: job() }, { body: done }]);
  expect(await at.result).toEqual({
    outcome: "successful",
    job: done,
    reference,
    origin: "created",
    token: expect.any(String),
  });
  expect(at.server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${jobsPath}`,
    `GET ${jobsPath}/${exportId}`,
    `GET ${jobsPath}/${exportId}`,
  ]);
  expectTypeOf(exportSnapshot).returns.resolves.toEqualTypeOf<ExportSnapshotResult>();
});

test("the options are the wait's", async () => {
  await using at = await exporting([{ body: job() }], { timeoutMs: 2_000, intervalMs: 1_000 });
  expect(await failureOf(at.result)).toMatchObject({ name: "ExportTimeoutError", exportId });
  expect(at.clock.waits).toEqual([1_000, 1_000]);
});

test("the job is told of before it is first looked at, so that its id is known however the wait ends", async () => {
  const told: unknown[] = [];
  await using at = await exporting([{ body: job() }, { status: 403 }], {
    onProgress: ({ job: { id, state }, elapsedMs }) => told.push({ id, state, elapsedMs }),
  });
  expect(await failureOf(at.result)).toMatchObject({
    name: "ExportWaitError",
    reference,
    job: job(),
    token: expect.any(String),
    cause: { name: "AtlasApiError", status: 403 },
  });
  expect(told).toEqual([{ id: exportId, state: "Queued", elapsedMs: 0 }]);
});

test("a creation that fails is not waited for", async () => {
  await using at = await exporting([{ status: 404 }]);
  expect(await failureOf(at.result)).toMatchObject({ name: "AtlasApiError", status: 404 });
  expect(at.server.requests).toHaveLength(1);
});

test.each([
  ["the creation", "silence", { name: "ExportCreationError", outcome: "unknown", cause: "enough" }],
  ["the wait", "response", { name: "ExportWaitError", reference, cause: "enough" }],
])("a signal ends %s, and its reason is the cause", async (_, first, expected) => {
  const controller = new AbortController();
  const script: Script = first === "silence" ? ["silence"] : [{ body: job() }, "silence"];
  await using at = await exporting(script, { signal: controller.signal });
  await at.server.received(script.length);
  controller.abort("enough");
  expect(await failureOf(at.result)).toMatchObject(expected);
  expect(at.clock.pending).toBe(0);
});

test("an error of onProgress ends the wait, and the error says which job goes on", async () => {
  const cause = new RangeError("the disk is full");
  const onProgress = () => {
    throw cause;
  };
  await using at = await exporting([{ body: job() }], { onProgress });
  expect(await failureOf(at.result)).toMatchObject({ name: "ExportWaitError", reference, cause });
  expect(at.server.requests).toHaveLength(1);
});

test("an option that is not known is refused by name before anything is sent", async () => {
  await using at = await exporting([{ body: job() }], { timeout: 5 } as object);
  const message =
    "Unknown option `timeout` of exportSnapshot. Did you mean `timeoutMs`? Expected one of: signal, timeoutMs, intervalMs, onProgress.";
  expect(await failureOf(at.result)).toEqual(new TypeError(message));
  expect(at.server.requests).toEqual([]);
});

test("an option of the wait that is not a number is refused before anything is sent", async () => {
  await using at = await exporting([{ body: job() }], { timeoutMs: Number.NaN });
  expect(await failureOf(at.result)).toEqual(
    new TypeError("exportSnapshot needs timeoutMs, a number of at least 0, not NaN"),
  );
  expect(at.server.requests).toEqual([]);
});
