// The service may leave out every optional property. Without one, an example does the same as with it, or names it, and
// prints nothing in the place of a value.
import { type AtlasClient, createAtlasClient, serviceAccount } from "@atlas-snapshot-export/client";
import {
  type Absence,
  absencesIn,
  fetchWithout,
  holesIn,
  isFelt,
  nothing,
  remembering,
  type Success,
} from "@atlas-snapshot-export/contract-tests/absent-properties";
import { definition } from "@atlas-snapshot-export/contract-tests/definition";
import { type JobSeed, type Mock, startMock, testClock } from "@atlas-snapshot-export/mock";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exportMany } from "../many-exports/export-many.ts";
import type { Target } from "../many-exports/survey.ts";
import { pickUpNightlyExport, startNightlyExport, tokensOfNight } from "../scheduled/nightly.ts";
import { nightlyExport } from "../your-tests/nightly-export.ts";
import { exportBucketId, groupId } from "./run-example.ts";

const clock = testClock();
const now = new Date(clock.now());
const hourMs = 60 * 60_000;
const snapshotId = "6ae802d65b8a4f2e917d3a64";
const weeklyId = "6adec80e5b8a4f2e917d39f1";
const customData = [{ key: "exportRequestToken", value: String(tokensOfNight(now)[0]) }];
const failed = { customData, scenario: [{ example: "failed" }] } as const;
const running = { customData, scenario: [{ example: "inProgress" }] } as const;

/** What an example is run for. */
interface Scene {
  name: string;
  /** The jobs of the cluster besides an old one. */
  jobs?: Partial<JobSeed>[];
  /** Runs it: what it decided, and what it says. */
  play(atlas: AtlasClient, target: Target): Promise<{ decided: unknown; texts: string[] }>;
}

const start: Scene["play"] = async (atlas, target) => {
  const { exitCode, text } = await startNightlyExport(atlas, target, now);
  return { decided: exitCode, texts: [text] };
};
const pickUp: Scene["play"] = async (atlas, { groupId, clusterName }) => {
  const { exitCode, text } = await pickUpNightlyExport(atlas, { groupId, clusterName }, now, 60_000);
  return { decided: exitCode, texts: [text] };
};
const many: Scene["play"] = async (atlas, target) => {
  const done = await exportMany(atlas, [target], { since: clock.now() - 2 * hourMs });
  const errors = done.flatMap((one) => ("error" in one ? [String(one.error)] : []));
  return { decided: done.map(({ outcome }) => outcome), texts: errors };
};

const scenes: Scene[] = [
  { name: "startNightlyExport", play: start },
  { name: "startNightlyExport after a start", jobs: [running], play: start },
  { name: "startNightlyExport after a failure", jobs: [failed], play: start },
  { name: "pickUpNightlyExport of an export that is done", jobs: [{ customData }, {}], play: pickUp },
  { name: "pickUpNightlyExport of an export that failed", jobs: [failed], play: pickUp },
  { name: "pickUpNightlyExport of an active export", jobs: [running], play: pickUp },
  { name: "pickUpNightlyExport where nothing was started", play: pickUp },
  {
    name: "nightlyExport",
    async play(atlas, { exportBucketId, ...cluster }) {
      const texts: string[] = [];
      const alert = (text: string) => texts.push(text);
      const prefix = await nightlyExport(atlas, { cluster, exportBucketId, alert });
      return { decided: prefix !== undefined, texts };
    },
  },
  { name: "exportMany", play: many },
  { name: "exportMany of a cluster that is up to date", jobs: [{}], play: many },
  {
    name: "exportMany of a cluster that is being exported",
    jobs: [{ scenario: [{ example: "inProgress", forMs: 2 * hourMs }, { example: "successful" }] }],
    play: many,
  },
];

let mock: Mock;
const auth = () => serviceAccount(mock.credentials);
/** Snapshots and buckets are the definition's examples, the same for every cluster. */
const send = remembering(clock.fetch, (url) =>
  /\/(snapshots|exportBuckets)\b/.test(url) ? url.replace(/cluster-\d+/, "") : undefined,
);

beforeAll(async () => {
  const job = [{ example: "queued", forMs: 60_000 }, { example: "successful" }] as const;
  mock = await startMock({ clock, scenario: { job } });
});

afterAll(() => mock.close());

interface Played {
  /** What it decided, in words that are the same in every run. */
  summary: string;
  texts: string[];
  responses: Success[];
}

let clusters = 0;

async function play({ jobs = [], play: run }: Scene, absence: Absence): Promise<Played> {
  const target = { groupId, clusterName: `cluster-${clusters++}`, exportBucketId };
  const old = { snapshotId: weeklyId, createdAtMs: clock.now() - 7 * 24 * hourMs };
  for (const fields of [old, ...jobs])
    mock.addJob({ ...target, snapshotId, createdAtMs: clock.now() - hourMs, ...fields });
  const responses: Success[] = [];
  const fetch = fetchWithout(absence, definition, send, (success) => responses.push(success));
  const atlas = createAtlasClient({ auth: auth(), baseUrl: mock.url, clock, fetch, random: () => 0.5 });
  const { decided, texts } = await run(atlas, target).catch((error: unknown) => ({
    decided: "error",
    texts: [String(error)],
  }));
  const creations = responses.filter(({ operationId }) => operationId === "createBackupExportJob").length;
  return { summary: JSON.stringify({ decided, creations }), texts, responses };
}

/** What is wrong with it, in a sentence each. */
function judge({ summary, texts }: Played, { properties }: Absence, expected: string): string[] {
  const all = texts.join("\n");
  const faults = holesIn(all).map((hole) => `shows ${hole}: ${all}`);
  const isNamed = properties.some((name) => new RegExp(`\\b${name}\\b`).test(all));
  const isTyped = !/\b(Type|Range|Reference|Syntax)Error\b/.test(all);
  if (summary !== expected && !(isNamed && isTyped))
    faults.push(`decided ${summary}, not ${expected}: ${all}`);
  return faults;
}

const absences = absencesIn(definition);

test.each(scenes)("$name decides the same without an optional property, or names it", async (scene) => {
  const whole = await play(scene, nothing);
  const felt = absences.filter((absence) => isFelt(absence, whole.responses));
  const faults = judge(whole, nothing, whole.summary);
  for (const absence of felt) {
    const played = await play(scene, absence);
    faults.push(...judge(played, absence, whole.summary).map((fault) => `${absence.name}: ${fault}`));
  }
  expect(felt).not.toEqual([]);
  expect(faults).toEqual([]);
});
