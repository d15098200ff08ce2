import { readFileSync } from "node:fs";
import { type MockOptions, startMock } from "@atlas-snapshot-export/mock";
import { describe, expect, test } from "vitest";
import { type ExitCode, exitCodeMeanings, exitCodes } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";
import { halfAnHour, seed } from "./testing/jobs.ts";
import { oddService } from "./testing/odd-service.ts";
import { type RunOptions, session } from "./testing/session.ts";

interface Way {
  when: string;
  exitCode: ExitCode;
  /** `ID` stands for a job that is there, in the state that `end` says half an hour later. */
  args: string;
  end?: Parameters<typeof halfAnHour>[0];
  mock?: MockOptions;
  options?: () => Promise<RunOptions>;
}

const ways: Way[] = [
  { when: "all is well", exitCode: 0, args: "list" },
  {
    when: "the service answers what nobody can read",
    exitCode: 1,
    args: "list",
    options: async () => ({ env: { MONGODB_ATLAS_BASE_URL: await oddService({ results: "many" }) } }),
  },
  { when: "a flag is not known", exitCode: 2, args: "list --jsno" },
  { when: "an id is none", exitCode: 2, args: "get 7" },
  {
    when: "the secret is wrong",
    exitCode: 3,
    args: "list",
    options: async () => ({ env: { MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_wrong" } }),
  },
  {
    when: "the key's private half is wrong",
    exitCode: 3,
    args: "list --auth api-key",
    options: async () => ({
      env: { MONGODB_ATLAS_PUBLIC_API_KEY: "mockpubl", MONGODB_ATLAS_PRIVATE_API_KEY: "wrong-private" },
    }),
  },
  {
    when: "a role is missing",
    exitCode: 3,
    args: "list",
    mock: { scenario: { roles: ["Project Backup Export Operator"] } },
  },
  { when: "there is no such job", exitCode: 4, args: `get ${seed.snapshotId}` },
  {
    when: "the snapshot is being exported already",
    exitCode: 5,
    args: `export --snapshot ${seed.snapshotId} --bucket ${seed.exportBucketId}`,
  },
  { when: "the job fails", exitCode: 6, args: "wait ID", end: "failed" },
  { when: "the job is cancelled", exitCode: 7, args: "wait ID", end: "cancelled" },
  { when: "the job takes longer than it may", exitCode: 8, args: "wait ID --timeout 10m" },
  {
    when: "nobody listens there",
    exitCode: 9,
    args: "list",
    options: async () => ({ env: { MONGODB_ATLAS_BASE_URL: await closedAddress() } }),
  },
  {
    when: "nobody listens there any more once it is signed in",
    exitCode: 9,
    args: "list",
    mock: { scenario: { faults: [{ on: "listBackupExportJobs", kind: "cutBefore" }] } },
  },
  {
    when: "the service is down",
    exitCode: 9,
    args: "list",
    mock: { scenario: { faults: [{ on: "listBackupExportJobs", kind: "unavailableHtml" }] } },
  },
  {
    when: "the token endpoint is out of calls",
    exitCode: 9,
    args: "list",
    mock: { scenario: { faults: [{ on: "token", kind: "rateLimited" }] } },
  },
  {
    when: "it is interrupted",
    exitCode: 130,
    args: "wait ID",
    options: async () => {
      const controller = new AbortController();
      const onWrite = () => controller.abort(new Interruption("SIGINT"));
      return { signal: controller.signal, onWrite };
    },
  },
];

describe("the exit code is", () => {
  test.each(ways)("$exitCode when $when", async ({ exitCode, args, end = "successful", mock, options }) => {
    await using atlas = await session(mock);
    const { id } = atlas.mock.addJob({ ...seed, scenario: halfAnHour(end) });
    const command = `${args.replace("ID", String(id))} --cluster ${seed.clusterName} --json`;
    const ran = await atlas.run(command, await options?.());
    expect(ran.exitCode, ran.stderr).toBe(exitCode);
    if (exitCode !== 0) expect(ran.documents.at(-1)).toMatchObject({ type: "error", exitCode });
    const lines = exitCode === 0 ? [] : [/^error: .+$/, /^ {2}why: .+$/, /^ {3}do: .+$/];
    expect(ran.stderr.trimEnd().split("\n").slice(-3).filter(Boolean)).toEqual(
      lines.map((line) => expect.stringMatching(line)),
    );
  });
});

test("each exit code is shown by one of these", () => {
  expect(new Set(ways.map(({ exitCode }) => exitCode))).toEqual(new Set(Object.values(exitCodes)));
});

test("the README has them all", () => {
  // Without the marks of code, which a terminal has no use for.
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")
    .replaceAll("`", "")
    .replaceAll(/ +/g, " ");
  for (const [name, code] of Object.entries(exitCodes)) {
    expect(readme).toContain(`| ${code} | ${exitCodeMeanings[name as keyof typeof exitCodes]} |\n`);
  }
});

async function closedAddress(): Promise<string> {
  await using mock = await startMock();
  return mock.url;
}
