import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import type { Line } from "./row.ts";

/** One run of the bench, as it is written and compared. */
export interface Results {
  readonly at: string;
  readonly node: string;
  readonly machine: string;
  readonly lines: readonly Line[];
}

const directory = new URL("results/", import.meta.url);

export function resultsNow(lines: readonly Line[]): Results {
  const [cpu] = cpus();
  const machine = `${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model.trim()}`;
  return { at: new Date().toISOString(), node: process.version, machine, lines };
}

/** @returns the file's path */
export function save(results: Results): string {
  const file = new URL(`${results.at.replaceAll(":", "-").slice(0, 19)}.json`, directory);
  mkdirSync(directory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return fileURLToPath(file);
}

export function readResults(path: string): Results {
  return JSON.parse(readFileSync(path, "utf8"));
}
