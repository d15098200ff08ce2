import { examples } from "@atlas-snapshot-export/spec/examples";
import { expect, test } from "vitest";
import { GROUP_ID, JOBS, ORDER, signIn } from "../test/call.ts";
import { type Scenario, startMock } from "./index.ts";

const BUCKETS = `/api/atlas/v2/groups/${GROUP_ID}/backup/exportBuckets`;
const SNAPSHOTS = JOBS.replace(/exports$/, "snapshots");
const BUCKETS_VERSION = { accept: "application/vnd.atlas.2024-05-30+json" };

async function start(scenario: Scenario = {}) {
  const mock = await startMock({ scenario });
  const call = await signIn(mock);
  const read = (path: string) => call(path, path.startsWith(BUCKETS) ? { headers: BUCKETS_VERSION } : {});
  return { mock, read, [Symbol.asyncDispose]: () => mock.close() };
}

test.each([
  ["an export bucket", BUCKETS, BUCKETS],
  ["a snapshot of a replica set", SNAPSHOTS, SNAPSHOTS],
  ["a snapshot of a sharded cluster", `${SNAPSHOTS}/shardedClusters`, `${SNAPSHOTS}/shardedCluster`],
])("%s that is listed can be read by its id", async (_, list, item) => {
  await using at = await start();
  const { results } = (await at.read(list)).body;
  expect(results.length).toBeGreaterThan(1);
  for (const listed of results) {
    const { status, body } = await at.read(`${item}/${listed.id ?? listed._id}`);
    expect(status).toBe(200);
    expect(body).toEqual(listed);
  }
});

test("what the examples export, and where to, is there", async () => {
  await using at = await start();
  expect((await at.read(`${SNAPSHOTS}/${ORDER.snapshotId}`)).body).toMatchObject({ status: "completed" });
  expect((await at.read(`${BUCKETS}/${ORDER.exportBucketId}`)).body).toMatchObject({ cloudProvider: "AWS" });
});

test.each([
  ["export bucket", `${BUCKETS}/`, "EXPORT_BUCKET_NOT_FOUND"],
  ["snapshot", `${SNAPSHOTS}/`, "SNAPSHOT_NOT_FOUND"],
  ["snapshot", `${SNAPSHOTS}/shardedCluster/`, "SNAPSHOT_NOT_FOUND"],
])("no other %s is there, by its own id", async (what, path, errorCode) => {
  await using at = await start();
  const id = "0123456789abcdef01234567";
  expect(await at.read(path + id)).toMatchObject({
    status: 404,
    body: { errorCode, detail: `There is no ${what} ${id}.`, parameters: [id] },
  });
});

test("a snapshot of a sharded cluster is none of a replica set", async () => {
  await using at = await start();
  const { id } = examples.getShardedClusterBackup.responses[200].completed;
  expect((await at.read(`${SNAPSHOTS}/${id}`)).status).toBe(404);
});

test("an answer that the scenario chose is given whatever the id", async () => {
  await using at = await start({
    answers: [{ on: "getReplicaSetBackup", status: 200, example: "fallback" }],
  });
  expect((await at.read(`${SNAPSHOTS}/${ORDER.snapshotId}`)).body).toEqual(
    examples.getReplicaSetBackup.responses[200].fallback,
  );
});
