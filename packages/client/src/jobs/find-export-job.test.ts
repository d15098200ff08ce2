import { expect, test } from "vitest";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, exportId, groupId, job, snapshotId } from "../testing/jobs.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { findExportJob } from "./find-export-job.ts";
import { tokenKey } from "./request-token.ts";

const token = "nightly-2026-11-02";
const entry = { key: tokenKey, value: token };
const otherId = "6adecba3ab91c05f7e2d4406";

async function find(...results: object[]) {
  await using server = await scriptedServer([{ body: { results, links: [] } }]);
  return await findExportJob(connect(server).atlas, { groupId, clusterName, token });
}

test("finds the job with the token, whatever its state and snapshot", async () => {
  const other = job({ id: otherId, customData: [{ key: tokenKey, value: "nightly-2026-11-01" }] });
  const ours = job({ state: "Failed", snapshotId: otherId, customData: [{ key: "ticket" }, entry] });
  expect(await find(other, ours)).toEqual(ours);
});

test.each<[string, unknown[]]>([
  ["no custom data", []],
  ["another token", [{ key: tokenKey, value: "weekly" }]],
  ["the token under another key", [{ key: "ticket", value: token }]],
  ["an entry without a key and with another value", [{ value: "weekly" }]],
  ["an entry of another key without a value", [{ key: "ticket" }]],
  ["what is not an entry", [null, "x", 5]],
])("does not find a job with %s", async (_, customData) => {
  expect(await find(job({ customData }))).toBeUndefined();
});

test.each<[string, object]>([
  ["customData", { customData: undefined }],
  ["customData", { customData: null }],
  ["customData[].key", { customData: [{ value: token }] }],
  ["customData[].value", { customData: [{ key: tokenKey }] }],
  ["id", { id: undefined, customData: [entry] }],
])("names %s where a job may have the token and lacks it", async (name, fields) => {
  expect(await failureOf(find(job({ snapshotId, ...fields })))).toMatchObject({
    name: "ResponseValidationError",
    operationId: "listBackupExportJobs",
    violations: [{ field: `body.results[].${name}` }],
  });
});

test("a job that certainly has the token counts more than one that may have it", async () => {
  const unclear = job({ id: otherId, customData: undefined });
  expect(await find(unclear, job({ customData: [entry] }))).toMatchObject({ id: exportId });
});
