// Shows on this machine what makes CI fast in a large fleet: a cache that all machines share, and one package's tests in
// shards with one report. docs/content/docs/maintainers/ci-at-scale.md says how CI would have it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startCacheServer } from "./ci-at-scale/cache-server.ts";
import { runOnMachine } from "./ci-at-scale/machine.ts";
import { runInShards } from "./ci-at-scale/shards.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "ci-at-scale-"));

try {
  await showSharedCache();
  await showShards();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Two machines that have nothing in common but the server; the second should find all work done. */
async function showSharedCache(): Promise<void> {
  await using server = await startCacheServer(join(scratch, "server"));
  const first = await runOnMachine(root, join(scratch, "first"), server);
  report("the first machine does the work", first, first.tasks > 0);
  const second = await runOnMachine(root, join(scratch, "second"), server);
  report("the second machine finds it done", second, second.tasks > 0 && second.cached === second.tasks);
}

async function showShards(): Promise<void> {
  const { shards, merged } = await runInShards(join(root, "packages/client"), join(scratch, "reports"), 2);
  const sum = shards.reduce((total, tests) => total + tests, 0);
  const isWhole = shards.every((tests) => tests > 0) && sum === merged;
  report("the shards' reports make one of all tests", { shards, merged }, isWhole);
}

function report(claim: string, figures: object, isTrue: boolean): void {
  console.log(`${isTrue ? "ok  " : "FAIL"} ${claim}: ${JSON.stringify(figures)}`);
  if (!isTrue) process.exitCode = 1;
}
