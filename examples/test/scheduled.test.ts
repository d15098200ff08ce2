import { type JobScenario, startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
import { tokensOfNight } from "../scheduled/nightly.ts";
import { clusterName, exportBucketId, groupId, type Run, runExample } from "./run-example.ts";

/** One night, in which the first half runs as often as given. */
async function night(
  job: JobScenario,
  starts = 1,
): Promise<{ started: Run[]; pickedUp: Run; ids: unknown[] }> {
  await using mock = await startMock({ scenario: { job } });
  // Of others, without a token and with one, and newer than what the first half starts.
  for (const customData of [[], [{ key: "exportRequestToken", value: "weekly-2026-11-02" }]]) {
    mock.addJob({
      ...{ groupId, clusterName, exportBucketId, snapshotId: "6ae802d65b8a4f2e917d3a65", customData },
      createdAtMs: Date.now() + 60_000,
    });
  }
  const started: Run[] = [];
  for (let i = 0; i < starts; i += 1) started.push(await runExample(mock, "scheduled/start-export.ts"));
  const pickedUp = await runExample(mock, "scheduled/pick-up-export.ts");
  return { started, pickedUp, ids: mock.jobs.slice(2).map(({ id }) => id) };
}

test("the second half finds the export of the first in the list of jobs alone", async () => {
  const { started, pickedUp, ids } = await night([{ example: "successful" }]);
  expect(started[0]).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${ids[0]}`) });
  expect(pickedUp).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${ids[0]} is done`) });
});

test("the first half may run twice in a night: there is one export", async () => {
  const { started, ids } = await night([{ example: "successful" }], 2);
  expect(started.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(ids).toHaveLength(1);
  expect(started[1]?.stdout).toContain(String(ids[0]));
});

test("the first half starts a new export after one that failed, and the second half follows it", async () => {
  await using mock = await startMock({ scenario: { job: [{ example: "successful" }] } });
  const addJob = (token: string, end: "failed" | "cancelled", hoursAgo: number) =>
    mock.addJob({
      ...{ groupId, clusterName, exportBucketId, snapshotId: "6ae802d65b8a4f2e917d3a64" },
      customData: [{ key: "exportRequestToken", value: token }],
      createdAtMs: Date.now() - hoursAgo * 3_600_000,
      scenario: [{ example: end }],
    });
  const night = tokensOfNight(new Date());
  addJob(String(night[0]), "failed", 2);
  addJob(String(night[1]), "cancelled", 1);
  const started = await runExample(mock, "scheduled/start-export.ts");
  expect(started).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${night[2]}: `) });
  expect(mock.jobs).toHaveLength(3);
  const pickedUp = await runExample(mock, "scheduled/pick-up-export.ts");
  expect(pickedUp.stdout).toContain(`${mock.jobs[2]?.id} is done`);
});

test("the first half fails where every export of the night did, and creates none", async () => {
  await using mock = await startMock();
  for (const token of tokensOfNight(new Date())) {
    mock.addJob({
      ...{ groupId, clusterName, exportBucketId, snapshotId: "6ae802d65b8a4f2e917d3a64" },
      customData: [{ key: "exportRequestToken", value: token }],
      scenario: [{ example: "failed" }],
    });
  }
  const started = await runExample(mock, "scheduled/start-export.ts");
  expect(started).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("Every export of this night"),
  });
  expect(mock.jobs).toHaveLength(3);
});

test("the second half fails where the export did, and says why", async () => {
  const { pickedUp } = await night([{ example: "failed" }]);
  expect(pickedUp).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/ended failed: .+/) });
});

test("the second half fails where the first never ran", async () => {
  const { pickedUp } = await night([{ example: "successful" }], 0);
  expect(pickedUp).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("was started since yesterday"),
  });
});
