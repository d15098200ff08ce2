import { expect, test } from "vitest";
import { operations } from "./definition.gen.ts";
import type { PathClient } from "./index.ts";
import * as client from "./index.ts";
import { connect, failureOf } from "./testing/connect.ts";
import { clusterName, exportBucketId, exportId, groupId, job, snapshotId } from "./testing/jobs.ts";
import { scriptedServer } from "./testing/scripted-server.ts";

type Call = (atlas: PathClient, options: object) => Promise<unknown>;

const cluster = { groupId, clusterName };
const input = { ...cluster, snapshotId, exportBucketId };

const composed: Record<string, Call> = {
  createExportJob: (atlas, options) => client.createExportJob(atlas, input, options),
  "createExportJob with a token": (atlas, options) =>
    client.createExportJob(atlas, { ...input, token: "nightly" }, options),
  exportSnapshot: (atlas, options) => client.exportSnapshot(atlas, input, options),
  waitForExportJob: (atlas, options) => client.waitForExportJob(atlas, { ...cluster, exportId }, options),
  findExportJob: (atlas, options) => client.findExportJob(atlas, { ...input, token: "nightly" }, options),
  preflightExport: (atlas, options) => client.preflightExport(atlas, input, options),
  getSnapshot: (atlas, options) => client.getSnapshot(atlas, { ...cluster, snapshotId }, options),
  findLatestSnapshot: (atlas, options) => client.findLatestSnapshot(atlas, cluster, options),
  listSnapshots: (atlas, options) => client.listSnapshots(atlas, cluster, options).next(),
  listExportJobs: (atlas, options) => client.listExportJobs(atlas, cluster, options).next(),
  paginate: (atlas, options) => client.paginate(atlas, client.listExportBuckets, { groupId }, options).next(),
};

const ofOperations = operations.map(({ operationId }): [string, Call] => {
  const functions: Record<string, unknown> = client;
  const operation = functions[operationId] as (atlas: PathClient, input: object, options: object) => unknown;
  return [operationId, async (atlas, options) => operation(atlas, {}, options)];
});

test.each([...ofOperations, ...Object.entries(composed)])(
  "%s refuses an option that is not known before anything is sent",
  async (_, call) => {
    await using server = await scriptedServer([{ body: job() }]);
    const { atlas } = connect(server);
    const error = await failureOf(call(atlas, { timeout: 5 }));
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Unknown option `timeout` of \w+\. Did you mean `timeoutMs`\?/),
    });
    expect(server.requests).toEqual([]);
  },
);

test("createExportJob refuses an input that is not known before anything is sent", async () => {
  await using server = await scriptedServer([{ body: job() }]);
  const given = { ...input, tokenn: "nightly" };
  expect(await failureOf(client.createExportJob(connect(server).atlas, given))).toEqual(
    new TypeError(
      "Unknown option `tokenn` of createExportJob. Did you mean `token`? Expected one of: groupId, clusterName, snapshotId, exportBucketId, customData, token.",
    ),
  );
  expect(server.requests).toEqual([]);
});

test.each([{ timeoutMs: Number.NaN }, { deadlineMs: 0 }])(
  "createExportJob refuses %o before anything is sent, and there is no doubt about a job",
  async (options) => {
    await using server = await scriptedServer([{ body: job() }]);
    expect(await failureOf(client.createExportJob(connect(server).atlas, input, options))).toBeInstanceOf(
      TypeError,
    );
    expect(server.requests).toEqual([]);
  },
);
