// What the mock promises to the tests of users: the client under scenarios, by the server and by MSW alike.
import {
  type AtlasClientOptions,
  apiKey,
  bucketUri,
  createAtlasClient,
  createExportJob,
  exportSnapshot,
  findLatestSnapshot,
  isAtlasApiError,
  isExportWaitError,
  listExportBuckets,
  paginate,
  preflightExport,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import {
  type Credentials,
  type Observable,
  type Scenario,
  startMock,
  type TestClock,
  testClock,
} from "@atlas-snapshot-export/mock";
import { createMock } from "@atlas-snapshot-export/mock/msw";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { type SetupServer, setupServer } from "msw/node";
import { describe, expect, onTestFinished, test } from "vitest";

const minute = 60_000;

const { groupId, clusterName } = definition.components.parameters;
const request = {
  groupId: groupId.example,
  clusterName: clusterName.example,
  ...examples.createBackupExportJob.requests.minimal,
};

interface Options {
  scenario?: Scenario;
  clock: TestClock;
}

async function server(options: Options): Promise<Observable> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

async function msw(options: Options): Promise<Observable> {
  const mock = await createMock(options);
  const interceptor: SetupServer = setupServer(...mock.handlers);
  interceptor.listen({ onUnhandledFrame: "error" });
  onTestFinished(() => interceptor.close());
  return mock;
}

describe.each([
  { name: "the server", start: server },
  { name: "MSW", start: msw },
])("with $name", ({ start }) => {
  async function connect(
    scenario: Scenario,
    options: Partial<AtlasClientOptions> = {},
    signIn: (credentials: Credentials) => AtlasClientOptions["auth"] = serviceAccount,
  ) {
    const clock = testClock();
    const mock = await start({ scenario, clock });
    const auth = signIn(mock.credentials);
    const { fetch } = clock;
    const wired = { auth, baseUrl: mock.url, clock, fetch, random: () => 1 };
    const atlas = createAtlasClient({ ...wired, ...options });
    return { mock, clock, atlas };
  }

  test("an export of half an hour takes no time on a clock that client and mock share", async () => {
    const startedAt = performance.now();
    const { mock, clock, atlas } = await connect({
      job: [
        { example: "queued", forMs: 3 * minute },
        { example: "inProgress", forMs: 27 * minute },
        { example: "successful" },
      ],
    });
    const begunAt = clock.now();
    const states: (string | undefined)[] = [];
    const { outcome } = await exportSnapshot(atlas, request, {
      onProgress: ({ state }) => states.push(state),
    });
    expect(outcome).toBe("successful");
    expect([...new Set(states)]).toEqual(["Queued", "InProgress", "Successful"]);
    expect(mock.jobs.map(({ state }) => state)).toEqual(["Successful"]);
    expect(clock.now() - begunAt).toBeGreaterThanOrEqual(30 * minute);
    expect(clock.now() - begunAt).toBeLessThan(32 * minute);
    expect(performance.now() - startedAt).toBeLessThan(minute);
  }, 60_000);

  test("a credential that may create but not read leaves a job, and is told that it lacks a role", async () => {
    const { mock, atlas } = await connect({ roles: ["Project Backup Export Operator"] });
    const error: unknown = await exportSnapshot(atlas, request).catch((thrown: unknown) => thrown);
    const { cause, reference } = isExportWaitError(error) ? error : {};
    expect(reference?.exportId).toBe(mock.jobs[0]?.id);
    expect(isAtlasApiError(cause) && [cause.status, cause.errorCode]).toEqual([
      403,
      examples.getBackupExportJob.responses[403].missingRole.errorCode,
    ]);
    expect(mock.jobs).toHaveLength(1);
  });

  test("the newest snapshot that can be exported is the one of the examples, and nothing stands in its way", async () => {
    const { atlas } = await connect({});
    const latest = await findLatestSnapshot(atlas, request);
    expect(latest).toMatchObject({ id: request.snapshotId, status: "completed" });
    expect(await preflightExport(atlas, request)).toMatchObject({
      snapshot: { id: request.snapshotId },
      bucket: { _id: request.exportBucketId },
      problems: [],
    });
  });

  test("an export at work stands in the way of another one, until it is done", async () => {
    const { atlas, clock } = await connect({
      job: [{ example: "inProgress", forMs: 20 * minute }, { example: "successful" }],
    });
    const { reference } = await createExportJob(atlas, request);
    const { activeJob, problems } = await preflightExport(atlas, request);
    expect(activeJob?.id).toBe(reference.exportId);
    expect(problems.map(({ kind }) => kind)).toEqual(["export-active"]);
    await clock.advance(20 * minute);
    expect((await preflightExport(atlas, request)).problems).toEqual([]);
  });

  test("what is no snapshot and no bucket of the examples is not there", async () => {
    const { atlas } = await connect({});
    const unknown = "0123456789abcdef01234567";
    const { problems } = await preflightExport(atlas, {
      ...request,
      snapshotId: unknown,
      exportBucketId: unknown,
    });
    expect(problems.map(({ kind }) => kind)).toEqual(["snapshot-not-found", "bucket-not-found"]);
  });

  test("a sharded cluster's newest snapshot is found, read and exported like any other", async () => {
    const { atlas } = await connect({
      answers: [{ on: "listReplicaSetBackups", status: 200, example: "none" }],
    });
    const { id: snapshotId = "" } = (await findLatestSnapshot(atlas, request)) ?? {};
    expect(snapshotId).toBe(examples.getShardedClusterBackup.responses[200].completed.id);
    expect((await preflightExport(atlas, { ...request, snapshotId })).problems).toEqual([]);
    expect((await exportSnapshot(atlas, { ...request, snapshotId })).outcome).toBe("successful");
  });

  test("a credential that may create but not read is told so beforehand", async () => {
    const { atlas } = await connect({ roles: ["Project Backup Export Operator"] });
    const { problems } = await preflightExport(atlas, request);
    expect(problems).toMatchObject([
      { kind: "not-permitted", subject: "snapshot" },
      { kind: "not-permitted", subject: "bucket" },
      { kind: "not-permitted", subject: "jobs" },
    ]);
  });

  test("buckets of all clouds come page by page, each with its address", async () => {
    const { mock, atlas } = await connect({});
    const addresses: (string | undefined)[] = [];
    for await (const bucket of paginate(atlas, listExportBuckets, {
      groupId: request.groupId,
      itemsPerPage: 1,
    })) {
      addresses.push(bucketUri(bucket, "/a/b"));
    }
    expect(addresses).toEqual([
      "s3://acme-atlas-exports/a/b",
      "https://acmebackups.blob.core.windows.net/atlas-exports/a/b",
      "gs://acme-atlas-archive/a/b",
    ]);
    expect(mock.requests.filter(({ operationId }) => operationId === "listExportBuckets")).toHaveLength(3);
  });

  test("an API key signs in too", async () => {
    const { mock, atlas } = await connect({}, {}, apiKey);
    expect((await exportSnapshot(atlas, request)).outcome).toBe("successful");
    expect(mock.requests[0]?.status).toBe(401);
  });

  test("a rate limit is waited out for as long as it says", async () => {
    const delays: number[] = [];
    const { clock, atlas } = await connect(
      { rateLimit: { requests: 1, windowMs: 42_000 }, job: [{ example: "successful" }] },
      { hooks: { onRetry: ({ delayMs }) => delays.push(delayMs) } },
    );
    const begunAt = clock.now();
    expect((await exportSnapshot(atlas, request)).outcome).toBe("successful");
    expect(delays[0]).toBeGreaterThanOrEqual(42_000);
    expect(clock.now() - begunAt).toBeGreaterThanOrEqual(42_000);
  });

  test.each(["cutAfter", "cutInBody", "silentAfter", "internalErrorAfter", "truncatedJson"] as const)(
    "%s after the creation makes no second job",
    async (kind) => {
      const { mock, atlas } = await connect({
        faults: [{ on: "createBackupExportJob", request: 1, kind }],
      });
      expect((await exportSnapshot(atlas, request)).outcome).toBe("successful");
      expect(mock.jobs).toHaveLength(1);
      expect(mock.requests.map(({ fault }) => fault).filter(Boolean)).toEqual([kind]);
    },
  );

  test("answers that come after the client's timeout are as good as lost", async () => {
    const { mock, atlas } = await connect(
      { latencyMs: { createBackupExportJob: 40_000 } },
      { timeoutMs: 30_000 },
    );
    expect((await exportSnapshot(atlas, request)).outcome).toBe("successful");
    expect(mock.jobs).toHaveLength(1);
  });

  test("an answer chosen by its name is what the client is told", async () => {
    const { mock, atlas } = await connect({
      answers: [{ on: "createBackupExportJob", status: 404, example: "exportBucketNotFound" }],
    });
    await expect(exportSnapshot(atlas, request)).rejects.toMatchObject({
      status: 404,
      errorCode: examples.createBackupExportJob.responses[404].exportBucketNotFound.errorCode,
    });
    expect(mock.jobs).toEqual([]);
  });
});
