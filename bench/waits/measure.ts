/**
 * Waits for 10,000 export jobs at once, and prints what that takes while all of them are between two looks, as JSON.
 *
 * Run with `node --expose-gc measure.ts`.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { createAtlasClient, serviceAccount, waitForExportJob } from "@atlas-snapshot-export/client";
import { callMany } from "../calls/in-flight.ts";
import { target } from "../calls/target.ts";

export interface Waiting {
  readonly bytesEach: number;
  readonly sockets: number;
}

const waits = 10_000;
/** No second look for as long as it takes to look at the heap. */
const intervalMs = 3_600_000;

const server = fork(new URL("../calls/server.ts", import.meta.url));
const [baseUrl] = await once(server, "message");
const { groupId, clusterName, clientId, clientSecret } = target;
const atlas = createAtlasClient({ auth: serviceAccount({ clientId, clientSecret }), baseUrl });
const { signal, abort } = abortable();
const ended: Promise<unknown>[] = [];

/** Begins to wait, and is back after the first look. */
function beginWait(): Promise<void> {
  const exportId = "6ae80653f2c94e0d8b6a1c57";
  return new Promise((resolve, reject) => {
    const onProgress = (): void => resolve();
    const wait = waitForExportJob(
      atlas,
      { groupId, clusterName, exportId },
      { signal, intervalMs, onProgress },
    );
    wait.catch(reject);
    ended.push(wait);
  });
}

// What is loaded and compiled once is no part of a wait.
await callMany(beginWait, 100, 50);
const before = await heapUsed();
await callMany(beginWait, waits, 50);
const bytesEach = ((await heapUsed()) - before) / waits;
const sockets = await socketsWhenIdle();

abort();
const outcomes = await Promise.allSettled(ended);
if (outcomes.some(({ status }) => status === "fulfilled")) throw new Error("a wait ended before its time");
const waiting: Waiting = { bytesEach, sockets };
process.stdout.write(JSON.stringify(waiting), () => process.exit());

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

async function heapUsed(): Promise<number> {
  // What one collection finalizes, such as a stream, only the next one frees.
  for (let times = 0; times < 4; times += 1) {
    globalThis.gc?.();
    await delay(0);
  }
  return process.memoryUsage().heapUsed;
}

/** Node keeps a connection for some seconds, in case that another request follows. */
async function socketsWhenIdle(): Promise<number> {
  const open = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === "TCPSocketWrap").length;
  for (let seconds = 0; seconds < 15 && open() > 0; seconds += 1) await delay(1_000);
  return open();
}
