import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMock } from "@atlas-snapshot-export/mock";
import { expect, onTestFinished, test } from "vitest";
import { exitCodes } from "./exit-code.ts";
import { halfAnHour, seed } from "./testing/jobs.ts";

const why = spawnSync("faketime", ["--version"]).status === 0 ? "" : " (skipped: needs faketime)";
if (why) console.warn(`the system clock is set while the command waits${why}`);

const main = fileURLToPath(new URL("main.ts", import.meta.url));

test.skipIf(why).each(["-1h", "+1h"])(
  "--timeout ends a wait at its time when the system clock is set by %s meanwhile",
  async (step) => {
    const directory = mkdtempSync(join(tmpdir(), "system-clock-"));
    onTestFinished(() => rmSync(directory, { recursive: true }));
    const clockFile = join(directory, "clock");
    writeFileSync(clockFile, "+0");
    let polls = 0;
    await using mock = await startMock({
      scenario: { job: halfAnHour("successful") },
      onRequest({ operationId }) {
        if (operationId !== "getBackupExportJob") return;
        polls += 1;
        writeFileSync(clockFile, step);
      },
    });
    const { id } = mock.addJob(seed);
    const wait = ["wait", String(id), "--cluster", seed.clusterName, "--timeout", "2s", "--interval", "1s"];
    const env = {
      PATH: process.env["PATH"],
      MONGODB_ATLAS_BASE_URL: mock.url,
      MONGODB_ATLAS_PROJECT_ID: seed.groupId,
      MONGODB_ATLAS_CLIENT_ID: mock.credentials.clientId,
      MONGODB_ATLAS_CLIENT_SECRET: mock.credentials.clientSecret,
      // As NTP does it: the wall clock is set, the monotonic one goes on. The program reads the file each time.
      FAKETIME_TIMESTAMP_FILE: clockFile,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
    // The variable that faketime sets would come before the file.
    const command = ["-f", "+0", "env", "-u", "FAKETIME", process.execPath, main, ...wait];
    const { code, stderr } = await promisify(execFile)("faketime", command, { env, timeout: 30_000 }).then(
      () => ({ code: 0, stderr: "" }),
      (failure: { code: number; stderr: string }) => failure,
    );
    expect(code, stderr).toBe(exitCodes.deadline);
    expect(stderr).toContain("did not end within 2s");
    // The first poll, in which the clock is set, and the last one, at the end.
    expect(polls).toBeGreaterThan(1);
  },
);
