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
import { exportSnapshot } from "./export-snapshot.ts";
import type { ExportResult, WaitOptions } from "./wait-for-export-job.ts";

const input = { groupId, clusterName, snapshotId, exportBucketId };

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
  expect(await at.result).toEqual({ outcome: "successful", job: done });
  expect(at.server.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${jobsPath}`,
    `GET ${jobsPath}/${exportId}`,
    `GET ${jobsPath}/${exportId}`,
  ]);
  expectTypeOf(exportSnapshot).returns.resolves.toEqualTypeOf<ExportResult>();
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
  expect(await failureOf(at.result)).toMatchObject({ status: 403 });
  expect(told).toEqual([{ id: exportId, state: "Queued", elapsedMs: 0 }]);
});

test("a creation that fails is not waited for", async () => {
  await using at = await exporting([{ status: 404 }]);
  expect(await failureOf(at.result)).toMatchObject({ name: "AtlasApiError", status: 404 });
  expect(at.server.requests).toHaveLength(1);
});

test.each(["silence", "answer"])("a signal ends either half: %s", async (first) => {
  const controller = new AbortController();
  const script: Script = first === "silence" ? ["silence"] : [{ body: job() }, "silence"];
  await using at = await exporting(script, { signal: controller.signal });
  await at.server.received(script.length);
  controller.abort("enough");
  expect(await failureOf(at.result)).toBe("enough");
  expect(at.clock.pending).toBe(0);
});
