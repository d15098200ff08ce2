/**
 * Shows where the time of one client's calls goes, against a stubbed `fetch`: `node bench/profile.ts ours`.
 *
 * Prints the share of each function by itself, and writes the profile for the browser's own tools beside it.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { callMany } from "./calls/in-flight.ts";
import { stubFetch } from "./calls/stub.ts";
import { body, target } from "./calls/target.ts";
import type { Connect } from "./clients/target.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const [client = "ours"] = positionals;
const [warmUpCalls, calls] = [20_000, 100_000];

const baseUrl = stubFetch();
const { connect }: { connect: Connect } = await import(`./clients/${client}.ts`);
const create = connect({ ...target, baseUrl });
await callMany(() => create(body), warmUpCalls, 1);

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.setSamplingInterval", { interval: 100 });
await session.post("Profiler.start");
await callMany(() => create(body), calls, 1);
const { profile } = await session.post("Profiler.stop");

const file = new URL(`results/${client}.cpuprofile`, import.meta.url);
mkdirSync(new URL(".", file), { recursive: true });
writeFileSync(file, JSON.stringify(profile));
const { totalUs, shares } = sharesOf(profile);
console.log(`${client}: ${(totalUs / calls).toFixed(1)} µs a call\n`);
for (const { name, us } of shares.slice(0, 30)) {
  console.log(
    `${((100 * us) / totalUs).toFixed(1).padStart(5)} %  ${(us / calls).toFixed(2).padStart(5)} µs  ${name}`,
  );
}
console.log(`\nwritten to ${fileURLToPath(file)}`);

/** The time of each function without what it calls, the longest first. */
function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): {
  totalUs: number;
  shares: { name: string; us: number }[];
} {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const us = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = names.get(id) ?? "";
    us.set(name, (us.get(name) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const shares = [...us].map(([name, spent]) => ({ name, us: spent })).sort((a, b) => b.us - a.us);
  return { totalUs: shares.reduce((sum, { us }) => sum + us, 0), shares };
}

function nameOf({ functionName, url, lineNumber }: Profiler.Profile["nodes"][number]["callFrame"]): string {
  const file = url.replace(/^.*\/(?:node_modules|atlas-snapshot-export|packages)\//, "");
  return `${functionName || "(anonymous)"}${file && `  ${file}:${lineNumber + 1}`}`;
}
