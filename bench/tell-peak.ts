// Loaded into a process that is measured: leaves behind what it had in memory at the most, in MB. It tells so all along,
// because a worker that has done its part may be ended before it gets to say anything.
import { renameSync, writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = `${process.env["PEAK_DIRECTORY"]}/${process.pid}`;

if (isMainThread) {
  setInterval(tell, 1_000).unref();
  process.once("exit", tell);
}

/** In one step, so that the figure is there whole or as it was. */
function tell(): void {
  writeFileSync(`${file}.new`, String(process.resourceUsage().maxRSS / 1024));
  renameSync(`${file}.new`, file);
}
