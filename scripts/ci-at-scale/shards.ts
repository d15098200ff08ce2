import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Shards {
  /** How many tests each ran. */
  shards: number[];
  /** How many the merged report has. */
  merged: number;
}

/** Runs the tests of a package in so many shards, then makes one report of theirs. */
export async function runInShards(folder: string, reports: string, count: number): Promise<Shards> {
  const config = ["--config", "../../vitest.config.ts"];
  const vitest = (...args: string[]) =>
    promisify(execFile)("vitest", ["run", ...config, ...args], { cwd: folder, maxBuffer: 2 ** 26 });
  const countOf = (name: string): number =>
    JSON.parse(readFileSync(`${reports}/${name}.json`, "utf8")).numTotalTests;
  const shards: number[] = [];
  // One after the other: on machines of their own they would run at once.
  for (let shard = 1; shard <= count; shard += 1) {
    await vitest(
      `--shard=${shard}/${count}`,
      ...["--reporter=blob", `--outputFile.blob=${join(reports, "blobs", `${shard}.json`)}`],
      ...["--reporter=json", `--outputFile.json=${join(reports, `${shard}.json`)}`],
    );
    shards.push(countOf(String(shard)));
  }
  await vitest(
    `--merge-reports=${join(reports, "blobs")}`,
    "--reporter=json",
    `--outputFile.json=${join(reports, "merged.json")}`,
  );
  return { shards, merged: countOf("merged") };
}
