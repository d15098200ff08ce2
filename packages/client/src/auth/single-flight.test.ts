import { getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { failureOf } from "../testing/connect.ts";
import { singleFlight } from "./single-flight.ts";

/** A run that a test ends by hand. */
function runs() {
  const started: { signal: AbortSignal; end: (value: string) => void; fail: (error: unknown) => void }[] = [];
  const run = (signal: AbortSignal) =>
    new Promise<string>((end, fail) => {
      started.push({ signal, end, fail });
    });
  return { run, started };
}

test("all who ask at the same time share one run", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const all = Array.from({ length: 100 }, () => share(run, undefined));
  started[0]?.end("one");
  expect(new Set(await Promise.all(all))).toEqual(new Set(["one"]));
  expect(started).toHaveLength(1);
});

test("who asks after the end gets a run of their own", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const first = share(run, undefined);
  started[0]?.end("one");
  expect(await first).toBe("one");
  const second = share(run, undefined);
  started[1]?.end("two");
  expect(await second).toBe("two");
});

test("a failure is shared and not kept", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const first = share(run, undefined);
  const second = share(run, new AbortController().signal);
  started[0]?.fail(new Error("broken"));
  expect(await failureOf(first)).toEqual(new Error("broken"));
  expect(await failureOf(second)).toEqual(new Error("broken"));
  const third = share(run, undefined);
  started[1]?.end("mended");
  expect(await third).toBe("mended");
});

test("one who leaves does not end the run for the others", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const controller = new AbortController();
  const stays = share(run, new AbortController().signal);
  const leaves = share(run, controller.signal);
  controller.abort("enough");
  expect(await failureOf(leaves)).toBe("enough");
  expect(started[0]?.signal.aborted).toBe(false);
  started[0]?.end("one");
  expect(await stays).toBe("one");
});

test("the last one who leaves ends the run, and who asks then does not join it", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const controllers = [new AbortController(), new AbortController()] as const;
  const leaving = controllers.map(({ signal }) => share(run, signal));
  controllers[0].abort("enough");
  expect(await failureOf(leaving[0] as Promise<string>)).toBe("enough");
  expect(started[0]?.signal.aborted).toBe(false);
  controllers[1].abort("me too");
  expect(await failureOf(leaving[1] as Promise<string>)).toBe("me too");
  expect(started[0]?.signal.aborted).toBe(true);

  const next = share(run, undefined);
  started[0]?.fail(new Error("the abandoned run"));
  started[1]?.end("two");
  expect(await next).toBe("two");
});

test("an abandoned run that ends late does not disturb the one after it", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const controller = new AbortController();
  const leaves = share(run, controller.signal);
  controller.abort("enough");
  await failureOf(leaves);
  const next = share(run, undefined);
  started[0]?.end("late");
  await Promise.resolve();
  const joins = share(run, undefined);
  started[1]?.end("two");
  expect(await Promise.all([next, joins])).toEqual(["two", "two"]);
  expect(started).toHaveLength(2);
});

test("a signal that has aborted begins nothing", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  expect(await failureOf(share(run, AbortSignal.abort("enough")))).toBe("enough");
  expect(started).toHaveLength(0);
});

test("no listener is left, whatever the end", async () => {
  const { run, started } = runs();
  const share = singleFlight<string>();
  const controller = new AbortController();
  const { signal } = controller;
  const done = share(run, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  started[0]?.end("one");
  await done;
  expect(getEventListeners(signal, "abort")).toHaveLength(0);

  const failed = share(run, signal);
  started[1]?.fail(new Error("broken"));
  await failureOf(failed);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);

  const left = share(run, signal);
  controller.abort("enough");
  await failureOf(left);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
