import type { ExportJob } from "@atlas-snapshot-export/types";
import { describe, expect, test } from "vitest";
import { GROUP_ID, JOBS, ORDER, signIn } from "../test/call.ts";
import { systemClock } from "./clock.ts";
import { type MockOptions, startMock } from "./index.ts";

/** A second and a bit, to see that times go down to the second. */
const CREATED_MS = Date.UTC(2026, 10, 2, 3, 41, 7, 250);

const CLUSTER = { groupId: GROUP_ID, clusterName: "orders-prod" };

async function startAt(startMs: number, options: MockOptions = {}) {
  const clock = { nowMs: startMs };
  const mock = await startMock({
    ...options,
    clock: { ...systemClock, now: () => clock.nowMs, monotonicMs: () => clock.nowMs - startMs },
  });
  return { mock, clock, call: await signIn(mock), [Symbol.asyncDispose]: () => mock.close() };
}

describe("a created job", () => {
  test("is the definition's example with an identity of its own", async () => {
    await using at = await startAt(CREATED_MS);
    const customData = [{ key: "ticket", value: "AUDIT-2041" }];
    const { status, body, headers } = await at.call(JOBS, { json: { ...ORDER, customData } });
    expect(status).toBe(200);
    expect(headers.get("ratelimit-limit")).toBe("1200");
    expect(body).toEqual({
      id: expect.stringMatching(/^[a-f0-9]{24}$/),
      state: "Queued",
      exportStatus: { exportedCollections: 0, totalCollections: 0 },
      ...ORDER,
      // The snapshot's createdAt is 2026-11-02T03:33:41Z; 1793590867 seconds are 2026-11-02T03:41:07Z.
      prefix: `exported_snapshots/65f0c19e2ab7d4c3e8816f03/${GROUP_ID}/orders-prod/2026-11-02T0333/1793590867`,
      customData,
      createdAt: "2026-11-02T03:41:07Z",
    });
  });

  test("of a snapshot without a known creation has the minute of the snapshot's id in its prefix", async () => {
    await using at = await startAt(CREATED_MS);
    // 0x6906c0de seconds are 2025-11-02T02:24:30Z.
    const json = { ...ORDER, snapshotId: "6906c0de5b8a4f2e917d3a65" };
    expect((await at.call(JOBS, { json })).body.prefix).toContain("/orders-prod/2025-11-02T0224/");
  });

  test("has an empty list of custom data when none was sent", async () => {
    await using at = await startAt(CREATED_MS);
    expect((await at.call(JOBS, { json: ORDER })).body.customData).toEqual([]);
  });

  test("goes from Queued over InProgress to Successful by the mock's clock", async () => {
    await using at = await startAt(CREATED_MS);
    const { body: job } = await at.call(JOBS, { json: ORDER });
    const seen: [number, ExportJob["state"], string | undefined][] = [];
    for (const afterMs of [0, 999, 1000, 2999, 3000, 3_600_000]) {
      at.clock.nowMs = CREATED_MS + afterMs;
      const { body } = await at.call(`${JOBS}/${job.id}`);
      seen.push([afterMs, body.state, body.finishedAt]);
    }
    expect(seen).toEqual([
      [0, "Queued", undefined],
      [999, "Queued", undefined],
      [1000, "InProgress", undefined],
      [2999, "InProgress", undefined],
      [3000, "Successful", "2026-11-02T03:41:10Z"],
      // An hour later the token has expired.
      [3_600_000, undefined, undefined],
    ]);
  });

  test("follows the scenario, and a failed one has its reason and its end", async () => {
    const job = [{ example: "queued", forMs: 60_000 }, { example: "failed" }] as const;
    await using at = await startAt(CREATED_MS, { scenario: { job } });
    const { body: created } = await at.call(JOBS, { json: ORDER });
    at.clock.nowMs += 60_000;
    const { body } = await at.call(`${JOBS}/${created.id}`);
    expect(body).toMatchObject({
      id: created.id,
      prefix: created.prefix,
      state: "Failed",
      stateReason: { errorCode: "EXPORT_BUCKET_ACCESS_DENIED" },
      finishedAt: "2026-11-02T03:42:07Z",
    });
  });

  test.each([-3_600_000, 3_600_000])(
    "takes as long when the system clock is set by %d ms",
    async (stepMs) => {
      const clock = { wallMs: CREATED_MS, elapsedMs: 0 };
      await using mock = await startMock({
        clock: { ...systemClock, now: () => clock.wallMs, monotonicMs: () => clock.elapsedMs },
        scenario: { rateLimit: { requests: 4, windowMs: 60_000 } },
      });
      const call = await signIn(mock);
      const seeded = mock.addJob({ ...CLUSTER, ...ORDER, createdAtMs: CREATED_MS - 2000 });
      const states = async () => {
        const { body } = await call(JOBS);
        return body.results?.map(({ state }: ExportJob) => state);
      };
      expect(await states()).toEqual(["InProgress"]);
      clock.wallMs += stepMs;
      clock.elapsedMs += 999;
      expect(await states()).toEqual(["InProgress"]);
      clock.elapsedMs += 1;
      expect(await states()).toEqual(["Successful"]);
      expect(mock.jobs[0]).toMatchObject({ createdAt: seeded.createdAt, finishedAt: "2026-11-02T03:41:08Z" });
      // So does the window of a rate limit.
      clock.elapsedMs += 58_999;
      expect((await call(JOBS)).status).toBe(200);
      expect((await call(JOBS)).status).toBe(429);
      clock.elapsedMs += 1;
      expect((await call(JOBS)).status).toBe(200);
    },
  );

  test("is the same when it is read, in the list and in mock.jobs", async () => {
    await using at = await startAt(CREATED_MS);
    const { body: job } = await at.call(JOBS, { json: ORDER });
    at.clock.nowMs += 1500;
    const { body } = await at.call(`${JOBS}/${job.id}`);
    expect(body.state).toBe("InProgress");
    expect((await at.call(JOBS)).body.results).toEqual([body]);
    expect(at.mock.jobs).toEqual([body]);
  });

  test("belongs to its project and its cluster alone", async () => {
    const clusters = [
      { ...CLUSTER, clusterName: "orders-test" },
      { ...CLUSTER, groupId: "0".repeat(24) },
    ];
    await using at = await startAt(CREATED_MS, { scenario: { clusters } });
    const { body: job } = await at.call(JOBS, { json: ORDER });
    for (const { groupId, clusterName } of clusters) {
      const elsewhere = JOBS.replace(GROUP_ID, groupId).replace("orders-prod", clusterName);
      expect((await at.call(elsewhere)).body.results).toEqual([]);
      expect((await at.call(`${elsewhere}/${job.id}`)).status).toBe(404);
      expect((await at.call(elsewhere, { json: ORDER })).status).toBe(200);
    }
    expect(at.mock.jobs).toHaveLength(3);
  });

  test("is found by any spelling of its path", async () => {
    await using at = await startAt(CREATED_MS);
    await at.call(JOBS, { json: ORDER });
    const { body } = await at.call(JOBS.replace("orders-prod", "orders%2Dprod"));
    expect(body.results).toHaveLength(1);
  });
});

