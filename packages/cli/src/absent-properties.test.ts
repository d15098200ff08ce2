// The service may leave out every optional property. Without one, a command ends as it does with it, or names the
// property; nothing that people read shows a hole; and once there is a job, its id is printed.
import {
  type Absence,
  absencesIn,
  fetchWithout,
  holesIn,
  isFelt,
  isNamedIn,
  nothing,
  remembering,
  type Success,
} from "@atlas-snapshot-export/contract-tests/absent-properties";
import { definition } from "@atlas-snapshot-export/contract-tests/definition";
import type { JobSeed, Scenario } from "@atlas-snapshot-export/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Document } from "./documents.ts";
import { exitCodes } from "./exit-code.ts";
import { seed } from "./testing/jobs.ts";
import { type Ran, type Session, session } from "./testing/session.ts";
import type { World } from "./world.ts";

/** Snapshots of the definition's examples. */
const weeklyId = "6adec80e5b8a4f2e917d39f1";
const fallbackId = "6ae80d375b8a4f2e917d3a66";
const runningId = "6ae8572a5b8a4f2e917d3a70";

const hourMs = 60 * 60_000;

/** What a command is run for. Of its words, `JOB` is the id of the last job, and the cluster is added. */
interface Scene {
  words: string;
  /** The jobs of the cluster besides an old one. */
  jobs?: Partial<JobSeed>[];
  isSharded?: boolean;
  terminal?: number;
}

const to = "export --bucket acme-atlas-exports --snapshot";
const customData = [{ key: "exportRequestToken", value: "weekly-45" }];
const running = { scenario: [{ example: "inProgress" }] } as const;
const ending = (example: "successful" | "sharded" | "failed" | "cancelled"): Partial<JobSeed>[] => [
  { scenario: [{ example: "inProgress", forMs: hourMs + 60_000 }, { example }] },
];
const ended = (example: "successful" | "sharded" | "failed"): Partial<JobSeed>[] => [
  { scenario: [{ example }], customData },
];

const scenes: Scene[] = [
  { words: `${to} latest` },
  { words: `${to} latest --wait --json` },
  { words: `${to} latest --dry-run` },
  { words: `${to} latest --idempotency-key weekly-45` },
  { words: `${to} latest --idempotency-key weekly-45`, jobs: [{ snapshotId: weeklyId, customData }, {}] },
  { words: `${to} latest --idempotency-key weekly-45 --wait`, jobs: [{ customData }, {}] },
  {
    words: `${to} latest --idempotency-key weekly-45`,
    jobs: [{ customData, scenario: [{ example: "failed" }] }],
  },
  { words: `${to} latest --idempotency-key weekly-45 --dry-run`, jobs: [{ customData }] },
  {
    words: `${to} latest --idempotency-key weekly-45 --dry-run`,
    jobs: [{ customData, scenario: [{ example: "failed" }] }],
  },
  {
    words: `${to} ${seed.snapshotId} --idempotency-key weekly-45`,
    jobs: [{ snapshotId: weeklyId, customData }],
  },
  { words: `${to} latest`, jobs: [running, {}] },
  { words: `${to} ${fallbackId}` },
  { words: `${to} ${runningId}` },
  { words: "wait JOB", jobs: ending("successful") },
  { words: "wait JOB", jobs: ending("successful"), terminal: 100 },
  { words: "wait JOB --json", jobs: ending("sharded") },
  { words: "wait JOB", jobs: ending("failed") },
  { words: "wait JOB", jobs: ending("cancelled") },
  { words: "wait JOB --timeout 1s", jobs: [running] },
  { words: "get JOB", jobs: ended("successful") },
  { words: "get JOB --json", jobs: ended("failed") },
  { words: "get JOB", jobs: ended("failed") },
  { words: "get JOB", jobs: ended("sharded") },
  { words: "list", jobs: [{ customData }, running, ...ended("sharded")] },
  { words: "list --json", jobs: [{ customData }, running] },
  { words: "snapshots" },
  { words: "snapshots --completed --json" },
  { words: "snapshots --json" },
  { words: "snapshots --completed --json", isSharded: true },
  { words: "buckets" },
  { words: "buckets --json" },
  { words: "login --check" },
  { words: "login --check --json", isSharded: true },
];

/** A mock, and a `fetch` to it that asks once for snapshots and buckets: they are the same for every cluster. */
type Service = Session & { send: World["fetch"] };

async function service(scenario: Scenario): Promise<Service> {
  const started = await session({ scenario });
  const send = remembering(started.clock.fetch, (url) =>
    /\/(snapshots|exportBuckets)\b/.test(url) ? url.replace(/cluster-\d+/, "") : undefined,
  );
  return { ...started, send };
}

let replicaSets: Service;
let shardedClusters: Service;

