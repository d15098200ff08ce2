import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { type FailingConnection, failingConnections } from "../testing/failing-connections.ts";
import { proxyPassword } from "../testing/failing-servers.ts";

interface Failure {
  code?: string;
  mayHaveArrived?: boolean;
  message: string;
}

const directory = await mkdtemp(join(tmpdir(), "failing-connections-"));
const certificateFile = join(directory, "trusted.pem");
const connections = await failingConnections();
await writeFile(certificateFile, connections.trusted);
afterAll(async () => {
  await connections[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

const direct = connections.rows.filter(({ proxy }) => !proxy);
const proxied = connections.rows.filter(({ proxy }) => proxy);
const running = [failuresOf(direct), ...proxied.map((row) => failuresOf([row]))];
const failures = Promise.all(running).then((lists) => lists.flat());

test.each([...direct, ...proxied].map((row, index) => ({ ...row, index })))("reports $name", async (row) => {
  const { expected, url, index } = row;
  const failure = (await failures)[index];
  expect(failure).toMatchObject({
    mayHaveArrived: expected.mayHaveArrived,
    message: expect.stringContaining(expected.text),
  });
  expect(expected.codes).toContain(failure?.code);
  expect(failure?.message).not.toContain(proxyPassword);
  if (!expected.mayHaveArrived) expect(connections.hasRequest(url)).toBe(false);
});

/** What a process of its own says, which trusts the certificate and goes through the proxy. */
async function failuresOf(rows: readonly FailingConnection[]): Promise<Failure[]> {
  const input = {
    client: new URL("../index.ts", import.meta.url).href,
    undici: createRequire(import.meta.url).resolve("undici"),
    rows,
  };
  const program = fileURLToPath(new URL("../testing/try-connections.js", import.meta.url));
  const proxy = rows[0]?.proxy;
  const env = {
    NODE_EXTRA_CA_CERTS: certificateFile,
    ...(proxy ? { HTTPS_PROXY: proxy, NODE_USE_ENV_PROXY: "1" } : {}),
  };
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(input)], { env });
  return JSON.parse(stdout) as Failure[];
}
