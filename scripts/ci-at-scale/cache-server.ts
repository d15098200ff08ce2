import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ownEnvironment } from "../own-environment.ts";

/** A cache for turbo on this machine; nothing else of the project needs it, so it is installed here alone. */
const packageName = "turborepo-remote-cache@2.12.0";

export interface CacheServer extends AsyncDisposable {
  url: string;
  token: string;
}

/** Starts the server on a free port, its files in a folder; answers once it does. */
export async function startCacheServer(folder: string): Promise<CacheServer> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const token = randomUUID();
  const server = spawn("pnpm", ["--silent", "dlx", packageName], {
    env: {
      ...ownEnvironment(),
      HOST: "127.0.0.1",
      PORT: new URL(url).port,
      LOG_LEVEL: "warn",
      STORAGE_PROVIDER: "local",
      STORAGE_PATH: folder,
      STORAGE_PATH_USE_TMP_FOLDER: "false",
      TURBO_TOKEN: token,
    },
    stdio: ["ignore", "ignore", "inherit"],
    // A group of its own, so that the server goes with the command that starts it.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await Promise.race([
    answer(url, token),
    ended.then(() => Promise.reject(new Error(`${packageName} did not start`))),
  ]);
  return {
    url,
    token,
    async [Symbol.asyncDispose]() {
      // It has a process id, for it has answered.
      process.kill(-(server.pid as number));
      await ended;
    },
  };
}

async function answer(url: string, token: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}` };
  while (!(await fetch(`${url}/v8/artifacts/status`, { headers }).catch(() => undefined))?.ok)
    await sleep(200);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // An AddressInfo, because it listens on a port and not on a pipe.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