beforeAll(async () => {
  const job = [{ example: "queued", forMs: 60_000 }, { example: "successful" }] as const;
  replicaSets = await service({ job });
  const answers = [{ on: "listReplicaSetBackups", status: 200, example: "none" }] as const;
  shardedClusters = await service({ job, answers });
});

afterAll(async () => {
  await replicaSets[Symbol.asyncDispose]();
  await shardedClusters[Symbol.asyncDispose]();
});

interface Played extends Ran {
  /** The ids of the jobs that the scene began with, then of those that it created. */
  jobIds: string[];
  creations: number;
  responses: Success[];
  /** Whether each line of stdout is a thing. */
  isList: boolean;
}

let clusters = 0;

async function play({ words, jobs = [], isSharded, terminal }: Scene, absence: Absence): Promise<Played> {
  const { mock, clock, run, send } = isSharded ? shardedClusters : replicaSets;
  const clusterName = `cluster-${clusters++}`;
  const old = { snapshotId: weeklyId, createdAtMs: clock.now() - 7 * 24 * hourMs };
  const jobIds = [old, ...jobs].map((fields) => {
    const createdAtMs = clock.now() - hourMs;
    return mock.addJob({ ...seed, clusterName, createdAtMs, ...fields }).id ?? "";
  });
  const responses: Success[] = [];
  let creations = 0;
  const fetch = fetchWithout(absence, definition, send, (success) => {
    responses.push(success);
    if (success.operationId !== "createBackupExportJob") return;
    creations += 1;
    jobIds.push((success.body as { id: string }).id);
  });
  const cluster = words.startsWith("buckets") ? "" : ` --cluster ${clusterName}`;
  const given = words.replace("JOB", jobIds.at(-1) ?? "") + cluster;
  const ran = await run(given, { fetch, ...(terminal ? { terminal } : {}) });
  const isList = /^(list|snapshots|buckets)/.test(words);
  return { ...ran, jobIds, creations, responses, isList };
}

/** How a command ended, in words that are the same in every run. */
function summaryOf({ exitCode, stdout, isList, documents, creations, responses, jobIds }: Played): string {
  const created = responses.filter(({ operationId }) => operationId === "createBackupExportJob");
  const what = created.map(({ body }) => {
    const { snapshotId, exportBucketId } = Object(body);
    return [snapshotId, exportBucketId];
  });
  const rows = isList ? stdout.split("\n").length : undefined;
  const summary = JSON.stringify({ exitCode, creations, what, rows, documents: documents.map(essenceOf) });
  return jobIds.reduce((text, id, at) => text.replaceAll(id, `job ${at}`), summary);
}

/** What a document says without what the service may leave out. */
function essenceOf(document: Document): unknown {
  switch (document.type) {
    case "jobs":
      return document.jobs.length;
    case "snapshots":
      return document.snapshots.length;
    case "buckets":
      return document.buckets.length;
    case "created":
      return document.isNew;
    case "ended":
      return document.outcome;
    case "login":
      return document.checks.map(({ allowed }) => allowed);
    default:
      return document.type;
  }
}

/** What is wrong with it, in a sentence each. */
function judge(played: Played, absence: Absence, expected: string): string[] {
  const { exitCode, stdout, stderr, documents, jobIds, creations } = played;
  const error = documents.find(({ type }) => type === "error");
  const texts = documents.length > 0 ? [stderr, JSON.stringify(error ?? "")] : [stdout, stderr];
  const faults = texts.flatMap((text) => holesIn(text).map((hole) => `shows ${hole}: ${text}`));
  const all = stdout + stderr;
  const isIdAbsent = absence.properties.includes("id");
  if (creations > 1) faults.push(`created ${creations} jobs`);
  if (creations > 0 && !isIdAbsent && !all.includes(jobIds.at(-1) ?? ""))
    faults.push(`hides the job: ${all}`);
  const summary = summaryOf(played);
  if (summary === expected) return faults;
  if (exitCode === exitCodes.done || !isNamedIn(absence, stderr)) faults.push(`ended ${summary}: ${all}`);
  return faults;
}

/** Those of a single operation, and all there are: the client's own test has the others, too. */
const absences = absencesIn(definition).filter(
  ({ operationIds }, at, { length }) => operationIds.length === 1 || at === length - 1,
);

test.each(scenes)("$words ends the same without an optional property, or names it", async (scene) => {
  const whole = await play(scene, nothing);
  const expected = summaryOf(whole);
  const felt = absences.filter((absence) => isFelt(absence, whole.responses));
  const faults = judge(whole, nothing, expected);
  for (const absence of felt) {
    const played = await play(scene, absence);
    faults.push(...judge(played, absence, expected).map((fault) => `${absence.name}: ${fault}`));
  }
  expect(felt).not.toEqual([]);
  expect(faults).toEqual([]);
});
