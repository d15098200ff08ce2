// Measures how long the built program takes to show its help, beside a Node that does nothing: in turns, so that both
// meet the same machine. It may take 1.5 times as long and 60 ms.
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
const allowedMs = 1.5 * median(nothing) + 60;
console.log(`node -e 0  ${median(nothing).toFixed(0)} ms (least ${Math.min(...nothing).toFixed(0)})`);
console.log(`--help     ${median(help).toFixed(0)} ms (least ${Math.min(...help).toFixed(0)})`);
console.log(`allowed    ${allowedMs.toFixed(0)} ms, medians of ${rounds} rounds, Node ${process.version}`);
if (median(help) > allowedMs) process.exitCode = 1;

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
