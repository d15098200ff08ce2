import { createAtlasClient, serviceAccount } from "@atlas-snapshot-export/client";
import { type Mock, type Scenario, startMock, type TestClock, testClock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
import { type Done, exportMany, type ManyOptions } from "../many-exports/export-many.ts";
import { type RateLimit, withRateLimit } from "../many-exports/rate-limit.ts";
import type { Target } from "../many-exports/survey.ts";

const exportBucketId = "66b1f0a97c3d5e2148fa0b92";
const snapshotId = "6ae802d65b8a4f2e917d3a60";
const hourMs = 60 * 60_000;

/** Small enough that a run needs many minutes of it. */
const rateLimit: RateLimit = { capacity: 10, refillPerMinute: 15 };

/** So many clusters in each of so many projects. */
function targets(projects: number, clusters: number): Target[] {
  return Array.from({ length: projects * clusters }, (_, index) => ({
    groupId: (index % projects).toString(16).padStart(24, "a"),
    clusterName: `cluster-${index}`,
    exportBucketId,
  }));
}

interface World {
  clock: TestClock;
  mock: Mock;
  run: (targets: Target[], options?: Partial<ManyOptions>) => Promise<Done[]>;
}

async function world(scenario: Scenario, limit = rateLimit): Promise<World & AsyncDisposable> {
  const clock = testClock();
  // The clusters are the test's own, so the mock takes any.
  const mock = await startMock({ clock, scenario, checkClusters: false });
  return {
    clock,
    mock,
    run(targets, options) {
      // A client of its own for each run, as each process has.
      const auth = withRateLimit(serviceAccount(mock.credentials), limit);
      const atlas = createAtlasClient({ auth, baseUrl: mock.url, clock, fetch: clock.fetch });
      return exportMany(atlas, targets, { since: clock.now(), ...options });
    },
    [Symbol.asyncDispose]: () => mock.close(),
  };
}

const halfAnHour = [
  { example: "queued", forMs: 180_000 },
  { example: "inProgress", forMs: 1_620_000 },
  { example: "successful" },
] as const;

test("every cluster of every project is exported, and no project is asked more than its limit grants", async () => {
  // In no minute can there be more calls than a full bucket and what it gains meanwhile.
  const requests = rateLimit.capacity + rateLimit.refillPerMinute;
  await using service = await world({ job: halfAnHour, rateLimit: { requests, windowMs: 60_000 } });
  const all = targets(3, 8);
  const done = await service.run(all);
  expect(done.map(({ outcome }) => outcome)).toEqual(all.map(() => "successful"));
  expect(service.mock.jobs).toHaveLength(all.length);
  expect(service.mock.requests.filter(({ status }) => status === 429)).toEqual([]);
});

test("a project never has more exports at work than given", async () => {
  await using service = await world({ job: halfAnHour });
  let most = 0;
  await service.run(targets(2, 12), {
    perProject: 4,
    onDone: () => {
      const atWork = service.mock.jobs.filter(({ state }) => state === "Queued" || state === "InProgress");
      most = Math.max(most, atWork.length);
    },
  });
  expect(service.mock.jobs).toHaveLength(24);
  expect(most).toBeLessThanOrEqual(8);
});

test("those that have waited longest come first", async () => {
  await using service = await world({ job: [{ example: "successful" }] });
  const all = targets(1, 3);
  const ages = [2, 30, 5];
  for (const [index, days] of ages.entries()) {
    const createdAtMs = service.clock.now() - days * 24 * hourMs;
    service.mock.addJob({ ...(all[index] as Target), snapshotId, createdAtMs });
  }
  const never = { ...(all[0] as Target), clusterName: "cluster-new" };
  const done = await service.run([...all, never], { perProject: 1 });
  expect(done.map(({ target }) => target.clusterName)).toEqual([
    "cluster-new",
    "cluster-1",
    "cluster-2",
    "cluster-0",
  ]);
});

test("a run that was killed is gone on with from the list of jobs alone", async () => {
  await using service = await world({ job: halfAnHour });
  const all = targets(2, 6);
  const since = service.clock.now();
  const killed = new AbortController();
  const first = await service.run(all, {
    since,
    perProject: 2,
    signal: killed.signal,
    onDone: () => killed.abort(new Error("killed")),
  });
  expect(first.filter(({ outcome }) => outcome === "error").length).toBeGreaterThan(0);
  const second = await service.run(all, { since });
  expect(new Set(second.map(({ outcome }) => outcome))).toEqual(new Set(["successful", "up-to-date"]));
  expect(service.mock.jobs).toHaveLength(all.length);
});

test("a cluster that is gone keeps no other from being exported", async () => {
  await using service = await world({
    job: [{ example: "successful" }],
    answers: [{ on: "listBackupExportJobs", request: 1, status: 404, example: "clusterNotFound" }],
  });
  const done = await service.run(targets(1, 3));
  expect(done.map(({ outcome }) => outcome).sort()).toEqual(["error", "successful", "successful"]);
});
