import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { CacheServer } from "./cache-server.ts";

export interface Work {
  tasks: number;
  cached: number;
  seconds: number;
}

/** What a machine of CI does that has no cache of its own, and shares the server's. */
export async function runOnMachine(
  root: string,
  ownCache: string,
  { url, token }: CacheServer,
): Promise<Work> {
  const startedAt = performance.now();
  const env = {
    ...process.env,
    TURBO_CACHE_DIR: ownCache,
    TURBO_API: url,
    TURBO_TOKEN: token,
    TURBO_TEAM: "team_ci",
  };
  const { stdout } = await promisify(execFile)("turbo", ["run", "typecheck"], {
    cwd: root,
    env,
    maxBuffer: 2 ** 26,
  });
  // The last lines, such as «Cached:    2 cached, 12 total».
  const [, cached, tasks] = /^Cached:\s+(\d+) cached, (\d+) total/m.exec(stdout) ?? [];
  return {
    tasks: Number(tasks),
    cached: Number(cached),
    seconds: Math.round((performance.now() - startedAt) / 1000),
  };
}
