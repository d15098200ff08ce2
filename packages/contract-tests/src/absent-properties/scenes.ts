import {
  type AtlasClient,
  createExportJob,
  exportSnapshot,
  findExportJob,
  findLatestSnapshot,
  getSnapshot,
  listExportBuckets,
  listExportJobs,
  listSnapshots,
  paginate,
  preflightExport,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import type { JobSeed } from "@atlas-snapshot-export/mock";
import { examples } from "@atlas-snapshot-export/spec/examples";
import { holesIn } from "./absence.ts";

const { snapshotId, exportBucketId } = examples.createBackupExportJob.requests.minimal;
const otherBucketId = examples.getExportBucket.responses[200].azure._id;
const snapshots = Object.values(examples.getReplicaSetBackup.responses[200]);
const fallbackId = snapshots.find(({ snapshotType }) => snapshotType === "fallback")?.id ?? "";
const runningId = snapshots.find(({ status }) => status === "inProgress")?.id ?? "";
export const weeklyId: string = snapshots.find(({ frequencyType }) => frequencyType === "weekly")?.id ?? "";
const shardedId = examples.getShardedClusterBackup.responses[200].completed.id;
export const groupId = "65f0c2a84d1b3e7a9c5d2f10";
const token = "nightly-2026-11-02";
const customData = [{ key: "exportRequestToken", value: token }];

/** What a function of the client is called for. */
export interface Scene {
  name: string;
  isSharded?: boolean;
  /** The jobs of the cluster besides an old one. */
  jobs?: Partial<JobSeed>[];
  /** Whether the connection breaks after the first request for a job. */
  isCreationLost?: boolean;
  /** Calls the function; returns what it decided, without what may be absent. */
  decide(atlas: AtlasClient, cluster: Cluster, jobIds: readonly string[]): Promise<unknown>;
}

export interface Cluster {
  groupId: string;
  clusterName: string;
}

const created = async (
  creation: Promise<{ reference: { exportId: string }; origin: string }>,
): Promise<unknown> => {
  const { reference, origin } = await creation;
  return { exportId: reference.exportId, origin };
};
/** What is exported, and where to. */
export const target: Pick<JobSeed, "snapshotId" | "exportBucketId"> = { snapshotId, exportBucketId };
const running = { scenario: [{ example: "inProgress" }] } as const;

const endings = ["successful", "sharded", "failed", "cancelled"] as const;

/** Every function written by hand that reads responses, in the situations in which it decides otherwise. */
export const scenes: readonly Scene[] = [
  {
    name: "createExportJob",
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target })),
  },
  {
    name: "createExportJob with a token",
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target, token })),
  },
  {
    name: "createExportJob with the token of a job",
    jobs: [{ customData }],
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target, token })),
  },
  {
    name: "findExportJob",
    jobs: [{ customData }, {}],
    decide: async (atlas, cluster) => (await findExportJob(atlas, { ...cluster, token }))?.id,
  },
  {
    name: "createExportJob without a token",
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target, token: false })),
  },
  {
    name: "createExportJob of a snapshot that is being exported",
    jobs: [running, {}],
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target })),
  },
  {
    name: "createExportJob of a snapshot that is being exported into another bucket",
    jobs: [{ ...running, exportBucketId: otherBucketId }],
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target })),
  },
  {
    name: "createExportJob after a lost response",
    jobs: [{}],
    isCreationLost: true,
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target })),
  },
  {
    name: "createExportJob without a token after a lost response",
    jobs: [{}],
    isCreationLost: true,
    decide: (atlas, cluster) => created(createExportJob(atlas, { ...cluster, ...target, token: false })),
  },
  ...endings.map(
    (example): Scene => ({
      name: `waitForExportJob, ${example}`,
      jobs: [{ scenario: [{ example: "queued", forMs: 60_000 }, { example }], customData }],
      async decide(atlas, cluster, [, exportId = ""]) {
        const { outcome, reference } = await waitForExportJob(atlas, { ...cluster, exportId });
        return { outcome, reference };
      },
    }),
  ),
  {
    name: "exportSnapshot",
    async decide(atlas, cluster) {
      const { outcome, ...rest } = await exportSnapshot(atlas, { ...cluster, ...target, customData });
      return { outcome, ...((await created(Promise.resolve(rest))) as object) };
    },
  },
  {
    name: "exportSnapshot with a deadline",
    async decide(atlas, cluster) {
      const { outcome } = await exportSnapshot(atlas, { ...cluster, ...target }, { timeoutMs: 1_000 });
      return { outcome };
    },
  },
  ...[
    { name: "a snapshot that can be exported", jobs: [{ snapshotId: weeklyId, ...running }] },
    { name: "a snapshot that is being exported", jobs: [{}, running] },
    { name: "a fallback", snapshotId: fallbackId },
    { name: "a snapshot that is being taken", snapshotId: runningId },
    { name: "a snapshot of a sharded cluster", snapshotId: shardedId, isSharded: true },
  ].map(
    ({ name, ...rest }): Scene => ({
      name: `preflightExport of ${name}`,
      ...rest,
      async decide(atlas, cluster) {
        const { problems, activeJob } = await preflightExport(atlas, { ...cluster, ...target, ...rest });
        return {
          kinds: problems.map(({ kind }) => kind),
          holes: problems.flatMap(({ message }) => holesIn(message)),
          hasJob: activeJob !== undefined,
        };
      },
    }),
  ),
  {
    name: "findLatestSnapshot",
    decide: async (atlas, cluster) => (await findLatestSnapshot(atlas, cluster))?.id,
  },
  {
    name: "findLatestSnapshot of a sharded cluster",
    isSharded: true,
    decide: async (atlas, cluster) => (await findLatestSnapshot(atlas, cluster))?.id,
  },
  {
    name: "getSnapshot",
    decide: async (atlas, cluster) => Boolean(await getSnapshot(atlas, { ...cluster, snapshotId })),
  },
  {
    name: "getSnapshot of a sharded cluster",
    decide: async (atlas, cluster) =>
      Boolean(await getSnapshot(atlas, { ...cluster, snapshotId: shardedId })),
  },
  {
    name: "listExportJobs",
    jobs: [{ customData }, { scenario: [{ example: "sharded" }] }, {}, {}],
    decide: (atlas, cluster) => countOf(listExportJobs(atlas, { ...cluster, itemsPerPage: 2 })),
  },
  { name: "listSnapshots", decide: (atlas, cluster) => countOf(listSnapshots(atlas, cluster)) },
  {
    name: "listSnapshots of a sharded cluster",
    isSharded: true,
    decide: (atlas, cluster) => countOf(listSnapshots(atlas, cluster)),
  },
  {
    name: "paginate over buckets",
    decide: (atlas) => countOf(paginate(atlas, listExportBuckets, { groupId, itemsPerPage: 1 })),
  },
];

async function countOf(list: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of list) count += 1;
  return count;
}
