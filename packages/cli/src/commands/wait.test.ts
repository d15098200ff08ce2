import { describe, expect, test } from "vitest";
import { Interruption } from "../interruption.ts";
import { halfAnHour, seed } from "../testing/jobs.ts";
import { withOddJobs } from "../testing/odd-jobs.ts";
import { oddService } from "../testing/odd-service.ts";
import { session } from "../testing/session.ts";

const cluster = `--cluster ${seed.clusterName}`;

describe("waiting for a job", () => {
  test("ends with where the files lie, and a log has a line for each change and one every five minutes", async () => {
    await using atlas = await session();
    const { id, prefix } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const { exitCode, stdout, stderr } = await atlas.run(`wait ${id} ${cluster}`);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("state        Successful\n");
    expect(stdout).toContain(`prefix       ${prefix}\n`);
    expect(stdout).toContain(`address      s3://acme-atlas-exports/${prefix}\n`);
    expect(stdout).toContain(`complete     ${prefix}/.complete\n`);
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toBe("0:00  Queued");
    expect(lines.at(-1)).toMatch(/^3[0-2]:\d\d {2}Successful$/);
    const minutes = lines.map((line) => Number.parseInt(line, 10));
    expect(minutes.filter((minute, at) => minute - (minutes[at - 1] ?? 0) > 6)).toEqual([]);
    expect(lines.length).toBeLessThan(12);
  });

  test.each([-3_600_000, 3_600_000])(
    "ends at its time, and shows it, when the system clock is set by %d ms meanwhile",
    async (stepMs) => {
      await using atlas = await session();
      const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
      let setByMs = 0;
      const clock = { ...atlas.clock, now: () => atlas.clock.now() + setByMs };
      const onWrite = () => {
        setByMs = stepMs;
      };
      const { exitCode, stderr } = await atlas.run(`wait ${id} ${cluster} --timeout 8m`, { clock, onWrite });
      expect(exitCode).toBe(8);
      expect(stderr).toContain("did not end within 8m");
      const shown = stderr.match(/^\d+:\d\d(?= {2})/gm);
      expect(shown?.slice(0, 2)).toEqual(["0:00", expect.stringMatching(/^[1-7]:/)]);
    },
  );

  test("on a terminal draws one line over itself, and takes it away at the end", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    let writes = 0;
    const onWrite = () => {
      writes += 1;
    };
    const { stderr } = await atlas.run(`wait ${id} ${cluster}`, { terminal: 60, onWrite });
    const writesAtTheEnd = writes;
    await atlas.clock.advance(10_000);
    expect(writes).toBe(writesAtTheEnd);
    const drawn = stderr.split("\r\u001b[K");
    expect(drawn[1]).toBe("\u001b[33mQueued\u001b[39m  0:00");
    expect(drawn).toContain("\u001b[36mInProgress\u001b[39m  12:34");
    expect(drawn.at(-1)).toBe("");
    expect(stderr).not.toContain("\n");
  });

  test("with --json prints a document each time it looks, then how the job ended", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const { documents, stderr } = await atlas.run(`wait ${id} ${cluster} --json --interval 5m`);
    expect(documents.at(0)).toMatchObject({
      type: "progress",
      state: "Queued",
      elapsedMs: 0,
      collections: null,
    });
    expect(documents.slice(0, -1).map(({ type }) => type)).not.toContain("ended");
    expect(documents.at(-1)).toMatchObject({ type: "ended", outcome: "successful", job: { id } });
    expect(stderr).toBe("");
  });

  test.each([
    [{ state: 5 }, { state: null }],
    [{ exportStatus: { exportedCollections: null, totalCollections: 4 } }, { collections: null }],
    [{ exportStatus: { totalCollections: "many" } }, { collections: null }],
    [{ exportStatus: { totalCollections: 4 } }, { collections: { exported: 0, total: 4 } }],
    [{ createdAt: { toString: 5 } }, { elapsedMs: 0 }],
  ])("with --json keeps to the schema where the job has %j", async (odd, progress) => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const { documents } = await atlas.run(`wait ${id} ${cluster} --json --timeout 1m`, {
      fetch: withOddJobs(atlas, odd),
      hasOddJobs: true,
    });
    expect(documents[0]).toMatchObject({ type: "progress", ...progress, job: odd });
  });

  test("says of a job without a state that it was seen so", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const fetch = withOddJobs(atlas, { state: 5 });
    const { stderr } = await atlas.run(`wait ${id} ${cluster} --timeout 1m`, { fetch });
    expect(stderr).toContain("  why: the job goes on; it was last seen without a state\n");
  });

  test("with --json has no document for an answer that is no job", async () => {
    const env = { MONGODB_ATLAS_BASE_URL: await oddService(null) };
    await using atlas = await session();
    const { documents } = await atlas.run(`wait ${seed.snapshotId} ${cluster} --json --timeout 1m`, { env });
    expect(documents).toMatchObject([{ type: "error", exitCode: 8 }]);
  });

  test("tells of a failed job its reason, with exit code 6", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("failed") });
    const { exitCode, stdout, stderr } = await atlas.run(`wait ${id} ${cluster}`);
    const reason = atlas.mock.jobs[0]?.stateReason;
    expect(exitCode).toBe(6);
    expect(stdout).toContain(`reason       ${reason?.errorCode}: ${reason?.message}\n`);
    expect(stderr).toContain(
      `error: export job ${id} failed\n  why: ${reason?.errorCode}: ${reason?.message}\n`,
    );
  });

  test("tells of a failed job which one it is, even where the job itself does not", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("failed") });
    const { stderr } = await atlas.run(`wait ${id} ${cluster}`, { fetch: withOddJobs(atlas, { id: null }) });
    expect(stderr).toContain(`error: export job ${id} failed\n`);
  });

  test("tells of a cancelled job with exit code 7", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("cancelled") });
    const { exitCode, documents } = await atlas.run(`wait ${id} ${cluster} --json`);
    expect(exitCode).toBe(7);
    expect(documents.slice(-2)).toMatchObject([
      { type: "ended", outcome: "cancelled" },
      { type: "error", exitCode: 7, what: `export job ${id} was cancelled` },
    ]);
  });

  test("gives up at --timeout with exit code 8, says that the job goes on, and how to wait on", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const { exitCode, stderr } = await atlas.run(`wait ${id} ${cluster} --timeout 10m`);
    expect(exitCode).toBe(8);
    expect(stderr).toContain(`error: export job ${id} did not end within 10m
  why: the job goes on; it was last seen InProgress
   do: go on waiting with: atlas-snapshot-export wait ${id} --project ${seed.groupId} --cluster ${seed.clusterName}
`);
  });

  test("interrupted says that the job goes on and how to wait on, and leaves an empty line", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const controller = new AbortController();
    const onWrite = (text: string) => {
      if (text.includes("InProgress")) controller.abort(new Interruption("SIGINT"));
    };
    const { signal } = controller;
    const url = `--base-url ${atlas.mock.url}`;
    const { exitCode, stderr } = await atlas.run(`wait ${id} ${cluster} ${url}`, {
      terminal: 60,
      signal,
      onWrite,
    });
    expect(exitCode).toBe(130);
    const told = stderr.split("\r\u001b[K").at(-1);
    expect(told).toBe(`\u001b[31merror:\u001b[39m the wait for export job ${id} was interrupted
\u001b[2m  why:\u001b[22m the job goes on; it was last seen InProgress
\u001b[2m   do:\u001b[22m go on waiting with: atlas-snapshot-export wait ${id} --project ${seed.groupId} --cluster ${seed.clusterName} ${url}
`);
  });

  test("that has ended early under npx is resumed by npx", async () => {
    await using atlas = await session();
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    const env = { npm_command: "exec", npm_config_user_agent: "npm/11.19.1 node/v24.21.0 linux x64" };
    const { stderr } = await atlas.run(`wait ${id} ${cluster} --timeout 1m`, { env });
    expect(stderr).toContain(
      `   do: go on waiting with: npx @atlas-snapshot-export/cli wait ${id} --project ${seed.groupId} --cluster ${seed.clusterName}\n`,
    );
  });

  test("waits out what passes by itself", async () => {
    await using atlas = await session({
      scenario: {
        faults: [2, 3, 4, 5, 6, 7].map((request) => ({
          on: "getBackupExportJob",
          request,
          kind: "unavailableHtml",
        })),
      },
    });
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour("successful") });
    expect((await atlas.run(`wait ${id} ${cluster}`)).exitCode).toBe(0);
  });

  test("ends where the job cannot be read, and says how to wait on once that is mended", async () => {
    await using atlas = await session({ scenario: { roles: ["Project Backup Export Operator"] } });
    const { id } = atlas.mock.addJob(seed);
    const { exitCode, documents, stderr } = await atlas.run(`wait ${id} ${cluster} --json`);
    expect(exitCode).toBe(3);
    expect(documents).toMatchObject([{ type: "error", status: 403, exportId: id }]);
    expect(stderr).toContain(`; then go on waiting with: atlas-snapshot-export wait ${id} --project `);
  });

  test("says nothing of waiting on for a job that does not exist", async () => {
    await using atlas = await session();
    const { exitCode, documents, stderr } = await atlas.run(`wait ${seed.snapshotId} ${cluster} --json`);
    expect(exitCode).toBe(4);
    expect(documents).toMatchObject([{ type: "error", status: 404 }]);
    expect(stderr).not.toContain("go on waiting");
  });
});
