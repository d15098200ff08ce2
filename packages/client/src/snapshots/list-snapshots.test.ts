import { expect, expectTypeOf, test } from "vitest";
import type { ReplicaSetSnapshot, ShardedClusterSnapshot } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, groupId } from "../testing/jobs.ts";
import { type Answer, scriptedServer } from "../testing/scripted-server.ts";
import { paths, shardedSnapshot, snapshot } from "../testing/snapshots.ts";
import { listSnapshots } from "./list-snapshots.ts";

const cluster = { groupId, clusterName };
const empty: Answer = { body: { results: [], totalCount: 0 } };
const refused: Answer = { status: 400, body: { error: 400, errorCode: "INVALID_ATTRIBUTE" } };

/** A service with these answers to the list of each kind. */
async function service(ofReplicaSets: Answer, ofShardedClusters: Answer) {
  const server = await scriptedServer(({ url }) =>
    url.startsWith(paths.shardedClusters) ? ofShardedClusters : ofReplicaSets,
  );
  return {
    list: () => listSnapshots(connect(server).atlas, cluster),
    asked: () => server.requests.map(({ url }) => url.split("?")[0]),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

async function ids(snapshots: AsyncIterable<{ id?: string }>): Promise<(string | undefined)[]> {
  const read: (string | undefined)[] = [];
  for await (const { id } of snapshots) read.push(id);
  return read;
}

test("the snapshots of a replica set come page by page, and no other list is asked for", async () => {
  const pages: Answer[] = [
    { body: { results: [snapshot({ id: "a" }), snapshot({ id: "b" })], links: [{ rel: "next" }] } },
    { body: { results: [snapshot({ id: "c" })], links: [] } },
  ];
  await using server = await scriptedServer(pages);
  const snapshots = listSnapshots(connect(server).atlas, cluster);
  expectTypeOf(snapshots).toExtend<AsyncIterable<ReplicaSetSnapshot | ShardedClusterSnapshot>>();
  expect(await ids(snapshots)).toEqual(["a", "b", "c"]);
  expect(server.requests.map(({ url }) => url)).toEqual(
    [1, 2].map((pageNum) => `${paths.replicaSets}?itemsPerPage=500&pageNum=${pageNum}`),
  );
});

test.each([
  ["is empty", empty],
  ["refuses the cluster", refused],
])("where the list of replica sets %s, the snapshots are those of a sharded cluster", async (_, answer) => {
  const sharded = { body: { results: [shardedSnapshot({ id: "a" }), shardedSnapshot({ id: "b" })] } };
  await using at = await service(answer, sharded);
  expect(await ids(at.list())).toEqual(["a", "b"]);
  expect(at.asked()).toEqual([paths.replicaSets, paths.shardedClusters]);
});

test.each([
  ["is empty too", empty],
  ["refuses the cluster", refused],
])("where the list of sharded clusters %s, an empty replica set has none", async (_, answer) => {
  await using at = await service(empty, answer);
  expect(await ids(at.list())).toEqual([]);
});

test.each<[string, Answer, Answer, object]>([
  ["both refuse", refused, refused, { status: 400 }],
  ["there is no cluster", { status: 404, body: {} }, empty, { status: 404 }],
  ["the credential may not read", { status: 403, body: {} }, empty, { status: 403 }],
  ["the second list may not be read", empty, { status: 403, body: {} }, { status: 403 }],
  ["the second list is none", empty, { body: {} }, { operationId: "listShardedClusterBackups" }],
])("the error is told when %s", async (_, ofReplicaSets, ofShardedClusters, error) => {
  await using at = await service(ofReplicaSets, ofShardedClusters);
  expect(await failureOf(ids(at.list()))).toMatchObject(error);
});

test("a list that breaks off is no empty one", async () => {
  const pages: Answer[] = [{ body: { results: [snapshot()], links: [{ rel: "next" }] } }, refused];
  await using server = await scriptedServer(pages);
  expect(await failureOf(ids(listSnapshots(connect(server).atlas, cluster)))).toMatchObject({ status: 400 });
  expect(server.requests).toHaveLength(2);
});
