// Measures how long the built program takes to show its help, beside a Node that does nothing: in turns, so that both
// meet the same machine, and by the least of all rounds, because whatever else a machine does only makes them longer.
// The help may take 1.5 times as long as nothing, and 60 ms.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const rounds = 41;
const main = fileURLToPath(new URL("dist/main.js", import.meta.url));

const nothing: number[] = [];
const help: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  nothing.push(elapsedMs(["-e", "0"]));
  help.push(elapsedMs([main, "--help"]));
}
const allowedMs = 1.5 * Math.min(...nothing) + 60;
for (const [what, times] of Object.entries({ "node -e 0": nothing, "--help": help })) {
  console.log(`${what.padEnd(9)}  ${Math.min(...times).toFixed(0)} ms (median ${median(times).toFixed(0)})`);
}
console.log(`allowed    ${allowedMs.toFixed(0)} ms; the least of ${rounds} rounds, Node ${process.version}`);
if (Math.min(...help) > allowedMs) process.exitCode = 1;

function elapsedMs(args: string[]): number {
  const startedAt = performance.now();
  const { status } = spawnSync(process.execPath, args, { stdio: "ignore" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}; build first`);
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
