import { type JobScenario, startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
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

test("the second half fails where the export did, and says why", async () => {
  const { pickedUp } = await night([{ example: "failed" }]);
  expect(pickedUp).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/ended failed: .+/) });
});

test("the second half fails where the first never ran", async () => {
  const { pickedUp } = await night([{ example: "successful" }], 0);
  expect(pickedUp).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("was ever started") });
});
