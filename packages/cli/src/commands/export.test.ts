import type { ExportJob } from "@atlas-snapshot-export/client";
import { describe, expect, test } from "vitest";
import { Interruption } from "../interruption.ts";
import { halfAnHour, seed } from "../testing/jobs.ts";
import { withOddJobs } from "../testing/odd-jobs.ts";
import { type Session, session } from "../testing/session.ts";

const command = `export --cluster ${seed.clusterName} --snapshot latest --bucket acme-atlas-exports`;

/** Snapshots of the definition's examples. */
const snapshots = {
  fallback: "6ae80d375b8a4f2e917d3a66",
  inProgress: "6ae8572a5b8a4f2e917d3a70",
  failed: "6ae55fff5b8a4f2e917d3a3c",
  weekly: "6adec80e5b8a4f2e917d39f1",
};

function creations({ mock }: Session): number {
  return mock.requests.filter(({ operationId }) => operationId === "createBackupExportJob").length;
}

describe("an export", () => {
  test("is created of the newest snapshot that can be exported, into the bucket of that name", async () => {
    await using atlas = await session();
    const { exitCode, stdout, stderr } = await atlas.run(
      `${command} --data ticket=AUDIT-2041 --data note=a=b`,
    );
    expect(exitCode).toBe(0);
    const [job, ...others] = atlas.mock.jobs as [ExportJob];
    expect(others).toEqual([]);
    expect(job).toMatchObject({ snapshotId: seed.snapshotId, exportBucketId: seed.exportBucketId });
    expect(job.customData).toEqual([
      { key: "ticket", value: "AUDIT-2041" },
      { key: "note", value: "a=b" },
      { key: "exportRequestToken", value: expect.stringMatching(/^[\da-f-]{36}$/) },
    ]);
    expect(stdout).toContain(
      `address      s3://acme-atlas-exports/${job.prefix}\nwatch for    ${job.prefix}/.complete\n`,
    );
    const key = job.customData?.at(-1)?.value;
    expect(stderr).toBe(
      `creating the export with --idempotency-key ${key}
export job ${job.id} is created; follow it with: atlas-snapshot-export wait ${job.id} --project ${seed.groupId} --cluster ${seed.clusterName}\n`,
    );
  });

  test.each([
    ["67c02e5519ab8d0f4e7732d4", "https://acmebackups.blob.core.windows.net/atlas-exports/"],
    ["acme-atlas-archive", "gs://acme-atlas-archive/"],
  ])("into %s has its files at %s…", async (bucket, address) => {
    await using atlas = await session();
    const { stdout } = await atlas.run(command.replace("acme-atlas-exports", bucket));
    expect(stdout).toContain(`address      ${address}${atlas.mock.jobs[0]?.prefix}\n`);
  });

  test("with --wait is followed to its end", async () => {
    await using atlas = await session({ scenario: { job: halfAnHour("successful") } });
    const { exitCode, stdout, stderr } = await atlas.run(`${command} --wait`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("state        Successful\n");
    expect(stdout).toContain(`address      s3://acme-atlas-exports/${atlas.mock.jobs[0]?.prefix}\n`);
    expect(stderr).toContain(`export job ${atlas.mock.jobs[0]?.id} is created\n0:00  Queued\n`);
  });

  test("with --wait and --json is told from its creation to its end", async () => {
    await using atlas = await session({ scenario: { job: halfAnHour("failed") } });
    const { exitCode, documents } = await atlas.run(`${command} --wait --json --idempotency-key weekly-45`);
    expect(exitCode).toBe(6);
    expect(documents.slice(0, 3)).toMatchObject([
      { type: "creating", idempotencyKey: "weekly-45", snapshotId: seed.snapshotId },
      { type: "created", isNew: true, idempotencyKey: "weekly-45" },
      { type: "progress", state: "Queued" },
    ]);
    expect(documents.slice(-2)).toMatchObject([
      { type: "ended", outcome: "failed" },
      { type: "error", exitCode: 6 },
    ]);
  });

  test("with --dry-run is only looked at", async () => {
    await using atlas = await session();
    const { exitCode, stdout, documents } = await atlas.run(`${command} --dry-run --data a=b --json`);
    expect(exitCode).toBe(0);
    expect(documents).toMatchObject([
      {
        type: "plan",
        snapshot: { id: seed.snapshotId },
        bucket: { _id: seed.exportBucketId },
        customData: [{ key: "a" }],
      },
    ]);
    expect(stdout).not.toContain("exportRequestToken");
    expect((await atlas.run(`${command} --dry-run`)).stdout).toContain("nothing was created (--dry-run)\n");
    expect(creations(atlas)).toBe(0);
  });

  test("without a key leaves the custom data alone", async () => {
    await using atlas = await session();
    const { documents } = await atlas.run(`${command} --no-idempotency-key --json`);
    expect(documents).toMatchObject([
      { type: "creating", idempotencyKey: null },
      { type: "created", idempotencyKey: null },
    ]);
    expect(atlas.mock.jobs[0]?.customData).toEqual([]);
  });
});

describe("an export is not created", () => {
  test.each<[string, { snapshot?: string; bucket?: string }, number, string]>([
    ["the snapshot is a fallback", { snapshot: snapshots.fallback }, 2, "it is a fallback snapshot"],
    ["the snapshot has failed", { snapshot: snapshots.failed }, 2, "the snapshot itself failed"],
    [
      "the snapshot is not completed yet",
      { snapshot: snapshots.inProgress },
      5,
      "it is not completed yet, but inProgress",
    ],
    ["there is no such snapshot", { snapshot: seed.exportBucketId }, 4, "404 SNAPSHOT_NOT_FOUND"],
    ["there is no such bucket", { bucket: seed.snapshotId }, 4, "404 EXPORT_BUCKET_NOT_FOUND"],
    [
      "no bucket has that name",
      { bucket: "other" },
      4,
      "the project has acme-atlas-exports, atlas-exports, acme-atlas-archive",
    ],
    [
      "the snapshot's id is none",
      { snapshot: "newest" },
      2,
      "the snapshot's id (--snapshot) must be 24 hexadecimal digits",
    ],
  ])("where %s", async (_, { snapshot = "latest", bucket = "acme-atlas-exports" }, exitCode, why) => {
    await using atlas = await session();
    const flags = `--snapshot ${snapshot} --bucket ${bucket}`;
    const ran = await atlas.run(`export --cluster ${seed.clusterName} ${flags}`);
    expect(ran.exitCode, ran.stderr).toBe(exitCode);
    expect(ran.stderr.split("\n")[1]).toContain(why);
    expect(creations(atlas)).toBe(0);
  });

  test("where two things stand in the way, and both are told", async () => {
    await using atlas = await session();
    const { exitCode, stderr } = await atlas.run(
      `export --cluster ${seed.clusterName} --snapshot ${snapshots.fallback} --bucket ${seed.snapshotId}`,
    );
    expect(exitCode).toBe(2);
    expect(stderr).toContain(
      "why: it is a fallback snapshot, which the service does not export; the service answered 404",
    );
  });

  test("where one is active, which is told with the command that waits for it", async () => {
    await using atlas = await session({ scenario: { job: halfAnHour("successful") } });
    const { id } = atlas.mock.addJob(seed);
    const { exitCode, documents, stderr } = await atlas.run(`${command} --json`);
    expect(exitCode).toBe(5);
    expect(documents).toMatchObject([{ type: "error", exitCode: 5, exportId: id }]);
    expect(stderr).toContain(
      `do: wait for that one: atlas-snapshot-export wait ${id} --project ${seed.groupId}`,
    );
    expect(creations(atlas)).toBe(0);
  });

  test("where the service says that one is active, and lists none", async () => {
    await using atlas = await session({
      scenario: { answers: [{ on: "createBackupExportJob", status: 409, example: "exportAlreadyActive" }] },
    });
    const { exitCode, stderr } = await atlas.run(command);
    expect(exitCode).toBe(5);
    expect(stderr).toContain(`error: snapshot ${seed.snapshotId} was not exported\n`);
    expect(stderr).toContain("do: try again in a minute\n");
  });

  test("where no snapshot can be exported", async () => {
    await using atlas = await session({
      scenario: {
        answers: [
          { on: "listReplicaSetBackups", status: 200, example: "none" },
          { on: "listShardedClusterBackups", status: 200, example: "none" },
        ],
      },
    });
    const { exitCode, stderr } = await atlas.run(command);
    expect(exitCode).toBe(4);
    expect(stderr).toContain(`error: cluster ${seed.clusterName} has no snapshot that can be exported\n`);
  });

  test("by a credential that may not read how it ends", async () => {
    await using atlas = await session({ scenario: { roles: ["Project Backup Export Operator"] } });
    const { exitCode, stderr } = await atlas.run(
      `export --cluster ${seed.clusterName} --snapshot ${seed.snapshotId} --bucket ${seed.exportBucketId}`,
    );
    expect(exitCode).toBe(3);
    expect(stderr).toContain(
      "the credential may not read export jobs, and could not tell how the export ends",
    );
    expect(creations(atlas)).toBe(0);
  });

  test("by a credential that may only read", async () => {
    await using atlas = await session({ scenario: { roles: ["Project Backup Manager"] } });
    const { exitCode, stderr } = await atlas.run(command);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("do: grant the role: Project Backup Export Operator to create exports");
    expect(atlas.mock.jobs).toEqual([]);
  });

  test("with a timeout for a wait that nobody asked for", async () => {
    await using atlas = await session();
    const { exitCode, stderr } = await atlas.run(`${command} --timeout 2h`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("error: --timeout has nothing to end\n");
    expect(atlas.mock.requests).toEqual([]);
  });

  test.each(["ticket", "=AUDIT-2041", ""])("with «%s» for custom data", async (entry) => {
    await using atlas = await session();
    const { exitCode, stderr } = await atlas.run(`${command} --data=${entry}`);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("why: An entry is written key=value.\n");
  });
});

describe("a job that is created is told, whatever the service says of it", () => {
  const odd: [string, object][] = [
    ["customData is no list", { customData: {} }],
    ["customData has a hole", { customData: [null] }],
    ["components have a hole", { components: [null, { replicaSetName: "shard-0" }] }],
    ["the prefix is a number", { prefix: 5 }],
    ["the reason is a text, and the times are none", { stateReason: "no", createdAt: 5, finishedAt: {} }],
    ["the counts are none", { exportStatus: { exportedCollections: null, totalCollections: 4 } }],
  ];

  test.each(odd)("where %s", async (_, change) => {
    await using atlas = await session();
    const { exitCode, documents, stderr } = await atlas.run(`${command} --json --idempotency-key weekly-45`, {
      fetch: withOddJobs(atlas, change),
      hasOddJobs: true,
    });
    expect(exitCode, stderr).toBe(0);
    const { id } = atlas.mock.jobs[0] ?? {};
    expect(documents).toMatchObject([
      { type: "creating", idempotencyKey: "weekly-45" },
      { type: "created", isNew: true, idempotencyKey: "weekly-45", job: { id, ...change } },
    ]);
  });

  test.each(odd)("and its end, where %s", async (_, change) => {
    await using atlas = await session({ scenario: { job: halfAnHour("successful") } });
    const { exitCode, stdout, stderr } = await atlas.run(`${command} --wait`, {
      fetch: withOddJobs(atlas, change),
    });
    expect(exitCode, stderr).toBe(0);
    expect(stdout).toContain("state        Successful\n");
    expect(stdout).not.toMatch(/undefined|null|object/);
    expect(stderr).toContain(`export job ${atlas.mock.jobs[0]?.id} is created\n`);
  });

  test("and an old job with holes in it hides no key", async () => {
    await using atlas = await session();
    atlas.mock.addJob({ ...seed, snapshotId: snapshots.weekly, scenario: [{ example: "successful" }] });
    const fetch = withOddJobs(atlas, { customData: [null] });
    const { exitCode, stderr } = await atlas.run(`${command} --idempotency-key weekly-45`, { fetch });
    expect(exitCode, stderr).toBe(0);
    expect(creations(atlas)).toBe(1);
  });

  test("and none is created beside one with the key that cannot be named", async () => {
    await using atlas = await session();
    const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
    atlas.mock.addJob({ ...seed, snapshotId: snapshots.weekly, customData });
    const fetch = withOddJobs(atlas, { id: null });
    const { exitCode, stderr } = await atlas.run(`${command} --idempotency-key weekly-45`, { fetch });
    expect(exitCode).toBe(1);
    expect(stderr).toContain("body.results[].id must be there");
    expect(creations(atlas)).toBe(0);
  });

  test("and where a moment later it cannot be followed", async () => {
    await using atlas = await session({
      scenario: {
        job: halfAnHour("successful"),
        answers: [{ on: "getBackupExportJob", status: 404, example: "exportJobNotFound" }],
      },
    });
    const { exitCode, documents } = await atlas.run(`${command} --wait --json --idempotency-key weekly-45`);
    const { id } = atlas.mock.jobs[0] ?? {};
    expect(exitCode).toBe(4);
    expect(documents.at(-1)).toMatchObject({
      what: `export job ${id} is created, but could not be followed to its end`,
      todo: expect.stringContaining(`go on waiting with: atlas-snapshot-export wait ${id} `),
      exportId: id,
      idempotencyKey: "weekly-45",
    });
  });

  test("and where the command is interrupted before it can show it", async () => {
    const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
    const controller = new AbortController();
    await using atlas = await session({
      onRequest({ operationId }) {
        if (operationId === "getExportBucket") controller.abort(new Interruption("SIGINT"));
      },
    });
    const { id } = atlas.mock.addJob({ ...seed, customData });
    const { exitCode, documents } = await atlas.run(`${command} --json --idempotency-key weekly-45`, {
      signal: controller.signal,
    });
    expect(exitCode).toBe(130);
    expect(documents).toMatchObject([
      {
        what: `export job ${id} was created before, but could not be shown`,
        why: "the command was interrupted",
        todo: expect.stringMatching(`^follow it with: atlas-snapshot-export wait ${id} `),
        exportId: id,
        idempotencyKey: "weekly-45",
      },
    ]);
  });
});

describe("the idempotency key", () => {
  test("is printed and written before the request is sent, for people and for programs", async () => {
    for (const flags of ["", " --json"]) {
      let written = "";
      let writtenBefore = "";
      await using atlas = await session({
        onRequest({ operationId }) {
          if (operationId === "createBackupExportJob") writtenBefore = written;
        },
      });
      const onWrite = (text: string) => {
        written += text;
      };
      await atlas.run(`${command}${flags}`, { onWrite });
      const key = atlas.mock.jobs[0]?.customData?.at(-1)?.value;
      expect(key).toMatch(/^[\da-f-]{36}$/);
      expect(writtenBefore).toContain(flags ? `"idempotencyKey":"${key}"` : `--idempotency-key ${key}\n`);
    }
  });

  const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
  const again = `${command} --idempotency-key weekly-45`;

  describe.each([
    [
      "failed",
      6,
      "fix the cause and start a new export with another key, such as --idempotency-key weekly-45-2",
    ],
    ["cancelled", 7, "start a new export with another key, such as --idempotency-key weekly-45-2"],
  ] as const)("of a job that %s", (end, code, todo) => {
    test.each(["", " --wait", " --dry-run", " --wait --dry-run"])(
      `ends export%s with exit code ${code}, promises no files and asks for another key`,
      async (flags) => {
        await using atlas = await session();
        const { id } = atlas.mock.addJob({ ...seed, customData, scenario: [{ example: end }] });
        const { exitCode, stdout, stderr } = await atlas.run(again + flags);
        expect(exitCode).toBe(code);
        expect(stdout).toContain(`job          ${id}\n`);
        expect(stdout).not.toMatch(/\.complete|s3:/);
        expect(stderr).toMatch(new RegExp(`^error: export job ${id} (failed|was cancelled)$`, "m"));
        expect(stderr).toContain(`   do: ${todo}`);
        if (flags.includes("--dry-run")) expect(stderr).not.toMatch(/created/);
        expect(creations(atlas)).toBe(0);
      },
    );

    test("is reported with --json as the job, its end and the error", async () => {
      await using atlas = await session();
      const { id } = atlas.mock.addJob({ ...seed, customData, scenario: [{ example: end }] });
      expect((await atlas.run(`${again} --json`)).documents).toMatchObject([
        { type: "created", isNew: false, job: { id } },
        { type: "ended", outcome: end, location: null },
        { type: "error", exitCode: code, exportId: id, idempotencyKey: "weekly-45" },
      ]);
      expect((await atlas.run(`${again} --json --dry-run`)).documents).toMatchObject([
        { type: "ended", outcome: end, location: null },
        { type: "error", exitCode: code, exportId: id, idempotencyKey: "weekly-45" },
      ]);
    });
  });

  test("of the failed job does not keep another key from a new export", async () => {
    await using atlas = await session({ scenario: { job: [{ example: "successful" }] } });
    atlas.mock.addJob({ ...seed, customData, scenario: [{ example: "failed" }] });
    expect((await atlas.run(`${again}-2 --wait`)).exitCode).toBe(0);
    expect(creations(atlas)).toBe(1);
  });

  test("that the user did not choose is not to be changed after a failure", async () => {
    await using atlas = await session({ scenario: { job: halfAnHour("failed") } });
    const { exitCode, stderr } = await atlas.run(`${command} --wait`);
    expect(exitCode).toBe(6);
    expect(stderr).toContain("   do: fix the cause and start a new export: the service");
  });

  test("of a job that goes on is reported by --dry-run with the job that the export would take up", async () => {
    await using atlas = await session({ scenario: { job: halfAnHour("successful") } });
    const { id } = atlas.mock.addJob({ ...seed, customData });
    const { exitCode, stdout, stderr } = await atlas.run(`${again} --dry-run`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(
      "\n\nthe export would take up this job, which has the key weekly-45; nothing was created (--dry-run)\n",
    );
    expect(stdout + stderr).not.toMatch(/is created|was created before/);
    const { documents } = await atlas.run(`${again} --dry-run --json`);
    expect(documents).toMatchObject([{ type: "existing", job: { id }, idempotencyKey: "weekly-45" }]);
    expect(creations(atlas)).toBe(0);
  });

  test("of a job that is done needs nothing to follow it", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, customData, scenario: [{ example: "successful" }] });
    const { exitCode, stdout, stderr } = await atlas.run(again);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("/.complete\n");
    expect(stderr).toBe(`export job ${id} was created before, and is done\n`);
  });
});

