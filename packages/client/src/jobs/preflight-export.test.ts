import { expect, expectTypeOf, test } from "vitest";
import { awsBucket } from "../testing/buckets.ts";
import { connect, failureOf } from "../testing/connect.ts";
import {
  clusterName,
  exportBucketId,
  exportId,
  groupId,
  job,
  jobsPath,
  snapshotId,
} from "../testing/jobs.ts";
import { type Answer, scriptedServer } from "../testing/scripted-server.ts";
import { paths, shardedSnapshot, snapshot } from "../testing/snapshots.ts";
import { preflightExport } from "./preflight-export.ts";
import type { PreflightProblem } from "./preflight-problems.ts";

const input = { groupId, clusterName, snapshotId, exportBucketId };

interface Service {
  snapshot?: Answer;
  sharded?: Answer;
  bucket?: Answer;
  jobs?: Answer;
}

const error = (status: number, errorCode?: string, detail?: string): Answer => ({
  status,
  body: { error: status, errorCode, detail },
});
const missingSnapshot = error(404, "SNAPSHOT_NOT_FOUND", `There is no snapshot ${snapshotId}.`);

/** A service where all is well but for what is given. */
function serve({ snapshot: ofReplicaSet, sharded, bucket, jobs }: Service = {}) {
  return scriptedServer(({ url }) => {
    if (url.startsWith(paths.shardedCluster)) return sharded ?? missingSnapshot;
    if (url.startsWith(paths.replicaSets)) return ofReplicaSet ?? { body: snapshot() };
    if (url.startsWith(jobsPath)) return jobs ?? { body: { results: [job({ state: "Successful" })] } };
    return bucket ?? { body: awsBucket };
  });
}

async function preflight(service: Service) {
  await using server = await serve(service);
  return await preflightExport(connect(server).atlas, input);
}

const kinds = (problems: PreflightProblem[]) => problems.map(({ kind }) => kind);

test("nothing stands in the way of an export that can be created", async () => {
  expect(await preflight({})).toEqual({
    snapshot: snapshot(),
    bucket: awsBucket,
    activeJob: undefined,
    problems: [],
  });
});

test("a snapshot of a sharded cluster is as good", async () => {
  const found = await preflight({ snapshot: missingSnapshot, sharded: { body: shardedSnapshot() } });
  expect(found).toMatchObject({ snapshot: shardedSnapshot(), problems: [] });
});

test("everything is read at the same time", async () => {
  let open: (() => void) | undefined;
  const allAsked = new Promise<void>((resolve) => {
    open = resolve;
  });
  let asked = 0;
  await using server = await scriptedServer(async ({ url }) => {
    asked += 1;
    if (asked === 3) open?.();
    await allAsked;
    if (url.startsWith(paths.replicaSets)) return { body: snapshot() };
    return { body: url.startsWith(jobsPath) ? { results: [] } : awsBucket };
  });
  expect((await preflightExport(connect(server).atlas, input)).problems).toEqual([]);
});

