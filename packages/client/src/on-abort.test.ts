import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { getBackupExportJob, serviceAccount, waitForExportJob } from "./index.ts";
import { onAbort } from "./on-abort.ts";
import { connect, failureOf } from "./testing/connect.ts";
import { autoClock } from "./testing/fake-clock.ts";
import { clusterName, exportId, groupId, job } from "./testing/jobs.ts";
import { credentials } from "./testing/service-account.ts";
import { tokenService } from "./testing/token-service.ts";

const reference = { groupId, clusterName, exportId };
const countOf = (signal: AbortSignal) => getEventListeners(signal, "abort").length;

test("all who wait for one signal share a listener, which goes with the last of them", () => {
  const controller = new AbortController();
  const { signal } = controller;
  const rung: string[] = [];
  const leave = ["first", "second", "third"].map((name) => onAbort(signal, () => rung.push(name)));
  expect(countOf(signal)).toBe(1);
  leave[1]?.();
  leave[1]?.();
  expect(countOf(signal)).toBe(1);
  controller.abort();
  expect(rung).toEqual(["first", "third"]);
  leave[0]?.();
  leave[2]?.();
  expect(countOf(signal)).toBe(0);
});

test("a signal that was left can be waited for again", () => {
  const controller = new AbortController();
  onAbort(controller.signal, () => expect.unreachable())();
  let hasRung = false;
  onAbort(controller.signal, () => {
    hasRung = true;
  });
  controller.abort();
  expect(hasRung).toBe(true);
});

// Node 20 warns of a leak from the eleventh on: https://nodejs.org/api/events.html#eventssetmaxlistenersn-eventtargets
test("50 calls and 50 waits at once put one listener on the signal that they share", async () => {
  const seen = new Set<number>();
  const { signal } = new AbortController();
  await using server = await tokenService(undefined, () => {
    seen.add(countOf(signal));
    return { body: job({ state: "Successful" }) };
  });
  const { atlas } = connect(server, { auth: serviceAccount(credentials), deadlineMs: 60_000 });
  const fifty = Array.from({ length: 50 });
  await Promise.all([
    ...fifty.map(() => getBackupExportJob(atlas, reference, { signal })),
    ...fifty.map(() => waitForExportJob(atlas, reference, { signal })),
  ]);
  expect([...seen]).toEqual([1]);
  expect(countOf(signal)).toBe(0);
});

test("50 waits that share a signal all end with its reason", async () => {
  await using server = await tokenService();
  const clock = autoClock();
  const controller = new AbortController();
  const { atlas } = connect(server, { clock, fetch: clock.fetch });
  const onProgress = () => controller.abort("enough");
  const { signal } = controller;
  const waits = Array.from({ length: 50 }, () => waitForExportJob(atlas, reference, { signal, onProgress }));
  expect(await Promise.all(waits.map(failureOf))).toEqual(Array(50).fill("enough"));
  expect([countOf(signal), clock.pending]).toEqual([0, 0]);
});
