import { expect, test } from "vitest";
import { Interruption } from "../interruption.ts";
import { seed } from "../testing/jobs.ts";
import { session } from "../testing/session.ts";

const cluster = `--cluster ${seed.clusterName}`;
const credentialError = (code: string) => ({
  error: 401,
  reason: "Unauthorized",
  detail: "You are not authorized for this resource.",
  errorCode: code,
});

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

test("login --check prints the credential before it signs in, and each row before the next request", async () => {
  let printed = "";
  const seen: [path: string, rows: number][] = [];
  await using atlas = await session({
    onRequest: ({ path, operationId }) => seen.push([operationId ?? path, printed.split("\n").length - 1]),
  });
  const onWrite = (text: string) => {
    printed += text;
  };
  await atlas.run(`login --check ${cluster}`, { onWrite });
  expect(seen.slice(0, 2)).toEqual([
    ["/api/oauth/token", 4],
    ["listExportBuckets", 4],
  ]);
  expect(seen).toContainEqual(["listReplicaSetBackups", 5]);
  expect(seen).toContainEqual(["listBackupExportJobs", 6]);
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

test("login --check with a wrong secret says so in every row, with exit code 3, after one sign-in", async () => {
  await using atlas = await session();
  const env = { MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_wrong" };
  const { exitCode, stdout, stderr } = await atlas.run(`login --check ${cluster}`, { env });
  expect(exitCode).toBe(3);
  const refusal = `${atlas.mock.url}/api/oauth/token refuses the service account (401 invalid_client: The client id or the client secret is wrong.): check its client id and secret, and whether it was deleted or its secret has expired`;
  expect(
    stdout,
  ).toBe(`credential   a service account, ${atlas.mock.credentials.clientId} (MONGODB_ATLAS_CLIENT_ID)
service      ${atlas.mock.url}
project      ${seed.groupId}

no   read export buckets: ${refusal}
no   read snapshots: ${refusal}
no   read export jobs: ${refusal}
no   create export jobs: ${refusal}
`);
  expect(stderr).toBe(`error: the sign-in failed
  why: ${refusal}
   do: check the credential: it is unknown, wrong or expired
`);
  expect(atlas.mock.requests).toHaveLength(1);
});

test("login --check with a wrong API key has a reason in every row, with exit code 3", async () => {
  await using atlas = await session();
  const env = { MONGODB_ATLAS_PUBLIC_API_KEY: "mockpubl", MONGODB_ATLAS_PRIVATE_API_KEY: "wrong-private" };
  const command = `login --check ${cluster} --auth api-key`;
  const { exitCode, stdout, stderr } = await atlas.run(command, { env });
  expect(exitCode).toBe(3);
  const rows = stdout.trimEnd().split("\n").slice(4);
  expect(rows).toEqual([
    expect.stringMatching(/^no {3}read export buckets: the service answered 401 /),
    expect.stringMatching(/^no {3}read snapshots: the service answered 401 /),
    expect.stringMatching(/^no {3}read export jobs: the service answered 401 /),
    "?    create export jobs (not tried: to try it is to do it)",
  ]);
  expect(stderr).toContain(
    "error: this credential may not read export buckets, nor read snapshots, nor read export jobs\n",
  );
  expect(stderr).toContain("   do: check the credential: it is unknown, wrong or expired\n");
});

test("login --check tries every permission where a 401 concerns one of them", async () => {
  await using atlas = await session();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await atlas.clock.fetch(input, init);
    if (!String(input).includes("/exportBuckets")) return response;
    return Response.json(credentialError("USER_UNAUTHORIZED"), { status: 401 });
  };
  const { exitCode, documents, stderr } = await atlas.run(`login --check ${cluster} --json`, { fetch });
  expect(exitCode).toBe(3);
  const [document] = documents;
  if (document?.type !== "login") throw new Error("no login document");
  expect(document.checks.map(({ allowed }) => allowed)).toEqual([false, true, true, null]);
  expect(stderr).toContain("the credential is right, and lacks a role");
});

test.each([
  [
    "the project",
    { on: "listExportBuckets", status: 404, example: "groupNotFound" },
    [null, true, true, null],
  ],
  [
    "the cluster",
    { on: "listBackupExportJobs", status: 404, example: "clusterNotFound" },
    [true, true, null, null],
  ],
] as const)(
  "login --check reports in its rows that %s does not exist, with exit code 4",
  async (_, answer, allowed) => {
    await using atlas = await session({ scenario: { answers: [answer] } });
    const { exitCode, documents, stderr } = await atlas.run(`login --check ${cluster} --json`);
    expect(exitCode).toBe(4);
    const [document] = documents;
    if (document?.type !== "login") throw new Error("no login document");
    expect(document.checks.map(({ allowed }) => allowed)).toEqual(allowed);
    expect(document.checks.find(({ allowed, note }) => allowed === null && note)?.note).toMatch(
      /404 \w+_NOT_FOUND/,
    );
    expect(stderr).toContain("error: the credential could not be checked\n");
  },
);

test("login --check reports an unreachable service in every row, and asks it once", async () => {
  await using atlas = await session({
    scenario: { faults: [{ on: "listExportBuckets", kind: "unavailableHtml" }] },
  });
  const { exitCode, stdout } = await atlas.run(`login --check ${cluster}`);
  expect(exitCode).toBe(9);
  const rows = stdout.trimEnd().split("\n").slice(4);
  expect(rows).toHaveLength(4);
  for (const row of rows) expect(row).toMatch(/^\? {4}(read|create) [\w ]+ \(the service answered 503/);
  const paths = atlas.mock.requests.map(({ path }) => path);
  expect(paths.filter((path) => /\/(snapshots|exports)/.test(path))).toEqual([]);
});

test("login --check that is interrupted ends at once with exit code 130", async () => {
  const controller = new AbortController();
  await using atlas = await session({
    onRequest({ operationId }) {
      if (operationId === "listExportBuckets") controller.abort(new Interruption("SIGINT"));
    },
  });
  const { exitCode, stdout } = await atlas.run(`login --check ${cluster}`, { signal: controller.signal });
  expect(exitCode).toBe(130);
  expect(stdout).toMatch(/^project .*\n\n$/m);
});

test("login alone says that there is nothing to log in to", async () => {
  await using atlas = await session();
  const { exitCode, stderr } = await atlas.run("login");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("atlas-snapshot-export login --check");
});