test.each<[string, PreflightProblem["kind"], Service, string]>([
  [
    "the snapshot is not there",
    "snapshot-not-found",
    { snapshot: missingSnapshot },
    `snapshot ${snapshotId} of cluster ${clusterName} was not found: There is no snapshot ${snapshotId}; choose one from the list of the cluster's snapshots`,
  ],
  [
    "it is being taken",
    "snapshot-not-completed",
    { snapshot: { body: snapshot({ status: "inProgress" }) } },
    `snapshot ${snapshotId} cannot be exported: its status is inProgress; wait until it is completed`,
  ],
  [
    "it failed",
    "snapshot-not-completed",
    { snapshot: { body: snapshot({ status: "failed" }) } },
    `snapshot ${snapshotId} cannot be exported: it failed; choose another one`,
  ],
  [
    "it is a fallback",
    "snapshot-is-fallback",
    { snapshot: { body: snapshot({ snapshotType: "fallback" }) } },
    `snapshot ${snapshotId} cannot be exported: it is a fallback, which the service does not export; choose another one`,
  ],
  [
    "the bucket is not there",
    "bucket-not-found",
    { bucket: error(404, "EXPORT_BUCKET_NOT_FOUND") },
    `export bucket ${exportBucketId} of project ${groupId} was not found; choose one from the list of the project's export buckets`,
  ],
  [
    "the snapshot is being exported already",
    "export-active",
    { jobs: { body: { results: [job({ state: "InProgress" })] } } },
    `snapshot ${snapshotId} is being exported already: export job ${exportId} (InProgress) into bucket ${exportBucketId} is at work; wait for that one to end`,
  ],
  [
    "it is being exported by a job without an id",
    "export-active",
    { jobs: { body: { results: [job({ id: undefined, state: "Queued" })] } } },
    `snapshot ${snapshotId} is being exported already: an export job without an id (Queued) into bucket ${exportBucketId} is at work; wait for that one to end`,
  ],
  [
    "the cluster is not there",
    "cluster-not-found",
    {
      jobs: error(404, "CLUSTER_NOT_FOUND"),
      snapshot: error(404, "CLUSTER_NOT_FOUND"),
      sharded: error(404, "CLUSTER_NOT_FOUND"),
    },
    `cluster ${clusterName} of project ${groupId} was not found; check its name, upper and lower case too`,
  ],
  [
    "the jobs of the cluster are not there, for whatever reason",
    "cluster-not-found",
    { jobs: error(404) },
    `cluster ${clusterName} of project ${groupId} was not found; check its name, upper and lower case too`,
  ],
  [
    "the project is not there",
    "project-not-found",
    {
      jobs: error(404, "GROUP_NOT_FOUND"),
      snapshot: error(404, "GROUP_NOT_FOUND"),
      sharded: error(404, "GROUP_NOT_FOUND"),
      bucket: error(404, "GROUP_NOT_FOUND"),
    },
    `project ${groupId} was not found; check the id, and that the credential is for it`,
  ],
])("when %s, the only problem is %j", async (_, kind, service, message) => {
  expect((await preflight(service)).problems).toEqual([expect.objectContaining({ kind, message })]);
});

test.each([
  ["the snapshot", "snapshot"],
  ["the export bucket", "bucket"],
  ["the export jobs", "jobs"],
] as const)("a credential that may not read %s is told of", async (name, subject) => {
  const { problems } = await preflight({ [subject]: error(403, "USER_UNAUTHORIZED") });
  expect(problems).toMatchObject([{ kind: "not-permitted", subject, error: { status: 403 } }]);
  expect(problems[0]?.message).toMatch(
    new RegExp(
      `^${name} could not be read: GET .* failed with 403 USER_UNAUTHORIZED .*Project Backup Manager`,
    ),
  );
});

