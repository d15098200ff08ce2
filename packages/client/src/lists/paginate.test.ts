import { expect, expectTypeOf, test } from "vitest";
import {
  type ExportBucket,
  type ExportJob,
  listBackupExportJobs,
  listExportBuckets,
  listReplicaSetBackups,
  listShardedClusterBackups,
  type ReplicaSetSnapshot,
} from "../index.ts";
import { awsBucket, gcpBucket } from "../testing/buckets.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, groupId } from "../testing/jobs.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { snapshot } from "../testing/snapshots.ts";
import { paginate } from "./paginate.ts";

const next = [{ rel: "next" }];

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const read: Item[] = [];
  for await (const item of items) read.push(item);
  return read;
}

test("all items of all pages of any list come one by one", async () => {
  const pages = [
    { results: [awsBucket], links: next },
    { results: [gcpBucket], links: [] },
  ];
  await using server = await scriptedServer(pages.map((body) => ({ body })));
  const buckets = paginate(connect(server).atlas, listExportBuckets, { groupId });
  expectTypeOf(buckets).toExtend<AsyncIterable<ExportBucket>>();
  expect(await all(buckets)).toEqual([awsBucket, gcpBucket]);
  expect(server.requests.map(({ url }) => url)).toEqual(
    [1, 2].map(
      (pageNum) => `/api/atlas/v2/groups/${groupId}/backup/exportBuckets?itemsPerPage=100&pageNum=${pageNum}`,
    ),
  );
  expect(server.requests[0]?.headers.accept).toBe("application/vnd.atlas.2024-05-30+json");
});

test("the caller's own parameters and options go along with every page", async () => {
  await using server = await scriptedServer(({ url }) => ({
    body: { results: [snapshot({ id: url })], links: next },
  }));
  const controller = new AbortController();
  const input = { groupId, clusterName, includeCount: false, itemsPerPage: 1, pageNum: 3 };
  const snapshots = paginate(connect(server).atlas, listReplicaSetBackups, input, {
    signal: controller.signal,
  });
  await snapshots.next();
  await snapshots.next();
  const queries = server.requests.map(({ url }) => url.split("?")[1]);
  expect(queries).toEqual([3, 4].map((pageNum) => `includeCount=false&itemsPerPage=1&pageNum=${pageNum}`));
  controller.abort("enough");
  expect(await failureOf(snapshots.next())).toBe("enough");
});

test("an answer that is no page is told of by the operation's name", async () => {
  await using server = await scriptedServer([{ body: { results: [7] } }]);
  const buckets = paginate(connect(server).atlas, listExportBuckets, { groupId });
  expect(await failureOf(buckets.next())).toMatchObject({
    name: "ResponseValidationError",
    operationId: "listExportBuckets",
  });
});

test("an error names the operation, whatever the name of the function that calls it", async () => {
  await using server = await scriptedServer([{ body: { results: [7] } }]);
  const renamed: typeof listExportBuckets = (...call) => listExportBuckets(...call);
  const buckets = paginate(connect(server).atlas, renamed, { groupId });
  expect(await failureOf(buckets.next())).toMatchObject({ operationId: "listExportBuckets" });
});

test("a rejection of the warning hook ends the list, as it ends any other call", async () => {
  const incomplete = { ...awsBucket, bucketName: undefined };
  await using server = await scriptedServer([{ body: { results: [incomplete] } }]);
  const cause = new Error("the log is full");
  const { atlas } = connect(server, { hooks: { onWarning: () => Promise.reject(cause) } });
  expect(await failureOf(paginate(atlas, listExportBuckets, { groupId }).next())).toBe(cause);
});

test("items and input have the types of the operation", async () => {
  await using server = await scriptedServer([{ body: { results: [] } }]);
  const { atlas } = connect(server);
  const cluster = { groupId, clusterName };
  expectTypeOf(paginate(atlas, listReplicaSetBackups, cluster)).toEqualTypeOf<
    AsyncGenerator<ReplicaSetSnapshot, void, undefined>
  >();
  expectTypeOf(paginate(atlas, listBackupExportJobs, cluster)).toEqualTypeOf<
    AsyncGenerator<ExportJob, void, undefined>
  >();
  // @ts-expect-error: the operation is of a cluster
  paginate(atlas, listReplicaSetBackups, { groupId });
  // @ts-expect-error: the operation has no such parameter
  paginate(atlas, listExportBuckets, { groupId, clusterName });
});

test("a list without pages is refused by its type, and by the check of what is sent", async () => {
  await using server = await scriptedServer([{ body: { results: [] } }]);
  // @ts-expect-error: its input has no page
  const snapshots = paginate(connect(server).atlas, listShardedClusterBackups, { groupId, clusterName });
  expect(await failureOf(snapshots.next())).toMatchObject({
    name: "RequestValidationError",
    violations: [{ field: "itemsPerPage" }, { field: "pageNum" }],
  });
  expect(server.requests).toEqual([]);
});
