#!/usr/bin/env node
import { Interruption } from "./interruption.ts";
import { proxySupport } from "./proxies.ts";
import { run } from "./run.ts";
import { systemClock } from "./system-clock.ts";

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  // Once: whoever presses Ctrl-C again wants out at once.
  process.once(signal, () => interrupted.abort(new Interruption(signal)));
}
for (const stream of [process.stdout, process.stderr]) {
  // Each write is told of its own failure (output.ts). Without a listener Node would end the process, and with it a wait.
  stream.on("error", () => {});
}

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
  clock: systemClock,
  fetch,
  proxies: proxySupport(process),
  random: Math.random,
  signal: interrupted.signal,
});
