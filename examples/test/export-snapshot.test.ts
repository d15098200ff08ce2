import { startMock } from "@atlas-snapshot-export/mock";
import { expect, test } from "vitest";
import { clusterName, exportBucketId, runExample } from "./run-example.ts";

test("the script exports the newest snapshot and prints where its files lie", async () => {
  await using mock = await startMock({ scenario: { job: [{ example: "successful" }] } });
  const { exitCode, stdout, stderr } = await runExample(
    mock,
    "export-snapshot.ts",
    clusterName,
    exportBucketId,
  );
  const [job] = mock.jobs;
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `s3://acme-atlas-exports/${job?.prefix}\n` });
  expect(stderr).toContain(`${job?.id} Successful`);
  expect(mock.requests.flatMap(({ violations }) => violations.input)).toEqual([]);
});

test("the script fails when the export does, and says why", async () => {
  await using mock = await startMock({ scenario: { job: [{ example: "failed" }] } });
  const { exitCode, stderr } = await runExample(mock, "export-snapshot.ts", clusterName, exportBucketId);
  expect(exitCode).toBe(1);
  expect(stderr).toContain("The export ended failed: ");
});

test("the script asks for what it needs", async () => {
  await using mock = await startMock();
  const { exitCode, stderr } = await runExample(mock, "export-snapshot.ts");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Say which cluster");
  expect(mock.requests).toEqual([]);
});
