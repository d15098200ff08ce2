// Loaded into a process that is measured: leaves behind what it had in memory at the most, in MB.
import { writeFileSync } from "node:fs";

process.once("exit", () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(`${process.env["PEAK_DIRECTORY"]}/${process.pid}`, String(maxRSS / 1024));
});
