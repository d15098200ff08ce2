import { expect, test } from "vitest";
import { seed } from "../testing/jobs.ts";
import { withOddJobs } from "../testing/odd-jobs.ts";
import { oddService } from "../testing/odd-service.ts";
import { session } from "../testing/session.ts";

const cluster = `--cluster ${seed.clusterName}`;

test("a job is shown with what is known of it", async () => {
  await using atlas = await session();
  const customData = [{ key: "ticket", value: "AUDIT-2041" }];
  const { id, prefix, createdAt } = atlas.mock.addJob({ ...seed, customData });
  const { exitCode, stdout } = await atlas.run(`get ${id} ${cluster}`);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`job          ${id}
state        Queued
created      ${createdAt}
snapshot     ${seed.snapshotId}
bucket       ${seed.exportBucketId}
custom data  ticket=AUDIT-2041

prefix       ${prefix}
address      s3://acme-atlas-exports/${prefix}
watch for    ${prefix}/.complete
`);
});

test("a failed job that can be read is no failure of reading it", async () => {
  await using atlas = await session();
  const job = atlas.mock.addJob({ ...seed, scenario: [{ example: "failed" }] });
  const { exitCode, documents } = await atlas.run(`get ${job.id} ${cluster} --json`);
  expect(exitCode).toBe(0);
  expect(documents).toMatchObject([{ type: "job", job, location: null }]);
  expect((await atlas.run(`get ${job.id} ${cluster}`)).stdout).not.toContain(".complete");
});

test("a job that does not exist is told on three lines, with the service's own words", async () => {
  await using atlas = await session();
  const id = "6ae80653f2c94e0d8b6a1c57";
  const { exitCode, stdout, stderr } = await atlas.run(`get ${id} ${cluster}`);
  expect(exitCode).toBe(4);
  expect(stdout).toBe("");
  expect(stderr).toBe(`error: export job ${id} could not be read
  why: the service answered 404 RESOURCE_NOT_FOUND: Cannot find resource export job with id ${id}.
   do: check the ids, the cluster and the project: list, snapshots and buckets show what there is
`);
});

test("an answer that is no job is told as that", async () => {
  const env = { MONGODB_ATLAS_BASE_URL: await oddService(null) };
  await using atlas = await session();
  const { exitCode, stdout, stderr } = await atlas.run(`get ${seed.snapshotId} ${cluster}`, { env });
  expect(exitCode).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain(
    "  why: the service's response is not as it should be: body must be of type object",
  );
});

test.each([
  [{ customData: [null, { key: "ticket" }] }, "custom data  ticket=\n"],
  [{ components: [null, { replicaSetName: "shard-0" }] }, "shards       shard-0\n"],
  [{ stateReason: { message: { toString: 5 } } }, 'reason       {"toString":5}\n'],
])("a job is shown with what can be read of %j", async (odd, line) => {
  await using atlas = await session();
  const { id } = atlas.mock.addJob(seed);
  const { exitCode, stdout, stderr } = await atlas.run(`get ${id} ${cluster}`, {
    fetch: withOddJobs(atlas, odd),
  });
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain(line);
});

test("what is no id is refused before anything is sent", async () => {
  await using atlas = await session();
  const { exitCode, stderr } = await atlas.run(`get 7 ${cluster}`);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(
    "why: the job's id must be 24 hexadecimal digits (given: a string of 1 characters)\n",
  );
  expect(atlas.mock.requests).toEqual([]);
});
