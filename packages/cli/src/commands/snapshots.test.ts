import { expect, test } from "vitest";
import { seed } from "../testing/jobs.ts";
import { session } from "../testing/session.ts";
import { sizeText } from "../views/snapshots.ts";

const command = `snapshots --cluster ${seed.clusterName}`;

test("snapshots are listed in every status, with what decides whether they can be exported", async () => {
  await using atlas = await session();
  const { exitCode, stdout } = await atlas.run(command);
  expect(exitCode).toBe(0);
  const [headings, ...rows] = stdout.trimEnd().split("\n");
  expect(headings).toMatch(/^ID +STATUS +TYPE +CREATED +SIZE +RULE +EXPIRES +DESCRIPTION$/);
  expect(rows).toContainEqual(expect.stringMatching(/^\w{24} {2}inProgress {2}scheduled {2}.* hourly /));
  expect(rows).toContainEqual(expect.stringMatching(/^\w{24} {2}completed {3}fallback /));
  expect(rows).toContainEqual(
    expect.stringMatching(new RegExp(`^${seed.snapshotId} {2}completed .* 5\\.4 GB .*`)),
  );
});

test("--completed leaves only those that can be exported", async () => {
  await using atlas = await session();
  const [all] = (await atlas.run(`${command} --json`)).documents;
  const [completed] = (await atlas.run(`${command} --completed --json`)).documents;
  if (all?.type !== "snapshots" || completed?.type !== "snapshots") throw new Error("not snapshots");
  const kinds = new Set(completed.snapshots.map(({ status, snapshotType }) => `${status} ${snapshotType}`));
  expect(kinds).toEqual(new Set(["completed onDemand", "completed scheduled"]));
  const left = all.snapshots.filter(({ id }) => !completed.snapshots.some((kept) => kept.id === id));
  expect(left.filter(({ status }) => status === "completed")).toMatchObject([{ snapshotType: "fallback" }]);
});

test("the snapshots of a sharded cluster are listed, too", async () => {
  await using atlas = await session({
    scenario: { answers: [{ on: "listReplicaSetBackups", status: 200, example: "none" }] },
  });
  const { documents } = await atlas.run(`${command} --json`);
  expect(documents).toMatchObject([
    { snapshots: expect.arrayContaining([expect.objectContaining({ type: "shardedCluster" })]) },
  ]);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_000, "1.0 kB"],
  [5_368_709_120, "5.4 GB"],
  [1.5e18, "1500.0 PB"],
  [undefined, ""],
])("%s bytes are read as «%s»", (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
