import { examples } from "@atlas-snapshot-export/spec/examples";
import { expect, test } from "vitest";
import { call as callPlainly, GROUP_ID, JOBS, ORDER, type Reply, signIn, VERSIONED } from "../test/call.ts";
import { type JobExample, startMock } from "./index.ts";

// What 756 recorded exchanges of the live service have in common: the mock responds so, and so do the examples.

const CLUSTER = { groupId: GROUP_ID, clusterName: "orders-prod" };
const CLUSTER_URL = `https://cloud.mongodb.com/api/atlas/v2/groups/${GROUP_ID}/clusters/orders-prod`;
const SNAPSHOTS = JOBS.replace(/exports$/, "snapshots");
const BUCKETS = `/api/atlas/v2/groups/${GROUP_ID}/backup/exportBuckets`;
const BUCKETS_VERSION = { accept: "application/vnd.atlas.2024-05-30+json" };

// The tests read bodies of every shape.
// biome-ignore lint/suspicious/noExplicitAny: a test fails where a property is not there
type Body = any;

const { createBackupExportJob, getBackupExportJob, listBackupExportJobs } = examples;
const jobExamples: [string, Body][] = [
  ...named("create", createBackupExportJob.responses[200]),
  ...named("get", getBackupExportJob.responses[200]),
  ...listed("list", listBackupExportJobs.responses[200]),
];
const snapshotExamples: [string, Body][] = [
  ...named("get", examples.getReplicaSetBackup.responses[200]),
  ...listed("list", examples.listReplicaSetBackups.responses[200]),
  ...named("get sharded", examples.getShardedClusterBackup.responses[200]),
  ...listed("list sharded", examples.listShardedClusterBackups.responses[200]),
];

function named(source: string, bodies: Readonly<Record<string, unknown>>): [string, Body][] {
  return Object.entries(bodies).map(([name, body]) => [`${source} › ${name}`, body]);
}

function listed(
  source: string,
  lists: Readonly<Record<string, { results: readonly unknown[] }>>,
): [string, Body][] {
  return Object.entries(lists).flatMap(([name, { results }]) =>
    results.map((body, index): [string, Body] => [`${source} › ${name} › ${index}`, body]),
  );
}

/** A job in each state that the examples have, by each way in which a client reads it. */
async function jobsOnTheWire(): Promise<[string, Body][]> {
  await using mock = await startMock();
  const call = await signIn(mock);
  const states = Object.keys(getBackupExportJob.responses[200]) as JobExample[];
  const ids = states.map((example) => mock.addJob({ ...CLUSTER, ...ORDER, scenario: [{ example }] }).id);
  const order = { ...ORDER, snapshotId: examples.getReplicaSetBackup.responses[200].weekly.id };
  const created = (await call(JOBS, { json: order })).body;
  const read = await Promise.all(ids.map(async (id) => (await call(`${JOBS}/${id}`)).body));
  const { results } = (await call(JOBS)).body;
  expect(results).toHaveLength(states.length + 1);
  return [["created", created], ...read.map(toEntry("read")), ...results.map(toEntry("listed"))];
}

async function snapshotsOnTheWire(): Promise<[string, Body][]> {
  await using mock = await startMock();
  const call = await signIn(mock);
  const read = async (item: string, all: object) =>
    Promise.all(Object.values(all).map(async ({ id }) => (await call(`${SNAPSHOTS}${item}/${id}`)).body));
  return [
    ...(await call(SNAPSHOTS)).body.results.map(toEntry("listed")),
    ...(await call(`${SNAPSHOTS}/shardedClusters`)).body.results.map(toEntry("listed sharded")),
    ...(await read("", examples.getReplicaSetBackup.responses[200])).map(toEntry("read")),
    ...(await read("/shardedCluster", examples.getShardedClusterBackup.responses[200])).map(
      toEntry("read sharded"),
    ),
  ];
}

function toEntry(source: string): (body: Body, index: number) => [string, Body] {
  return (body, index) => [`${source} ${index}`, body];
}

const jobs = [...jobExamples, ...(await jobsOnTheWire())];
const snapshots = [...snapshotExamples, ...(await snapshotsOnTheWire())];

test.each(jobs)("a job has no links: %s", (_, job) => {
  expect(job).not.toHaveProperty("links");
});

test.each(jobs)("the counters of a job stay 0 in every state: %s", (_, { exportStatus }) => {
  expect(exportStatus).toEqual({ exportedCollections: 0, totalCollections: 0 });
});

