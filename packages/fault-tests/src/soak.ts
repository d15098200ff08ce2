/**
 * Waits for 100,000 export jobs in one process, and fails when memory grows with them.
 *
 * Run with `node --expose-gc src/soak.ts`.
 */
import { getEventListeners } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { createAtlasClient, type ExportJob, waitForExportJob } from "@atlas-snapshot-export/client";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { inParallel } from "./in-parallel.ts";
import { virtualClock } from "./virtual-clock.ts";

const waits = 100_000;
const waitsPerReading = 10_000;
const waitsAtATime = 100;

/**
 * What the heap may grow by for each wait, in bytes: one pointer. A timer or a listener left behind is a hundred and
 * more; without a leak the figure is 2 at the most.
 */
const noise = 8;

const { groupId, clusterName, exportId } = definition.components.parameters;
const job = { groupId: groupId.example, clusterName: clusterName.example, exportId: exportId.example };
const { queued, inProgress, successful } = examples.getBackupExportJob.responses[200];
const { serviceUnavailable } = examples.getBackupExportJob.responses[503];

/** What each wait sees, one after the other: every way round its loop, a retry too. */
const course = [
  [200, queued],
  [200, inProgress],
  [503, serviceUnavailable],
  [200, inProgress],
  [200, successful],
] as const;

const clock = virtualClock(Date.parse("2026-11-02T03:41:07Z"));
/** One for all, as a process has one that ends it: a listener that a wait leaves behind stays. */
const { signal } = new AbortController();

async function wait(): Promise<void> {
  let looks = 0;
  const atlas = createAtlasClient({
    auth: { authorize: () => "Bearer own" },
    fetch: async () => {
      const [status, body] = course[looks++ % course.length] ?? [500, {}];
      return Response.json(body, { status });
    },
    clock,
    hooks: { onWarning: ({ message }) => fail(message) },
  });
  const seen: ExportJob[] = [];
  const { outcome } = await waitForExportJob(atlas, job, {
    signal,
    timeoutMs: 86_400_000,
    onProgress: (progress) => seen.push(progress.job),
  });
  if (outcome !== "successful" || looks !== course.length || seen.length !== course.length - 1)
    fail(`a wait ended ${outcome} after ${looks} looks`);
}

function fail(why: string): never {
  throw new Error(`soak: ${why}`);
}

/** The heap in use, in bytes, when all that can go is gone. */
async function heapUsed(): Promise<number> {
  const { gc } = globalThis;
  if (!gc) return fail("needs node --expose-gc");
  // What one collection finalizes, such as a stream, only the next one frees.
  for (let times = 0; times < 4; times += 1) {
    gc();
    await turn();
  }
  return process.memoryUsage().heapUsed;
}

function middle(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const readings: number[] = [];
for (let done = 0; done < waits; done += waitsPerReading) {
  await inParallel(Array.from({ length: waitsPerReading }), wait, waitsAtATime);
  const bytes = await heapUsed();
  readings.push(bytes);
  console.log(`${String(done + waitsPerReading).padStart(7)} waits: ${(bytes / 1024).toFixed(0)} KiB`);
}

const listeners = getEventListeners(signal, "abort").length;
if (listeners > 0 || clock.pending > 0)
  fail(`${listeners} listeners and ${clock.pending} timers are left behind`);

// The middle one: now and then V8 throws out compiled code, which makes one reading megabytes lower than the last.
const growths = readings
  .slice(1)
  .map((bytes, index) => (bytes - (readings[index] ?? bytes)) / waitsPerReading);
const growth = middle(growths);
console.log(`grows by ${growth.toFixed(1)} bytes a wait; up to ${noise} are noise`);
if (growth > noise) fail("the heap grows with the waits");
