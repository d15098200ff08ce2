import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a process took, and those that it started. */
export interface Usage {
  readonly ms: number;
  /** The most that was in memory, in MB, of all the processes of Node together. */
  readonly peakMb: number;
  readonly stdout: string;
}

/**
 * Runs a script with the Node that runs the bench, to its end.
 *
 * @throws Error with what it printed, when it fails
 */
export function runProcess(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Usage {
  const directory = mkdtempSync(join(tmpdir(), "bench-"));
  const tellPeak = new URL("tell-peak.ts", import.meta.url).href;
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, ...env, NODE_OPTIONS: `--import=${tellPeak}`, PEAK_DIRECTORY: directory },
  });
  const ms = performance.now() - begun;
  const files = readdirSync(directory).filter((file) => !file.endsWith(".new"));
  const peaks = files.map((file) => Number(readFileSync(join(directory, file), "utf8")));
  rmSync(directory, { recursive: true });
  if (status !== 0) throw new Error(`${args.join(" ")} failed:\n${stdout}${stderr}`);
  return { ms, peakMb: peaks.reduce((sum, peak) => sum + peak, 0), stdout };
}
