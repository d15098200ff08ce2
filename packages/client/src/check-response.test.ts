import { expect, test } from "vitest";
import { checkResponse, type ResponseValidation } from "./check-response.ts";
import { getBackupExportJob as one, operations } from "./definition.gen.ts";
import { ResponseValidationError } from "./errors.ts";
import type { Warning } from "./hooks.ts";
import { createExportJob, getBackupExportJob, listBackupExportJobs } from "./index.ts";
import { awsBucket, gcpBucket } from "./testing/buckets.ts";
import { connect, failureOf } from "./testing/connect.ts";
import { autoClock } from "./testing/fake-clock.ts";
import { clusterName, exportBucketId, exportId, groupId, job, snapshotId } from "./testing/jobs.ts";
import { scriptedServer } from "./testing/scripted-server.ts";

const wrong = { id: 7, snapshotId: "x" };
const message =
  "getBackupExportJob succeeded, but its response is not as it should be:\n" +
  "  body.exportBucketId is required (received: nothing)\n" +
  "  body.id must be of type string (received: 7)\n" +
  "  body.snapshotId must match ^([a-f0-9]{24})$ (received: a string of 1 characters)";

function warnings(operationId: string, data: unknown, mode: ResponseValidation = "warn") {
  const warnings: Warning[] = [];
  const hooks = { onWarning: (warning: Warning) => warnings.push(warning) };
  const [operation = one] = operations.filter((each) => each.operationId === operationId);
  checkResponse(operation, data, mode, hooks);
  return warnings;
}

/** How a check of an answer that breaks the definition ends. */
async function failing(hooks: Parameters<typeof checkResponse>[3]): Promise<void> {
  checkResponse(one, wrong, "error", hooks);
}

test("an answer that holds is not told of", async () => {
  expect(await warnings("getBackupExportJob", job())).toEqual([]);
  checkResponse(one, job(), "error", {});
});

test("each violation is told of by its place and its form", async () => {
  expect(await warnings("getBackupExportJob", wrong)).toEqual([{ message }]);
});

test("in mode error it is thrown, with the data", async () => {
  const error = await failureOf(failing({}));
  expect(error).toBeInstanceOf(ResponseValidationError);
  expect(error).toMatchObject({ message, data: wrong, operationId: "getBackupExportJob" });
});

test("in mode error the warning hook is not told as well", async () => {
  const heard: Warning[] = [];
  const hooks = { onWarning: (warning: Warning) => heard.push(warning) };
  await failureOf(failing(hooks));
  expect(heard).toEqual([]);
});

test("in mode off nothing is told", async () => {
  expect(await warnings("getBackupExportJob", wrong, "off")).toEqual([]);
});

test("in mode warn it passes where nobody listens", async () => {
  checkResponse(one, wrong, "warn", {});
});

test("an operation whose answer the definition does not describe passes", () => {
  const { answer: _, ...undescribed } = one;
  checkResponse(undescribed, wrong, "error", {});
});

test.each([[null], ["text"], [[]], [7]])("%j in place of an object is told of", async (data) => {
  const [warning] = await warnings("listBackupExportJobs", data);
  expect(warning?.message).toContain("body must be of type object");
});

test("a list of 200,000 broken items is told of at once, in a few lines", async () => {
  const results = Array.from({ length: 200_000 }, () => ({ exportBucketId: "x" }));
  const [warning] = await warnings("listBackupExportJobs", { results });
  expect(warning?.message.split("\n")).toHaveLength(22);
  expect(warning?.message).toMatch(/\n {2}and 199980 more$/);
}, 60_000);

test("through the client: the data comes through with a warning, or as an error, or silently", async () => {
  await using server = await scriptedServer([{ body: wrong }]);
  const input = { groupId, clusterName, exportId };
  const warned = connect(server);
  expect(await getBackupExportJob(warned.atlas, input)).toEqual(wrong);
  expect(warned.told.warnings).toEqual([{ message }]);

  const strict = connect(server, { validateResponses: "error" });
  expect(await failureOf(getBackupExportJob(strict.atlas, input))).toMatchObject({ message, data: wrong });

  const silent = connect(server, { validateResponses: "off" });
  expect(await getBackupExportJob(silent.atlas, input)).toEqual(wrong);
  expect(silent.told.warnings).toEqual([]);
});

test("an unknown state is told of and comes through", async () => {
  await using server = await scriptedServer([{ body: { results: [job({ state: "NotInTheDefinition" })] } }]);
  const { atlas, told } = connect(server);
  const list = await listBackupExportJobs(atlas, { groupId, clusterName });
  expect(list.results[0]?.state).toBe("NotInTheDefinition");
  // Which states are known is the definition's to say.
  expect(told.warnings[0]?.message).toMatch(
    /^listBackupExportJobs succeeded, but its response is not as it should be:\n {2}body\.results\[0\]\.state must be one of (\w+, )*Queued(, \w+)* \(received: a string of 18 characters\)$/,
  );
});

test("a strict client that creates says that the request succeeded, and sends it once", async () => {
  const readable = { ...wrong, id: snapshotId };
  await using server = await scriptedServer([{ body: readable }]);
  const clock = autoClock();
  const { atlas } = connect(server, { validateResponses: "error", clock, fetch: clock.fetch });
  const error = await failureOf(createExportJob(atlas, { groupId, clusterName, snapshotId, exportBucketId }));
  expect(error).toMatchObject({ name: "ResponseValidationError", data: readable });
  expect(server.requests).toHaveLength(1);
});

test("a strict client that creates a job without a usable id reports its token, and sends it once", async () => {
  await using server = await scriptedServer(({ method }) => ({
    body: method === "POST" ? wrong : { results: [wrong] },
  }));
  const clock = autoClock();
  const { atlas } = connect(server, { validateResponses: "error", clock, fetch: clock.fetch });
  const input = { groupId, clusterName, snapshotId, exportBucketId };
  expect(await failureOf(createExportJob(atlas, input))).toMatchObject({
    name: "ExportCreationError",
    outcome: "unknown",
    token: expect.any(String),
    cause: { name: "ResponseValidationError", data: wrong },
  });
  expect(server.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test.each([
  [
    "that lacks something, by what its own cloud asks for",
    { ...gcpBucket, roleId: undefined },
    "  body.results[1].roleId is required (received: nothing)",
  ],
  [
    "of a cloud that is not known yet",
    { ...gcpBucket, cloudProvider: "NotInTheDefinition" },
    "  body.results[1].cloudProvider must be one that the definition knows (received: a string of 18 characters)",
  ],
  [
    "that is none",
    "s3://bucket",
    "  body.results[1] must be of type object (received: a string of 11 characters)",
  ],
])("a bucket %s is told of, and comes through", async (_, bucket, line) => {
  const found = await warnings("listExportBuckets", { results: [awsBucket, bucket] });
  expect(found.map(({ message }) => message)).toEqual([
    `listExportBuckets succeeded, but its response is not as it should be:\n${line}`,
  ]);
});