test("a cluster that the service does not serve is told of, with what would be served", async () => {
  const flex = error(400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API");
  const { problems } = await preflight({ snapshot: flex, sharded: flex, jobs: flex });
  expect(problems).toMatchObject([
    { kind: "refused", subject: "snapshot" },
    { kind: "refused", subject: "jobs" },
  ]);
  expect(problems[0]?.message).toContain("only dedicated clusters, M10 and larger, can export");
});

test("all problems are told at once, in the order of what is asked", async () => {
  const { problems, ...found } = await preflight({
    snapshot: { body: snapshot({ status: "failed", snapshotType: "fallback" }) },
    bucket: error(404),
    jobs: { body: { results: [job({ snapshotId: "6adec80e5b8a4f2e917d39f1" }), job({ state: "Queued" })] } },
  });
  expect(kinds(problems)).toEqual([
    "snapshot-not-completed",
    "snapshot-is-fallback",
    "bucket-not-found",
    "export-active",
  ]);
  expect(found).toMatchObject({ snapshot: { status: "failed" }, activeJob: { id: exportId } });
  expect(found.bucket).toBeUndefined();
});

test.each(["Queued", "InProgress", "NotInTheDefinition"])(
  "a job in state %s is an active one",
  async (state) => {
    const { activeJob } = await preflight({ jobs: { body: { results: [job({ state })] } } });
    expect(activeJob?.id).toBe(exportId);
  },
);

test.each<[string, Service, string, string]>([
  ["a snapshot", { snapshot: { body: snapshot({ status: undefined }) } }, "getReplicaSetBackup", "status"],
  [
    "a sharded cluster's snapshot",
    { snapshot: missingSnapshot, sharded: { body: shardedSnapshot({ snapshotType: undefined }) } },
    "getShardedClusterBackup",
    "snapshotType",
  ],
  [
    "a job",
    { jobs: { body: { results: [job({ state: undefined })] } } },
    "listBackupExportJobs",
    "results[].state",
  ],
  [
    "an active job",
    { jobs: { body: { results: [job({ state: "Queued", snapshotId: undefined })] } } },
    "listBackupExportJobs",
    "results[].snapshotId",
  ],
])("%s that lacks what decides is an error that names it", async (_, service, operationId, field) => {
  expect(await failureOf(preflight(service))).toMatchObject({
    name: "ResponseValidationError",
    operationId,
    violations: [{ field: `body.${field}` }],
  });
});

test("what decides all the same need not be there", async () => {
  const failed = { snapshot: { body: snapshot({ status: "failed", snapshotType: undefined }) } };
  expect(kinds((await preflight(failed)).problems)).toEqual(["snapshot-not-completed"]);
  const fallback = { snapshot: { body: snapshot({ status: undefined, snapshotType: "fallback" }) } };
  expect(kinds((await preflight(fallback)).problems)).toEqual(["snapshot-is-fallback"]);
  const results = [job({ state: undefined }), job({ state: "Queued" })];
  expect(kinds((await preflight({ jobs: { body: { results } } })).problems)).toEqual(["export-active"]);
});

test.each(["Successful", "Failed", "Cancelled"])("a job in state %s is none", async (state) => {
  expect(await preflight({ jobs: { body: { results: [job({ state })] } } })).toMatchObject({
    activeJob: undefined,
    problems: [],
  });
});

test("an active job of another snapshot is none", async () => {
  const results = [job({ state: "InProgress", snapshotId: "0".repeat(24) })];
  expect((await preflight({ jobs: { body: { results } } })).activeJob).toBeUndefined();
});

test("an active job is found on any page", async () => {
  await using server = await scriptedServer(({ url }) => {
    if (url.startsWith(paths.replicaSets)) return { body: snapshot() };
    if (!url.startsWith(jobsPath)) return { body: awsBucket };
    return url.endsWith("pageNum=2")
      ? { body: { results: [job()], links: [] } }
      : { body: { results: [job({ id: "0".repeat(24), state: "Failed" })], links: [{ rel: "next" }] } };
  });
  expect(kinds((await preflightExport(connect(server).atlas, input)).problems)).toEqual(["export-active"]);
});

test.each<[string, Service, object]>([
  ["a credential that is refused", { bucket: error(401) }, { name: "AtlasApiError", status: 401 }],
  ["a service that fails", { jobs: error(500) }, { name: "AtlasApiError", status: 500 }],
  ["a rate limit that is used up", { snapshot: error(429) }, { name: "AtlasApiError", status: 429 }],
  ["a connection that breaks", { bucket: "cut" }, { name: "NetworkError" }],
  ["a list that is none", { jobs: { body: {} } }, { operationId: "listBackupExportJobs" }],
  ["a snapshot that is none", { snapshot: { body: null } }, { operationId: "getReplicaSetBackup" }],
  ["a bucket that is none", { bucket: { body: null } }, { operationId: "getExportBucket" }],
])("%s is thrown", async (_, service, thrown) => {
  await using server = await serve(service);
  const { atlas } = connect(server, { retry: { maxAttempts: 1 } });
  expect(await failureOf(preflightExport(atlas, input))).toMatchObject(thrown);
});

test("what is thrown ends the other readings", async () => {
  await using server = await serve({ jobs: "silence", bucket: error(401) });
  const { atlas } = connect(server, { retry: { maxAttempts: 1 } });
  expect(await failureOf(preflightExport(atlas, input))).toMatchObject({ status: 401 });
  await server.hungUp();
});

test("input that breaks the definition is thrown", async () => {
  await using server = await serve();
  const broken = preflightExport(connect(server).atlas, { ...input, exportBucketId: "b" });
  expect(await failureOf(broken)).toMatchObject({
    name: "RequestValidationError",
    violations: [{ field: "exportBucketId" }],
  });
});

test("a signal ends it", async () => {
  await using server = await serve({ jobs: "silence" });
  const controller = new AbortController();
  const running = preflightExport(connect(server).atlas, input, { signal: controller.signal });
  await server.received(3);
  controller.abort("enough");
  expect(await failureOf(running)).toBe("enough");
});

test("a switch over the kinds of problems can be complete", () => {
  expectTypeOf<PreflightProblem["kind"]>().toEqualTypeOf<
    | "project-not-found"
    | "cluster-not-found"
    | "snapshot-not-found"
    | "bucket-not-found"
    | "snapshot-not-completed"
    | "snapshot-is-fallback"
    | "export-active"
    | "not-permitted"
    | "refused"
  >();
});
