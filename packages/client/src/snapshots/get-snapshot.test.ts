import { expect, test } from "vitest";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, groupId, snapshotId } from "../testing/jobs.ts";
import { type Answer, scriptedServer } from "../testing/scripted-server.ts";
import { paths, shardedSnapshot, snapshot } from "../testing/snapshots.ts";
import { getSnapshot } from "./get-snapshot.ts";

const reference = { groupId, clusterName, snapshotId };
const missing: Answer = { status: 404, body: { errorCode: "SNAPSHOT_NOT_FOUND" } };
const refused: Answer = { status: 400, body: { errorCode: "INVALID_ATTRIBUTE" } };

async function service(ofReplicaSet: Answer, ofShardedCluster: Answer = "cut") {
  return scriptedServer(({ url }) =>
    url.startsWith(paths.shardedCluster) ? ofShardedCluster : ofReplicaSet,
  );
}

test("a replica set's is read in one request", async () => {
  await using server = await service({ body: snapshot() });
  expect(await getSnapshot(connect(server).atlas, reference)).toEqual(snapshot());
  expect(server.requests.map(({ url }) => url)).toEqual([`${paths.replicaSets}/${snapshotId}`]);
});

test.each([
  ["is not there", missing],
  ["is refused", refused],
])("where a replica set's %s, it is a sharded cluster's", async (_, answer) => {
  await using server = await service(answer, { body: shardedSnapshot() });
  expect(await getSnapshot(connect(server).atlas, reference)).toEqual(shardedSnapshot());
  expect(server.requests.at(-1)?.url).toBe(`${paths.shardedCluster}/${snapshotId}`);
});

test.each([
  ["neither is there", missing, missing],
  ["the one is not there and the other is refused", missing, refused],
  ["the one is refused and the other is not there", refused, missing],
])("it is not there where %s", async (_, one, other) => {
  await using server = await service(one, other);
  expect(await failureOf(getSnapshot(connect(server).atlas, reference))).toMatchObject({
    status: 404,
    errorCode: "SNAPSHOT_NOT_FOUND",
  });
});

test("it is refused where both are", async () => {
  await using server = await service(refused, refused);
  expect(await failureOf(getSnapshot(connect(server).atlas, reference))).toMatchObject({ status: 400 });
});

test.each([401, 403])("a %i is told without a second request", async (status) => {
  await using server = await service({ status, body: {} });
  expect(await failureOf(getSnapshot(connect(server).atlas, reference))).toMatchObject({ status });
  expect(server.requests).toHaveLength(1);
});

test.each<[string, Answer, Answer]>([
  ["getReplicaSetBackup", { body: null }, missing],
  ["getShardedClusterBackup", missing, { body: null }],
])("an answer of %s that is no snapshot at all is told of", async (operationId, one, other) => {
  await using server = await service(one, other);
  expect(await failureOf(getSnapshot(connect(server).atlas, reference))).toMatchObject({
    name: "ResponseValidationError",
    operationId,
  });
});
