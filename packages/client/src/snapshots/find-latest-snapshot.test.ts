import { expect, test } from "vitest";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, groupId } from "../testing/jobs.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { paths, shardedSnapshot, snapshot } from "../testing/snapshots.ts";
import { findLatestSnapshot } from "./find-latest-snapshot.ts";

const cluster = { groupId, clusterName };
const [oldest, older, newest] = [
  "6adec80e5b8a4f2e917d39f1",
  "6ae802d65b8a4f2e917d3a64",
  "6ae8572a5b8a4f2e917d3a70",
];
const monday = (id: string, fields = {}) => snapshot({ id, createdAt: "2026-11-02T03:26:14Z", ...fields });
const tuesday = (id: string, fields = {}) => snapshot({ id, createdAt: "2026-11-03T03:26:14Z", ...fields });

async function latestOf(results: unknown[]): Promise<string | undefined> {
  await using server = await scriptedServer([{ body: { results, links: [] } }]);
  return (await findLatestSnapshot(connect(server).atlas, cluster))?.id;
}

test.each([
  ["first", [tuesday(newest), monday(older), monday(oldest)]],
  ["last", [monday(oldest), monday(older), tuesday(newest)]],
  ["in between", [monday(oldest), tuesday(newest), monday(older)]],
])("the newest one is found where it comes %s", async (_, results) => {
  expect(await latestOf(results)).toBe(newest);
});

test("times count, not their text", async () => {
  const inBerlin = monday(older, { createdAt: "2026-11-02T05:00:00+02:00" });
  const inUtc = monday(newest, { createdAt: "2026-11-02T03:30:00.000Z" });
  expect(await latestOf([inBerlin, inUtc])).toBe(newest);
});

test.each([
  ["is queued", { status: "queued" }],
  ["is in progress", { status: "inProgress" }],
  ["failed", { status: "failed" }],
  ["has a status that is not known", { status: "notInTheDefinition" }],
  ["is a fallback", { snapshotType: "fallback" }],
])("one that %s is passed over", async (_, fields) => {
  expect(await latestOf([tuesday(newest, fields), monday(older)])).toBe(older);
});

test.each([
  ["id", { id: undefined }],
  ["id", { id: "../x" }],
  ["status", { status: undefined }],
  ["snapshotType", { snapshotType: undefined }],
])("one that may be the newest must have a usable %s: %j", async (name, fields) => {
  const [unclear, other] = [tuesday(newest, fields), monday(older)];
  for (const results of [[unclear, other], [other, unclear], [unclear]]) {
    expect(await failureOf(latestOf(results))).toMatchObject({
      name: "ResponseValidationError",
      operationId: "listReplicaSetBackups",
      violations: [{ field: `body.results[].${name}` }],
    });
  }
  expect(await latestOf([tuesday(newest), monday(older, fields)])).toBe(newest);
});

test.each([
  ["none", undefined],
  ["null", null],
  ["another text", "yesterday"],
])("one whose time is %s is the newest only where there is no other", async (_, createdAt) => {
  const [unclear, other] = [monday(oldest, { createdAt }), monday(older)];
  const violations = [{ field: "body.results[].createdAt" }];
  expect(await failureOf(latestOf([unclear, other]))).toMatchObject({ violations });
  expect(await failureOf(latestOf([other, unclear]))).toMatchObject({ violations });
  expect(await latestOf([unclear, monday(older, { status: "failed" })])).toBe(oldest);
});

test("one of a kind that is not known counts", async () => {
  const unknown = { snapshotType: "notInTheDefinition", frequencyType: "notInTheDefinition" };
  expect(await latestOf([monday(older, unknown)])).toBe(older);
});

test("there is none where nothing can be exported", async () => {
  expect(await latestOf([])).toBeUndefined();
  expect(await latestOf([monday(older, { status: "failed" })])).toBeUndefined();
});

test("the newest of a sharded cluster is found", async () => {
  const results = [
    shardedSnapshot({ id: older }),
    shardedSnapshot({ id: newest, createdAt: "2026-11-03T00:00:00Z" }),
  ];
  await using server = await scriptedServer(({ url }) => ({
    body: { results: url.startsWith(paths.shardedClusters) ? results : [] },
  }));
  expect(await findLatestSnapshot(connect(server).atlas, cluster)).toEqual(results[1]);
});

test("a cluster that is not there is an error", async () => {
  await using server = await scriptedServer([{ status: 404, body: { errorCode: "CLUSTER_NOT_FOUND" } }]);
  expect(await failureOf(findLatestSnapshot(connect(server).atlas, cluster))).toMatchObject({
    status: 404,
    errorCode: "CLUSTER_NOT_FOUND",
  });
});
