import { expect, test } from "vitest";
import { seed } from "../testing/jobs.ts";
import { session } from "../testing/session.ts";

const cluster = `--cluster ${seed.clusterName}`;

test("jobs are listed as a table, those of all pages", async () => {
  await using atlas = await session();
  const jobs = Array.from({ length: 501 }, () =>
    atlas.mock.addJob({ ...seed, scenario: [{ example: "failed" }] }),
  );
  const { exitCode, stdout, stderr } = await atlas.run(`list ${cluster}`);
  expect(exitCode).toBe(0);
  expect(stderr).toBe("");
  const [headings, ...rows] = stdout.trimEnd().split("\n");
  expect(headings).toBe(
    "ID                        STATE   CREATED               FINISHED              SNAPSHOT                  BUCKET",
  );
  expect(rows).toHaveLength(501);
  const { id, createdAt, finishedAt, snapshotId, exportBucketId } = jobs[0] ?? {};
  expect(rows).toContain([id, "Failed", createdAt, finishedAt, snapshotId, exportBucketId].join("  "));
});

test.each([
  [140, "ID STATE CREATED FINISHED SNAPSHOT BUCKET"],
  [80, "ID STATE CREATED FINISHED"],
  [60, "ID STATE CREATED"],
])("in a terminal of %d columns the table has as many of its columns as fit", async (terminal, headings) => {
  await using atlas = await session();
  atlas.mock.addJob({ ...seed, scenario: [{ example: "failed" }] });
  const { stdout } = await atlas.run(`list ${cluster}`, { terminal, env: { NO_COLOR: "1" } });
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]?.split(/ +/)).toEqual(headings.split(" "));
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(terminal);
});

test("in a very narrow terminal each job is a block of its own, its ids whole", async () => {
  await using atlas = await session();
  const { id } = atlas.mock.addJob(seed);
  const { stdout } = await atlas.run(`list ${cluster}`, { terminal: 40, env: { NO_COLOR: "1" } });
  expect(stdout.split("\n").slice(0, 2)).toEqual([`ID        ${id}`, "STATE     Queued"]);
});

test("with --json all jobs are one document, as the service sent them", async () => {
  await using atlas = await session();
  const job = atlas.mock.addJob(seed);
  const { documents } = await atlas.run(`list ${cluster} --json`);
  expect(documents).toEqual([{ type: "jobs", jobs: [job] }]);
});

test("a cluster without jobs is said to have none", async () => {
  await using atlas = await session();
  expect((await atlas.run(`list ${cluster}`)).stdout).toBe("no export jobs\n");
  expect((await atlas.run(`list ${cluster} --json`)).documents).toEqual([{ type: "jobs", jobs: [] }]);
});
