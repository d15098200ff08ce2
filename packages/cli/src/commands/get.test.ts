import { expect, test } from "vitest";
import { seed } from "../testing/jobs.ts";
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
  expect(documents).toMatchObject([{ type: "job", job }]);
});

test("a job that does not exist is told on three lines, with the service's own words", async () => {
  await using atlas = await session();
  const id = "6ae80653f2c94e0d8b6a1c57";
  const { exitCode, stdout, stderr } = await atlas.run(`get ${id} ${cluster}`);
  expect(exitCode).toBe(4);
  expect(stdout).toBe("");
  expect(stderr).toBe(`error: export job ${id} could not be read
  why: the service answered 404 RESOURCE_NOT_FOUND: There is no export job ${id}.
   do: check the ids, the cluster and the project: list, snapshots and buckets show what there is
`);
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