describe("a second export", () => {
  test("of the same snapshot is a 409 until the first one is final", async () => {
    await using at = await startAt(CREATED_MS);
    expect((await at.call(JOBS, { json: ORDER })).status).toBe(200);
    at.clock.nowMs = CREATED_MS + 2999;
    const { status, body } = await at.call(JOBS, { json: ORDER });
    expect(status).toBe(409);
    expect(body).toMatchObject({ error: 409, errorCode: "SNAPSHOT_EXPORT_ALREADY_ACTIVE" });
    expect(at.mock.jobs).toHaveLength(1);
    at.clock.nowMs = CREATED_MS + 3000;
    expect((await at.call(JOBS, { json: ORDER })).status).toBe(200);
    expect(at.mock.jobs).toHaveLength(2);
  });

  test.each(["failed", "cancelled", "successful"] as const)("may follow one that is %s", async (example) => {
    await using at = await startAt(CREATED_MS, { scenario: { job: [{ example }] } });
    await at.call(JOBS, { json: ORDER });
    expect((await at.call(JOBS, { json: ORDER })).status).toBe(200);
  });

  test("of another snapshot is free to go", async () => {
    await using at = await startAt(CREATED_MS);
    await at.call(JOBS, { json: ORDER });
    const json = { ...ORDER, snapshotId: "6906c0de5b8a4f2e917d3a65" };
    expect((await at.call(JOBS, { json })).status).toBe(200);
  });

  test("that comes at the same moment is refused: one of many wins", async () => {
    await using at = await startAt(CREATED_MS);
    const replies = await Promise.all(Array.from({ length: 8 }, () => at.call(JOBS, { json: ORDER })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    expect(at.mock.jobs).toHaveLength(1);
  });

  test("names the snapshot of the request in its error", async () => {
    await using at = await startAt(CREATED_MS);
    const json = { ...ORDER, snapshotId: "aaaaaaaaaaaaaaaaaaaaaaaa" };
    await at.call(JOBS, { json });
    const { body } = await at.call(JOBS, { json });
    expect(body.parameters).toEqual([json.snapshotId]);
    expect(body.detail).toBe("The snapshot aaaaaaaaaaaaaaaaaaaaaaaa already has an active export.");
  });
});

test("an unknown job is a 404 that names it", async () => {
  await using at = await startAt(CREATED_MS);
  const { status, body } = await at.call(`${JOBS}/${"b".repeat(24)}`);
  expect(status).toBe(404);
  const parameters = [`export job with id ${"b".repeat(24)}`];
  expect(body).toMatchObject({ error: 404, errorCode: "RESOURCE_NOT_FOUND", parameters });
});

describe("the list", () => {
  async function startWithFive() {
    const at = await startAt(CREATED_MS);
    const scenario = [{ example: "successful" }] as const;
    for (const index of [1, 2, 3, 4, 5]) {
      at.mock.addJob({ ...CLUSTER, ...ORDER, scenario, createdAtMs: CREATED_MS - index * 86_400_000 });
    }
    return at;
  }

  test("has the newest first", async () => {
    await using at = await startWithFive();
    const { body } = await at.call(JOBS);
    expect(body.results.map((job: ExportJob) => job.createdAt?.slice(0, 10))).toEqual([
      "2026-11-01",
      "2026-10-31",
      "2026-10-30",
      "2026-10-29",
      "2026-10-28",
    ]);
    expect(body.totalCount).toBe(5);
  });

  test("has the last created first among those of the same millisecond", async () => {
    await using at = await startAt(CREATED_MS);
    const created = [1, 2, 3].map(() => at.mock.addJob({ ...CLUSTER, ...ORDER }).id);
    const { body } = await at.call(JOBS);
    expect(body.results.map(({ id }: ExportJob) => id)).toEqual(created.reverse());
  });

  test("is cut into pages, each with a link to itself and to the next while there is one", async () => {
    await using at = await startWithFive();
    const page = (pageNum: number): string => `${JOBS}?includeCount=true&pageNum=${pageNum}&itemsPerPage=2`;
    const next = (pageNum: number): string => `${JOBS}?includeCount=true&itemsPerPage=2&pageNum=${pageNum}`;
    const lengths: number[] = [];
    for (const pageNum of [1, 2, 3]) {
      const { body } = await at.call(page(pageNum));
      lengths.push(body.results.length);
      expect(body.totalCount).toBe(5);
      expect(body.links).toEqual([
        { rel: "self", href: at.mock.url + page(pageNum) },
        ...(pageNum < 3 ? [{ rel: "next", href: at.mock.url + next(pageNum + 1) }] : []),
      ]);
    }
    expect(lengths).toEqual([2, 2, 1]);
    expect((await at.call(page(4))).body.results).toEqual([]);
  });

  test("ends without a next link when its last page is full", async () => {
    await using at = await startWithFive();
    const { body } = await at.call(`${JOBS}?itemsPerPage=5`);
    expect(body.links.map(({ rel }: { rel: string }) => rel)).toEqual(["self"]);
  });

  test("leaves the count out when it is not wanted", async () => {
    await using at = await startWithFive();
    expect((await at.call(`${JOBS}?includeCount=false`)).body).not.toHaveProperty("totalCount");
  });
});

describe("addJob", () => {
  test("tells the job as it stands, and the server serves it so", async () => {
    await using at = await startAt(CREATED_MS);
    const scenario = [{ example: "inProgress" }] as const;
    const job = at.mock.addJob({ ...CLUSTER, ...ORDER, scenario });
    expect(job.state).toBe("InProgress");
    expect((await at.call(`${JOBS}/${job.id}`)).body).toEqual(job);
    expect((await at.call(JOBS, { json: ORDER })).status).toBe(409);
  });

  test("refuses a scenario that cannot be played", async () => {
    await using at = await startAt(CREATED_MS);
    const scenario = [{ example: "exploded" }] as never;
    expect(() => at.mock.addJob({ ...CLUSTER, ...ORDER, scenario })).toThrow("has the example exploded");
    expect(at.mock.jobs).toEqual([]);
  });

  test.each([
    [Number.NaN, "NaN"],
    [Number.POSITIVE_INFINITY, "Infinity"],
    ["2026-11-02", "'2026-11-02'"],
  ])("refuses %s as the time of creation", async (createdAtMs, shown) => {
    await using at = await startAt(CREATED_MS);
    const seed = { ...CLUSTER, ...ORDER, createdAtMs: createdAtMs as number };
    const message = `createdAtMs is ${shown}; it takes a number from 0 to 253402300799000.`;
    expect(() => at.mock.addJob(seed)).toThrow(new TypeError(message));
    expect(at.mock.jobs).toEqual([]);
  });

  test.each<[object, string]>([
    [{ snapshotId: undefined }, "snapshotId is undefined; it takes a text that matches ^([a-f0-9]{24})$."],
    [{ snapshotId: "6AE802D65B8A4F2E917D3A64" }, "snapshotId is '6AE802D65B8A4F2E917D3A64'; it takes a text"],
    [{ exportBucketId: 7 }, "exportBucketId is 7; it takes a text that matches ^([a-f0-9]{24})$."],
    [{ groupId: "orders" }, "groupId is 'orders'; it takes a text that matches ^([a-f0-9]{24})$."],
    [
      { clusterName: "orders prod" },
      "clusterName is 'orders prod'; it takes a text that matches ^[a-zA-Z0-9][a-zA-Z0-9-]*$, of at most 64 characters.",
    ],
    [{ clusterName: "o".repeat(65) }, "of at most 64 characters."],
    [{ customData: { key: "ticket" } }, "customData is { key: 'ticket' }; it takes a list."],
    [{ customData: [{ value: 2041 }] }, "customData[0].value is 2041; it takes a text."],
    [{ customData: [null] }, "customData[0] is null; it takes an object."],
    [
      { customData: [{ name: "ticket" }] },
      "Unknown field `name` of customData[0]. Expected one of: key, value.",
    ],
    [
      { state: "Failed" },
      "Unknown field `state` of the job. Expected one of: groupId, clusterName, snapshotId,",
    ],
    [{ scenario: "failed" }, "scenario is 'failed'; it takes a list."],
    [{ scenario: [{ example: "failed", forMs: 5 }] }, "scenario[0] is the last and stays for ever"],
  ])("refuses %j, which no request could have made, and keeps none of it", async (fields, message) => {
    await using at = await startAt(CREATED_MS);
    const add = () => at.mock.addJob({ ...CLUSTER, ...ORDER, ...fields });
    expect(add).toThrow(TypeError);
    expect(add).toThrow(message);
    expect(at.mock.jobs).toEqual([]);
  });

  test("takes what is undefined as left out", async () => {
    await using at = await startAt(CREATED_MS);
    const nothing = { customData: undefined, createdAtMs: undefined, scenario: undefined } as object;
    const job = at.mock.addJob({ ...CLUSTER, ...ORDER, ...nothing });
    expect(job).toMatchObject({ state: "Queued", customData: [], createdAt: "2026-11-02T03:41:07Z" });
  });
});
