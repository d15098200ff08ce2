import { expect, test } from "vitest";
import { seed } from "./testing/jobs.ts";
import { session } from "./testing/session.ts";

const cluster = `--cluster ${seed.clusterName}`;

test("--debug shows every request and answer with its headers, on stderr alone", async () => {
  await using atlas = await session();
  const plain = await atlas.run(`list ${cluster}`);
  const { stdout, stderr } = await atlas.run(`list ${cluster} --debug`);
  expect(stdout).toBe(plain.stdout);
  const url = `${atlas.mock.url}/api/atlas/v2/groups/${seed.groupId}/clusters/${seed.clusterName}/backup/exports`;
  expect(stderr).toContain(`debug: > POST ${atlas.mock.url}/api/oauth/token\n`);
  expect(stderr).toContain(`debug: > GET ${url}?`);
  expect(stderr).toMatch(
    /^debug: < 200 in \d+ ms: GET .+\n(?:debug: {5}.+\n)*debug: {5}ratelimit-limit: 1200$/m,
  );
});

test("--debug shows nothing that an API key signs in with", async () => {
  await using atlas = await session();
  const { publicKey, privateKey } = atlas.mock.credentials;
  const env = { MONGODB_ATLAS_PUBLIC_API_KEY: publicKey, MONGODB_ATLAS_PRIVATE_API_KEY: privateKey };
  const { exitCode, stderr } = await atlas.run(`list ${cluster} --auth api-key --debug`, { env });
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/^debug: < 401 in \d+ ms: GET /m);
  expect(stderr).not.toMatch(/nonce|authenticate/);
});

test("--debug shows what is tried again, and why", async () => {
  await using atlas = await session({
    scenario: { faults: [{ on: "listBackupExportJobs", request: 1, kind: "unavailableHtml" }] },
  });
  const { exitCode, stderr } = await atlas.run(`list ${cluster} --debug`);
  expect(exitCode).toBe(0);
  expect(stderr).toMatch(/^debug: attempt 1 failed \(503\), next in \d+(?:\.\d+)? ms: GET /m);
});

test("--debug shows where an error came from, and nothing else does", async () => {
  await using atlas = await session();
  const command = `get ${seed.snapshotId} ${cluster}`;
  expect((await atlas.run(command)).stderr).not.toMatch(/^\s*(debug:)?\s+at /m);
  expect((await atlas.run(`${command} --debug`)).stderr).toMatch(/^debug: AtlasApiError: .+\ndebug: {5}at /m);
});

test("--debug does not hide that a token could not be given back", async () => {
  await using atlas = await session();
  const fetch: typeof globalThis.fetch = (input, init) =>
    atlas.clock.fetch(String(input).replace("/oauth/revoke", "/oauth/lost"), init);
  const { exitCode, stderr } = await atlas.run(`list ${cluster} --debug`, { fetch });
  expect(exitCode).toBe(0);
  expect(stderr).toContain("debug: the token may live on: ");
});
