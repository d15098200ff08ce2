// The service may leave out every optional property. Without one, a function of the client does the same as with it, or
// names it; and once there is a job, its id is in the result or in the error.
import {
  createAtlasClient,
  isAtlasError,
  type ServiceAccount,
  serviceAccount,
} from "@atlas-snapshot-export/client";
import { type Mock, type Scenario, startMock, testClock } from "@atlas-snapshot-export/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { definition } from "../definition.ts";
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
} from "./absence.ts";
import { groupId, type Scene, scenes, target, weeklyId } from "./scenes.ts";

const clock = testClock();
/** Shared, so that not every run signs in anew. */
let auth: ServiceAccount;
/** Snapshots and buckets are the definition's examples, the same for every cluster. */
const remember = remembering(clock.fetch, (url) =>
  /\/(snapshots|exportBuckets)\b/.test(url) ? url.replace(/cluster-\d+/, "") : undefined,
);
let replicaSets: Mock;
let shardedClusters: Mock;

beforeAll(async () => {
  const job: Scenario["job"] = [{ example: "queued", forMs: 60_000 }, { example: "successful" }];
  replicaSets = await startMock({ clock, scenario: { job } });
  auth = serviceAccount(replicaSets.credentials);
  const answers: Scenario["answers"] = [{ on: "listReplicaSetBackups", status: 200, example: "none" }];
  shardedClusters = await startMock({ clock, scenario: { job, answers } });
});

afterAll(async () => {
  await replicaSets.close();
  await shardedClusters.close();
});

/** What came of a scene. Ids of jobs are replaced: each run has its own. */
interface Played {
  outcome: { decided: unknown } | { error: unknown };
  /** The ids of the jobs that the scene began with, then of those that it created. */
  jobIds: string[];
  creations: number;
  /** The responses as they were before anything was taken from them. */
  responses: Success[];
  warnings: string[];
}

/** How many requests the longest scene needs, many times over. */
const maxRequests = 100;
let clusters = 0;

async function play(scene: Scene, absence: Absence): Promise<Played> {
  const mock = scene.isSharded ? shardedClusters : replicaSets;
  const cluster = { groupId, clusterName: `cluster-${clusters++}` };
  const old = { ...target, snapshotId: weeklyId, createdAtMs: clock.now() - 7 * 24 * 60 * 60_000 };
  const jobIds = [old, ...(scene.jobs ?? [])].map((seed) => {
    const createdAtMs = clock.now() - 60 * 60_000;
    return mock.addJob({ ...cluster, ...target, createdAtMs, ...seed }).id ?? "";
  });
  const responses: Success[] = [];
  const warnings: string[] = [];
  let creations = 0;
  let requests = 0;
  const send = fetchWithout(absence, definition, remember, ({ operationId, body }) => {
    responses.push({ operationId, body });
    if (operationId !== "createBackupExportJob") return;
    creations += 1;
    jobIds.push((body as { id: string }).id);
  });
  const atlas = createAtlasClient({
    auth,
    baseUrl: mock.url,
    clock,
    random: () => 0.5,
    hooks: { onWarning: ({ message }) => warnings.push(message) },
    async fetch(url, init) {
      requests += 1;
      if (requests > maxRequests) throw new Error("the scene does not end");
      const before = creations;
      const response = await send(url, init);
      if (scene.isCreationLost && before === 0 && creations === 1) throw new TypeError("fetch failed");
      return response;
    },
  });
  const outcome = await scene.decide(atlas, cluster, jobIds).then(
    (decided) => ({ decided }),
    (error: unknown) => ({ error }),
  );
  return { outcome, jobIds, creations, responses, warnings };
}

/** What a scene came to, in words that are the same in every run. */
function summaryOf({ outcome, jobIds, creations }: Played): string {
  const summary =
    "decided" in outcome
      ? outcome.decided
      : { error: (outcome.error as Error).name, ...idsOf(outcome.error) };
  const text = JSON.stringify({ summary, creations }).replaceAll(/cluster-\d+/g, "the cluster");
  return jobIds.reduce((rest, id, at) => rest.replaceAll(id, `job ${at}`), text);
}

/** Where an error names the job. */
function idsOf(error: unknown): { outcome?: string; exportId?: string } {
  const { outcome, reference, exportId = reference?.exportId, job } = Object(error);
  return { outcome, exportId: exportId ?? job?.id };
}

/** What is wrong with it, in a sentence each. */
function judge(scene: Scene, played: Played, absence: Absence, expected: string): string[] {
  const { outcome, jobIds, creations, warnings } = played;
  const faults = warnings.flatMap((text) => holesIn(text).map((hole) => `a warning shows ${hole}: ${text}`));
  if (creations > 1) faults.push(`created ${creations} jobs`);
  const summary = summaryOf(played);
  if ("decided" in outcome) {
    if (summary !== expected) faults.push(`decided ${summary}, not ${expected}`);
    return faults;
  }
  const { error } = outcome;
  const text = String(error);
  if (!isAtlasError(error)) return [...faults, `threw ${text}`];
  faults.push(...holesIn(text).map((hole) => `the error shows ${hole}: ${text}`));
  if (summary === expected) return faults;
  if (!isNamedIn(absence, text)) faults.push(`does not name what is missing: ${text}`);
  const isIdReceived =
    !scene.isCreationLost &&
    !(absence.properties.includes("id") && absence.operationIds.includes("createBackupExportJob"));
  const { exportId, outcome: known } = idsOf(error);
  const isNamed = exportId === jobIds.at(-1) || (!isIdReceived && known === "unknown");
  if (creations > 0 && !isNamed) faults.push(`does not name the job: ${text}`);
  return faults;
}

const absences = absencesIn(definition);

test.each(scenes)("$name decides the same without an optional property, or names it", async (scene) => {
  const whole = await play(scene, nothing);
  const expected = summaryOf(whole);
  const felt = absences.filter((absence) => isFelt(absence, whole.responses));
  const faults = judge(scene, whole, nothing, expected);
  for (const absence of felt) {
    const played = await play(scene, absence);
    faults.push(...judge(scene, played, absence, expected).map((fault) => `${absence.name}: ${fault}`));
  }
  expect(felt).not.toEqual([]);
  expect(faults).toEqual([]);
});