describe("an export is created once", () => {
  test.each(["cutAfter", "silentAfter", "internalErrorAfter", "emptyBody"] as const)(
    "although its answer is lost (%s)",
    async (kind) => {
      await using atlas = await session({
        scenario: {
          job: halfAnHour("successful"),
          faults: [{ on: "createBackupExportJob", request: 1, kind }],
        },
      });
      const { exitCode } = await atlas.run(`${command} --wait`);
      expect(exitCode).toBe(0);
      expect(atlas.mock.jobs).toHaveLength(1);
    },
  );

  test("and taken up by a run with the same key, even when a newer snapshot is the latest by then", async () => {
    await using atlas = await session({ scenario: { job: halfAnHour("successful") } });
    const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
    const { id } = atlas.mock.addJob({ ...seed, snapshotId: snapshots.weekly, customData });
    const { exitCode, documents } = await atlas.run(`${command} --wait --idempotency-key weekly-45 --json`);
    expect(exitCode).toBe(0);
    expect(documents.at(0)).toMatchObject({ type: "created", isNew: false, job: { id } });
    expect(documents.at(-1)).toMatchObject({ type: "ended", job: { id, snapshotId: snapshots.weekly } });
    expect(creations(atlas)).toBe(0);
  });

  test.each(["", " --no-idempotency-key"])(
    "and taken up where another run was faster by a moment%s",
    async (flag) => {
      const atlas: Session = await session({
        scenario: { job: halfAnHour("successful") },
        onRequest({ operationId }) {
          if (operationId !== "listBackupExportJobs" || atlas.mock.jobs.length > 0) return;
          // Right after the checks have found nothing.
          atlas.mock.addJob(seed);
        },
      });
      await using _ = atlas;
      const { exitCode, documents } = await atlas.run(`${command} --json${flag}`);
      expect(exitCode).toBe(0);
      expect(documents).toMatchObject([
        { type: "creating" },
        { type: "created", isNew: false, idempotencyKey: null, job: { id: atlas.mock.jobs[0]?.id } },
      ]);
      expect(atlas.mock.jobs).toHaveLength(1);
    },
  );

  test("and not taken for another export with the same key", async () => {
    await using atlas = await session();
    const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
    const { id } = atlas.mock.addJob({ ...seed, exportBucketId: "67c02e5519ab8d0f4e7732d4", customData });
    const { exitCode, stderr } = await atlas.run(`${command} --idempotency-key weekly-45`);
    expect(exitCode).toBe(5);
    expect(stderr).toContain(
      `why: export job ${id} has it, of snapshot ${seed.snapshotId} into bucket 67c02e5519ab8d0f4e7732d4\n`,
    );
    expect(creations(atlas)).toBe(0);
  });

  test("and its key is told where nobody knows whether there is a job", async () => {
    await using atlas = await session({
      scenario: {
        faults: [
          { on: "createBackupExportJob", kind: "cutAfter" },
          // The first list is that of the checks, the second looks whether the key was used.
          ...[3, 4, 5, 6].map(
            (request) => ({ on: "listBackupExportJobs", request, kind: "cutBefore" }) as const,
          ),
        ],
      },
    });
    const { exitCode, documents } = await atlas.run(`${command} --json`);
    expect(exitCode).toBe(9);
    const [creating, told] = documents;
    if (creating?.type !== "creating" || told?.type !== "error") throw new Error("no error");
    expect(creating.idempotencyKey).toBe(told.idempotencyKey);
    expect(told.todo).toBe(
      `run the same command with --idempotency-key ${told.idempotencyKey}: it takes up the job, if there is one`,
    );
    expect(atlas.mock.jobs).toHaveLength(1);
  });

  test("and its key is told when the creation is interrupted", async () => {
    const controller = new AbortController();
    await using atlas = await session({
      scenario: { faults: [{ on: "createBackupExportJob", kind: "silentAfter" }] },
      onRequest({ operationId }) {
        if (operationId === "createBackupExportJob") controller.abort(new Interruption("SIGINT"));
      },
    });
    const { exitCode, documents } = await atlas.run(`${command} --json`, { signal: controller.signal });
    expect(exitCode).toBe(130);
    const told = documents.at(-1);
    if (told?.type !== "error" || !told.idempotencyKey) throw new Error("no key");
    const again = await atlas.run(`${command} --json --idempotency-key ${told.idempotencyKey}`);
    expect(again.documents).toMatchObject([{ type: "created", isNew: false }]);
    expect(atlas.mock.jobs).toHaveLength(1);
  });

  test("and its key is one word of the command that is told", async () => {
    const controller = new AbortController();
    await using atlas = await session({
      scenario: { faults: [{ on: "createBackupExportJob", kind: "silentAfter" }] },
      onRequest({ operationId }) {
        if (operationId === "createBackupExportJob") controller.abort(new Interruption("SIGINT"));
      },
    });
    const { stderr } = await atlas.run(`${command} --idempotency-key week;45`, { signal: controller.signal });
    expect(stderr).toContain("do: run the same command with --idempotency-key 'week;45': it takes up");
  });
});