test.each(jobs)("a job has a list of custom data: %s", (_, { customData }) => {
  expect(customData).toEqual(expect.any(Array));
});

const taken = new Map(snapshotExamples.map(([, { id, createdAt }]) => [id, createdAt]));

test.each(jobs)("a prefix ends with the minute of the snapshot and the second of the job: %s", (_, job) => {
  const [year, month, day, hour, minute] = taken.get(job.snapshotId).split(/[-T:]/);
  const second = Date.parse(job.createdAt) / 1000;
  expect(job.prefix).toBe(
    `exported_snapshots/65f0c19e2ab7d4c3e8816f03/${GROUP_ID}/orders-prod/${year}-${month}-${day}T${hour}${minute}/${second}`,
  );
});

test("the examples' successful runs took 14 to 33 minutes", () => {
  const successes = jobExamples.filter(([, { state }]) => state === "Successful");
  expect(successes.length).toBeGreaterThan(0);
  for (const [, { createdAt, finishedAt }] of successes) {
    const minutes = (Date.parse(finishedAt) - Date.parse(createdAt)) / 60_000;
    expect(minutes).toBeGreaterThanOrEqual(14);
    expect(minutes).toBeLessThanOrEqual(33);
  }
});

const [unfinished, others] = [true, false].map((isUnfinished) =>
  snapshots.filter(([, { status }]) => ["queued", "inProgress"].includes(status) === isUnfinished),
) as [typeof snapshots, typeof snapshots];

test.each(unfinished)(
  "a queued or running snapshot has no creation time, size or policy items yet: %s",
  (_, snapshot) => {
    expect(snapshot).not.toHaveProperty("createdAt");
    expect(snapshot).toMatchObject({
      storageSizeBytes: 0,
      copyRegions: [],
      policyItems: [],
      expiresAt: expect.any(String),
    });
  },
);

test("a queued snapshot has neither cloud nor version", () => {
  const queued = snapshots.filter(([, { status }]) => status === "queued");
  expect(queued.length).toBeGreaterThan(0);
  for (const [, snapshot] of queued) {
    expect(snapshot).not.toHaveProperty("cloudProvider");
    expect(snapshot).not.toHaveProperty("mongodVersion");
  }
});

test.each(others.filter(([, { status }]) => status === "completed"))(
  "a snapshot was created minutes after the time in its id: %s",
  (_, { id, createdAt }) => {
    const requestedMs = Number.parseInt(id.slice(0, 8), 16) * 1000;
    expect(Date.parse(createdAt)).toBeGreaterThan(requestedMs + 60_000);
  },
);

test.each(snapshots.filter(([, { snapshotType }]) => snapshotType === "onDemand"))(
  "a snapshot taken on demand has the frequency ondemand: %s",
  (_, { frequencyType }) => expect(frequencyType).toBe("ondemand"),
);

test.each(snapshots)("a snapshot has links to itself and to its cluster: %s", (_, { id, type, links }) => {
  const folder = type === "shardedCluster" ? "snapshots/shardedCluster" : "snapshots";
  expect(links).toEqual([
    { rel: "self", href: `${CLUSTER_URL}/backup/${folder}/${id}` },
    { rel: "https://cloud.mongodb.com/cluster", href: CLUSTER_URL },
  ]);
});

test.each(snapshots.filter(([, { type }]) => type === "replicaSet"))(
  "a replica set has the name of its cluster: %s",
  (_, { replicaSetName }) => expect(replicaSetName).toBe("orders-prod"),
);

test("a new export bucket has no region and no links, and states that private networking is off", async () => {
  const example = examples.getExportBucket.responses[200].awsNew;
  await using mock = await startMock();
  const { body } = await (await signIn(mock))(`${BUCKETS}/${example._id}`, { headers: BUCKETS_VERSION });
  for (const bucket of [example, body]) {
    expect(bucket).not.toHaveProperty("region");
    expect(bucket).not.toHaveProperty("links");
    expect(bucket).toMatchObject({ requirePrivateNetworking: false });
  }
});

test("a created job comes with 200 in the versioned media type, without a Location", async () => {
  await using mock = await startMock();
  const { status, headers, body } = await (await signIn(mock))(JOBS, { json: ORDER });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe(`${VERSIONED};charset=utf-8`);
  expect(headers.get("location")).toBeNull();
  expect(body.customData).toEqual([]);
});

const UNAUTHORIZED = `{
  "error": 401,
  "reason": "Unauthorized",
  "detail": "You are not authorized for this resource.",
  "errorCode": "UNEXPECTED_ERROR"
}`;

