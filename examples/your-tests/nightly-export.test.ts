import { createAtlasClient, serviceAccount } from "@atlas-snapshot-export/client";
import { type Scenario, startMock, testClock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
import { nightlyExport } from "./nightly-export.ts";

const cluster = { groupId: "65f0c2a84d1b3e7a9c5d2f10", clusterName: "orders-prod" };
const exportBucketId = "66b1f0a97c3d5e2148fa0b92";

/** A night on which the service behaves as the scenario says; it takes no time, however long the export. */
async function night(scenario: Scenario) {
  const clock = testClock();
  await using mock = await startMock({ clock, scenario });
  const auth = serviceAccount(mock.credentials);
  const atlas = createAtlasClient({ auth, baseUrl: mock.url, clock, fetch: clock.fetch });
  const alerts: string[] = [];
  const prefix = await nightlyExport(atlas, { cluster, exportBucketId, alert: (text) => alerts.push(text) });
  return { prefix, alerts, jobs: mock.jobs };
}

const halfAnHour = [
  { example: "queued", forMs: 180_000 },
  { example: "inProgress", forMs: 1_620_000 },
] as const;

test("a night on which all goes well wakes nobody up", async () => {
  const { prefix, alerts, jobs } = await night({ job: [...halfAnHour, { example: "successful" }] });
  expect(alerts).toEqual([]);
  expect(prefix).toBe(jobs[0]?.prefix);
});

test("a failed export wakes somebody up", async () => {
  const { alerts } = await night({ job: [...halfAnHour, { example: "failed" }] });
  expect(alerts).toEqual(["The export of orders-prod ended failed"]);
});

test("an export that takes longer than three hours is an error of its own", async () => {
  await expect(night({ job: [{ example: "inProgress" }] })).rejects.toThrow(/did not end within/);
});

test("an answer that is lost on the way makes no second export", async () => {
  const { alerts, jobs } = await night({
    job: [...halfAnHour, { example: "successful" }],
    faults: [{ on: "createBackupExportJob", request: 1, kind: "cutAfter" }],
  });
  expect(alerts).toEqual([]);
  expect(jobs).toHaveLength(1);
});

test("a missing role wakes somebody up", async () => {
  const { alerts, jobs } = await night({ roles: ["Project Backup Manager"] });
  expect(alerts).toEqual(["The credential lacks a role"]);
  expect(jobs).toEqual([]);
});
