import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { GROUP_ID, JOBS, ORDER, signIn } from "../test/call.ts";
import { type MockOptions, startMock } from "./index.ts";

const OTHER = { groupId: "a".repeat(24), clusterName: "billing" };
const SNAPSHOTS = JOBS.replace(/exports$/, "snapshots");

async function start(options: MockOptions = {}) {
  const mock = await startMock(options);
  const call = await signIn(mock);
  const get = (path: string) =>
    call(
      path,
      path.includes("exportBuckets") ? { headers: { accept: "application/vnd.atlas.2024-05-30+json" } } : {},
    );
  return { mock, call, get, [Symbol.asyncDispose]: () => mock.close() };
}

function inCluster(path: string, { groupId, clusterName } = OTHER): string {
  return path.replace(GROUP_ID, groupId).replace("orders-prod", clusterName);
}

/** Every path of the definition that is read, with the parameters' examples. */
const paths = Object.entries(definition.paths).flatMap(([template, item]) => {
  const { parameters } = definition.components;
  const sharded = template.includes("/shardedCluster/");
  const filled = template.replace(/\{(\w+)\}/g, (_, name: keyof typeof parameters) => {
    const own = sharded && name === "snapshotId" ? parameters.shardedClusterSnapshotId : parameters[name];
    return String(own.example);
  });
  return "get" in item ? [filled] : [];
});

describe.each(paths)("%s", (path) => {
  test("is a 404 in an unknown project, and names it", async () => {
    await using at = await start();
    const { status, body, headers } = await at.get(path.replace(GROUP_ID, OTHER.groupId));
    expect([status, headers.get("x-error-code")]).toEqual([404, "GROUP_NOT_FOUND"]);
    expect(body).toMatchObject({ error: 404, errorCode: "GROUP_NOT_FOUND", parameters: [OTHER.groupId] });
    expect(body.detail).toContain(OTHER.groupId);
  });

  test.runIf(path.includes("/clusters/"))("is a 404 of an unknown cluster, and names it", async () => {
    await using at = await start();
    const { status, body } = await at.get(path.replace("orders-prod", "orders-test"));
    expect(status).toBe(404);
    expect(body).toMatchObject({ errorCode: "CLUSTER_NOT_FOUND", parameters: ["orders-test", GROUP_ID] });
    expect(body.detail).toBe(`The project ${GROUP_ID} has no cluster orders-test.`);
  });

  test("speaks of a cluster that the scenario names, and of no other", async () => {
    await using at = await start({ scenario: { clusters: [OTHER] } });
    const { id } = at.mock.addJob({ ...OTHER, ...ORDER });
    const { status, text } = await at.get(inCluster(path).replace(/(?<=\/exports\/).*/, String(id)));
    expect(status).toBe(200);
    expect(text).not.toContain(GROUP_ID);
    expect(text).not.toContain("orders-prod");
  });
});

test("an export of an unknown cluster is a 404, and creates nothing", async () => {
  await using at = await start();
  const { status, body } = await at.call(inCluster(JOBS), { json: ORDER });
  expect([status, body.errorCode]).toEqual([404, "GROUP_NOT_FOUND"]);
  expect(at.mock.jobs).toEqual([]);
});

test("a cluster of another project is unknown in this one", async () => {
  await using at = await start({ scenario: { clusters: [OTHER] } });
  expect((await at.get(inCluster(JOBS))).status).toBe(200);
  const { body } = await at.get(inCluster(JOBS, { groupId: GROUP_ID, clusterName: OTHER.clusterName }));
  expect(body.errorCode).toBe("CLUSTER_NOT_FOUND");
  expect((await at.get(JOBS)).status).toBe(200);
});

test("a job that was added makes its cluster known", async () => {
  await using at = await start();
  at.mock.addJob({ ...OTHER, ...ORDER });
  expect((await at.get(inCluster(JOBS))).body.totalCount).toBe(1);
  expect((await at.get(inCluster(SNAPSHOTS))).status).toBe(200);
});

test("the replica set and the links of a snapshot are those of its cluster", async () => {
  await using at = await start({ scenario: { clusters: [OTHER] } });
  const { body } = await at.get(inCluster(`${SNAPSHOTS}/${ORDER.snapshotId}`));
  const cluster = inCluster(`https://cloud.mongodb.com${JOBS.replace("/backup/exports", "")}`);
  expect(body).toMatchObject({
    replicaSetName: "billing",
    links: [
      { rel: "self", href: `${cluster}/backup/snapshots/${ORDER.snapshotId}` },
      { rel: "https://cloud.mongodb.com/cluster", href: cluster },
    ],
  });
});

test("what a request or the scenario chooses is given in an unknown cluster, too", async () => {
  const answers = [{ on: "listReplicaSetBackups", status: 200, example: "none" }] as const;
  await using at = await start({ scenario: { answers } });
  expect((await at.get(inCluster(SNAPSHOTS))).status).toBe(200);
  const { status } = await at.call(inCluster(JOBS), { headers: { prefer: "example=none" } });
  expect(status).toBe(200);
});

test("without the check, every cluster exists", async () => {
  await using at = await start({ checkClusters: false });
  expect((await at.get(inCluster(JOBS))).body).toMatchObject({ results: [], totalCount: 0 });
  expect((await at.call(inCluster(JOBS), { json: ORDER })).status).toBe(200);
});

test("a definition whose parameters have no examples knows any cluster", async () => {
  const bare = structuredClone(definition);
  for (const name of ["groupId", "clusterName"] as const)
    Reflect.deleteProperty(bare.components.parameters[name], "example");
  await using at = await start({ definition: bare });
  expect((await at.get(inCluster(JOBS))).status).toBe(200);
});

test.each<[MockOptions, string]>([
  [{ checkClusters: "no" as never }, "checkClusters is 'no'; it takes true or false."],
  [{ scenario: { clusters: "billing" as never } }, "scenario.clusters is 'billing'; it takes a list."],
  [
    { scenario: { clusters: [{ ...OTHER, groupId: "x" }] } },
    "scenario.clusters[0].groupId is 'x'; it takes a text that",
  ],
  [
    { scenario: { clusters: [{ ...OTHER, clusterName: "" }] } },
    "scenario.clusters[0].clusterName is ''; it takes a text",
  ],
  [
    { scenario: { clusters: [{ name: "billing" } as never] } },
    "Unknown field `name` of scenario.clusters[0].",
  ],
])("%j is an error at start", async (options, message) => {
  await expect(startMock(options)).rejects.toThrow(message);
});
