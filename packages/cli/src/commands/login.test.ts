import { expect, test } from "vitest";
import { seed } from "../testing/jobs.ts";
import { session } from "../testing/session.ts";

const cluster = `--cluster ${seed.clusterName}`;

test("login --check says which credential is used for which project, and what it may do", async () => {
  await using atlas = await session();
  const { exitCode, stdout } = await atlas.run(`login --check ${cluster}`);
  expect(exitCode).toBe(0);
  expect(
    stdout,
  ).toBe(`credential   a service account, ${atlas.mock.credentials.clientId} (MONGODB_ATLAS_CLIENT_ID)
service      ${atlas.mock.url}
project      ${seed.groupId}

yes  read export buckets
yes  read snapshots
yes  read export jobs
?    create export jobs (not tried: to try it is to do it)
`);
});

test("login --check creates nothing", async () => {
  await using atlas = await session();
  await atlas.run(`login --check ${cluster}`);
  expect(atlas.mock.jobs).toEqual([]);
  const methods = atlas.mock.requests.filter(({ operationId }) => operationId).map(({ method }) => method);
  expect(new Set(methods)).toEqual(new Set(["GET"]));
});

test("login --check tells what the credential may not do, with exit code 3", async () => {
  await using atlas = await session({ scenario: { roles: ["Project Backup Export Operator"] } });
  const { exitCode, stdout, stderr } = await atlas.run(`login --check ${cluster}`);
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(/^no {3}read export jobs: the service answered 403 /m);
  expect(stderr).toContain(
    "this credential may not read export buckets, nor read snapshots, nor read export jobs",
  );
});

test("login --check takes an API key, whose halves come from the environment and a flag", async () => {
  await using atlas = await session();
  const { publicKey, privateKey } = atlas.mock.credentials;
  const env = { MONGODB_ATLAS_PRIVATE_API_KEY: privateKey };
  const flags = `--auth api-key --public-key ${publicKey}`;
  const { exitCode, documents } = await atlas.run(`login --check ${cluster} ${flags} --json`, { env });
  expect(exitCode).toBe(0);
  expect(documents).toMatchObject([{ credential: { kind: "api-key", id: publicKey, from: "--public-key" } }]);
});

test("login --check with a wrong secret says so, with exit code 3", async () => {
  await using atlas = await session();
  const env = { MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_wrong" };
  const { exitCode, stdout, stderr } = await atlas.run(`login --check ${cluster}`, { env });
  expect(exitCode).toBe(3);
  expect(stdout).toBe("");
  expect(stderr).toContain(
    "refuses the service account (401 invalid_client: The client id or the client secret is wrong.)",
  );
});

test("login alone says that there is nothing to log in to", async () => {
  await using atlas = await session();
  const { exitCode, stderr } = await atlas.run("login");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("atlas-snapshot-export login --check");
});