test.each(["", "?envelope=true", "?pretty=false"])(
  "a 401 of a query %j is the one indented body",
  async (query) => {
    await using mock = await startMock();
    const { status, text, headers } = await callPlainly(mock, JOBS + query);
    expect(status).toBe(401);
    expect(text).toBe(UNAUTHORIZED);
    for (const name of ["x-error-code", "ratelimit-limit", "ratelimit-remaining", "vary"])
      expect(headers.get(name), name).toBeNull();
    expect(headers.get("www-authenticate")).toMatch(
      /^Digest realm="MMS Public API", domain="", nonce="[^"]+", algorithm=MD5, qop="auth", stale=false$/,
    );
  },
);

test("the 401 of the examples has the same fields", () => {
  for (const { responses } of Object.values(examples))
    expect(responses[401].unauthorized).toEqual(JSON.parse(UNAUTHORIZED));
});

test.each<[string, (at: Awaited<ReturnType<typeof signIn>>) => Promise<Reply>]>([
  ["400 INVALID_ATTRIBUTE", (call) => call(JOBS, { json: { ...ORDER, snapshotId: "short" } })],
  ["404 RESOURCE_NOT_FOUND", (call) => call(`${JOBS}/${"b".repeat(24)}`)],
  ["404 SNAPSHOT_NOT_FOUND", (call) => call(`${SNAPSHOTS}/${"b".repeat(24)}`)],
  ["409 SNAPSHOT_EXPORT_ALREADY_ACTIVE", (call) => call(JOBS, { json: ORDER })],
  ["403 USER_UNAUTHORIZED", (call) => call(JOBS, { headers: { prefer: "code=403" } })],
  ["429 RATE_LIMITED", (call) => call(JOBS, { headers: { prefer: "code=429" } })],
  ["500 UNEXPECTED_ERROR", (call) => call(JOBS, { headers: { prefer: "code=500" } })],
])("%s is compact, and has its code and the rate limit in headers", async (error, provoke) => {
  await using mock = await startMock();
  mock.addJob({ ...CLUSTER, ...ORDER });
  const { status, headers, text, body } = await provoke(await signIn(mock));
  expect(`${status} ${headers.get("x-error-code")}`).toBe(error);
  expect(headers.get("vary")).toBe("Accept-Encoding");
  expect(headers.get("ratelimit-limit")).toMatch(/^\d+$/);
  expect(headers.get("ratelimit-remaining")).toMatch(/^\d+$/);
  expect(text).toBe(JSON.stringify(body));
  expect(mock.requests.at(-1)?.violations.output).toEqual([]);
});

test("what is not found is named by its kind and id", async () => {
  await using mock = await startMock();
  const id = "b".repeat(24);
  const { body } = await (await signIn(mock))(`${JOBS}/${id}`);
  const { detail, parameters } = getBackupExportJob.responses[404].exportJobNotFound;
  expect(detail).toBe(`Cannot find resource ${parameters[0]}.`);
  expect(parameters).toEqual([expect.stringMatching(/^[a-z ]+ with id [a-f0-9]{24}$/)]);
  expect(body).toMatchObject({
    errorCode: "RESOURCE_NOT_FOUND",
    detail: `Cannot find resource export job with id ${id}.`,
    parameters: [`export job with id ${id}`],
  });
});

test("a list's links have their query in the live service's order", async () => {
  const lists: Body[] = [
    ...Object.values(listBackupExportJobs.responses[200]),
    ...Object.values(examples.listReplicaSetBackups.responses[200]),
    ...Object.values(examples.listExportBuckets.responses[200]),
  ];
  await using mock = await startMock();
  const call = await signIn(mock);
  for (const _ of [1, 2]) mock.addJob({ ...CLUSTER, ...ORDER, scenario: [{ example: "failed" }] });
  lists.push((await call(`${JOBS}?itemsPerPage=1`)).body, (await call(`${SNAPSHOTS}?itemsPerPage=1`)).body);
  const queries = {
    self: ["includeCount", "pageNum", "itemsPerPage"],
    next: ["includeCount", "itemsPerPage", "pageNum"],
  };
  const links = lists.flatMap(({ links }) => links);
  expect(new Set(links.map(({ rel }) => rel))).toEqual(new Set(["self", "next"]));
  for (const { rel, href } of links)
    expect([...new URL(href).searchParams.keys()]).toEqual(queries[rel as keyof typeof queries]);
});
