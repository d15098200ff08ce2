import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import {
  createAtlasClient,
  exportSnapshot,
  type ServiceAccountOptions,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import { expect, test } from "vitest";
import { systemClock } from "../system-clock.ts";
import { seed } from "../testing/jobs.ts";
import { runIn } from "../testing/session.ts";

const time = { clock: systemClock, fetch };

test("mock says how to use it, serves until Ctrl-C, and ends with exit code 0", async () => {
  const controller = new AbortController();
  let answered = 0;
  const { exitCode, stdout, stderr } = await runIn({}, "mock", time, {
    signal: controller.signal,
    async onWrite(text) {
      const env = Object.fromEntries(
        [...text.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
      );
      const command = /^atlas-snapshot-export (export .*)$/m.exec(text)?.[1];
      if (!command) return;
      answered = (await runIn(env, command, time)).exitCode;
      controller.abort();
    },
  });
  expect(answered).toBe(0);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("export MONGODB_ATLAS_BASE_URL=http://127.0.0.1:");
  expect(stderr).toMatch(
    /^200 POST \/api\/atlas\/v2\/groups\/\w+\/clusters\/orders-prod\/backup\/exports createBackupExportJob$/m,
  );
});

test("mock on every address says how another container uses it", async () => {
  const controller = new AbortController();
  const { stdout } = await runIn({}, "mock --host 0.0.0.0", time, {
    signal: controller.signal,
    onWrite: (text) => text.includes("export ") && controller.abort(),
  });
  expect(stdout).toMatch(/^export MONGODB_ATLAS_BASE_URL=http:\/\/127\.0\.0\.1:\d+$/m);
  expect(stdout).toMatch(
    /^export MONGODB_ATLAS_BASE_URL=http:\/\/<name of this one>:\d+ MONGODB_ATLAS_ALLOW_INSECURE_HTTP=true$/m,
  );
});

test("mock lets a job go through the given steps", async () => {
  const controller = new AbortController();
  let state: Promise<unknown> | undefined;
  await runIn({}, "mock --json --job queued:10ms,failed", time, {
    signal: controller.signal,
    onWrite(text) {
      if (!text.startsWith("{")) return;
      const { url, credentials } = JSON.parse(text);
      state = stateAtTheEnd(url, credentials).finally(() => controller.abort());
    },
  });
  expect(await state).toBe("Failed");
});

async function stateAtTheEnd(baseUrl: string, credentials: ServiceAccountOptions): Promise<unknown> {
  const atlas = createAtlasClient({ auth: serviceAccount(credentials), baseUrl });
  const { job } = await exportSnapshot(atlas, seed, { intervalMs: 20 });
  return job.state;
}

test.each([
  ["--port x", "A port is a number from 0 to 65535."],
  ["--port 65536", "A port is a number from 0 to 65535."],
  ["--job queued,failed", "Steps are written queued:3s,inProgress:20s,failed."],
  ["--job lost", "scenario.job[0] has the example lost; known are queued, inProgress, successful"],
])("mock %s is refused with what is allowed", async (flags, why) => {
  const { exitCode, stderr } = await runIn({}, `mock ${flags}`, time);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`why: ${why}`);
});

test("mock tells of a port that is in use", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { exitCode, stderr } = await runIn({}, `mock --port ${port}`, time);
  server.close();
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`error: port ${port} of 127.0.0.1 is in use\n`);
});
