// What the mock promises of export jobs: those that were made are the ones that are read, and they move with the clock.
import { type Mock, type MockOptions, startMock, testClock } from "@atlas-snapshot-export/mock";
import { describe, expect, onTestFinished, test } from "vitest";
import { definition, type Operation } from "./definition.ts";
import {
  expectStatus,
  type RawAnswer,
  type RawRequest,
  signedExchange,
  soundRequest,
} from "./mock-exchange.ts";

const create = operationOf("createBackupExportJob");
const read = operationOf("getBackupExportJob");
const list = operationOf("listBackupExportJobs");

const creation = soundRequest(create);
/** Another bucket and another snapshot than those of the examples that the mock answers with. */
const order = { exportBucketId: "66b1f0a97c3d5e2148fa0b93", snapshotId: "6adec80e5b8a4f2e917d39f1" };

/** The first time of the test clock, in seconds. */
const CREATED_AT = "2026-11-02T03:41:07Z";

function operationOf(id: string): Operation {
  const operation = definition.operations.find(({ operationId }) => operationId === id);
  if (operation === undefined) throw new Error(`The definition has no operation ${id}.`);
  return operation;
}

async function start(options: MockOptions = {}) {
  const clock = testClock({ isManual: true });
  const mock = await startMock({ clock, ...options });
  onTestFinished(() => mock.close());
  return { clock, mock };
}

async function createJob(mock: Mock, snapshotId: string = order.snapshotId): Promise<RawAnswer> {
  return signedExchange(mock, { ...creation, body: JSON.stringify({ ...order, snapshotId }) });
}

const bodyOf = (answer: RawAnswer) => Object(answer.body);

async function readJob(mock: Mock, id: string) {
  return signedExchange(mock, jobRequest(id));
}

function jobRequest(id: string): RawRequest {
  const { path, ...request } = soundRequest(read);
  return { ...request, path: path.replace(/[^/]+$/, id) };
}

/** An id whose first four bytes are a second of November 2026. */
const snapshotId = (index: number) => `6ae802d6${String(index).padStart(16, "0")}`;

/** A created job, field by field. */
function expectJob(body: object): void {
  expect(body, "the body of the job").toMatchObject({
    id: expect.stringMatching(/^[a-f0-9]{24}$/),
    exportBucketId: order.exportBucketId,
    snapshotId: order.snapshotId,
    customData: [],
    createdAt: CREATED_AT,
    // The project, the cluster, the minute of the snapshot's createdAt and the second of the creation.
    prefix: expect.stringMatching(
      /^exported_snapshots\/[a-f0-9]{24}\/65f0c2a84d1b3e7a9c5d2f10\/orders-prod\/2026-10-26T0332\/1793590867$/,
    ),
  });
  expect(body, "the body of the job").not.toHaveProperty("links");
}

describe("createBackupExportJob", () => {
  test("answers with the job that it made", async () => {
    const { mock } = await start();
    const answer = await createJob(mock);
    expectStatus(answer, 200, "the status");
    expect(bodyOf(answer).state, "the state").toBe("Queued");
    expectJob(bodyOf(answer));
    expect(mock.jobs).toMatchObject([{ id: bodyOf(answer).id }]);
  });

  test("is created now, where the clock is the system's", async () => {
    const mock = await startMock();
    onTestFinished(() => mock.close());
    const { createdAt } = bodyOf(await createJob(mock));
    const agoMs = Date.now() - Date.parse(createdAt);
    expect(agoMs, "the time since its creation, by the clock").toBeGreaterThanOrEqual(0);
    expect(agoMs, "the time since its creation, by the clock").toBeLessThan(600_000);
  });

  test("puts the custom data into the job", async () => {
    const { mock } = await start();
    const customData = [{ key: "ticket", value: "AUDIT-2041" }];
    const body = JSON.stringify({ ...order, customData });
    expect(bodyOf(await signedExchange(mock, { ...creation, body })).customData).toEqual(customData);
  });

  test("of the same snapshot is a 409 that names it, until the first one is done", async () => {
    const { mock, clock } = await start();
    await createJob(mock);
    const refused = await createJob(mock);
    expectStatus(refused, 409, "the status of the second");
    expect(refused.body, "the body of the refusal").toMatchObject({
      error: 409,
      detail: expect.stringContaining(order.snapshotId),
      parameters: [order.snapshotId],
    });
    await clock.advance(3_000);
    expectStatus(await createJob(mock), 200, "the status after the first");
  });
});

describe("getBackupExportJob", () => {
  test("reads the job that was made, queued for a second, at work for two, then done", async () => {
    const { mock, clock } = await start();
    const { id } = bodyOf(await createJob(mock));
    for (const [state, forMs] of [
      ["Queued", 1_000],
      ["InProgress", 2_000],
      ["Successful", 60_000],
    ] as const) {
      const job = bodyOf(await readJob(mock, id));
      expect(job.state, "the state").toBe(state);
      expectJob(job);
      expect(job.finishedAt, "the time of its end").toBe(
        state === "Successful" ? "2026-11-02T03:41:10Z" : undefined,
      );
      await clock.advance(forMs);
    }
  });

  test("is a 404 that names the id in a cluster that has no such job", async () => {
    const clusters = [{ groupId: "65f0c2a84d1b3e7a9c5d2f10", clusterName: "orders-test" }];
    const { mock } = await start({ scenario: { clusters } });
    const { id } = bodyOf(await createJob(mock));
    const { path, ...request } = jobRequest(id);
    const answer = await signedExchange(mock, {
      ...request,
      path: path.replace("orders-prod", "orders-test"),
    });
    expectStatus(answer, 404, "the status");
    expect(answer.body).toMatchObject({
      detail: expect.stringContaining(id),
      parameters: [`export job with id ${id}`],
    });
  });
});

describe("listBackupExportJobs", () => {
  const page = (mock: Mock, query: string) => signedExchange(mock, { ...soundRequest(list), query });

  test("lists what was made, the newest first, on pages with their links and the count", async () => {
    const { mock, clock } = await start();
    const ids: string[] = [];
    for (const index of [1, 2, 3]) {
      ids.unshift(bodyOf(await createJob(mock, snapshotId(index))).id);
      await clock.advance(1_000);
    }
    const found = bodyOf(await page(mock, "itemsPerPage=2&pageNum=1"));
    const url = `${mock.url}${creation.path}?includeCount=true`;
    const self = (pageNum: number) => `${url}&pageNum=${pageNum}&itemsPerPage=2`;
    expect(found, "the body of the first page").toMatchObject({
      results: ids.slice(0, 2).map((id) => ({ id })),
      totalCount: 3,
      links: [
        { rel: "self", href: self(1) },
        { rel: "next", href: `${url}&itemsPerPage=2&pageNum=2` },
      ],
    });
    const last = bodyOf(await page(mock, "itemsPerPage=2&pageNum=2"));
    expect(last, "the body of the last page").toMatchObject({
      results: [{ id: ids[2] }],
      totalCount: 3,
      links: [{ rel: "self", href: self(2) }],
    });
  });

  test("leaves the count out when it is told to", async () => {
    const { mock } = await start();
    expect(bodyOf(await page(mock, "includeCount=false"))).not.toHaveProperty("totalCount");
  });
});
