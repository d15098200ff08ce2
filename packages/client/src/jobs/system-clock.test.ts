import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { job } from "../testing/jobs.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { installed } from "../testing/server-process.ts";

const faketime = installed("faketime");
const why = faketime ? "" : " (skipped: needs faketime)";
if (why) console.warn(`the system clock is set during a wait${why}`);

const program = fileURLToPath(new URL("../testing/wait-for-job.ts", import.meta.url));

test.skipIf(why).each(["-1h", "+1h"])(
  "a wait ends at its time when the system clock is set by %s meanwhile",
  async (step) => {
    const directory = await mkdtemp(join(tmpdir(), "system-clock-"));
    const clockFile = join(directory, "clock");
    await writeFile(clockFile, "+0");
    await using server = await scriptedServer(async () => {
      await writeFile(clockFile, step);
      return { body: job() };
    });
    // As NTP does it: the wall clock is set, the monotonic one goes on. The program reads the file each time.
    const fake = {
      FAKETIME_TIMESTAMP_FILE: clockFile,
      FAKETIME_NO_CACHE: "1",
      FAKETIME_DONT_FAKE_MONOTONIC: "1",
    };
    // The variable that faketime sets would come before the file.
    const args = ["-f", "+0", "env", "-u", "FAKETIME", process.execPath, program, server.url, "1500"];
    const env = { ...process.env, ...fake };
    const { stdout } = await promisify(execFile)(String(faketime), args, { env, timeout: 30_000 });
    await rm(directory, { recursive: true });
    expect(stdout.trim()).toBe("ExportTimeoutError");
    // The first poll, in which the clock is set, and the last one, at the end.
    expect(server.requests.length).toBeGreaterThan(1);
  },
);
