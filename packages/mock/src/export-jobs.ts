import { randomBytes } from "node:crypto";
import type { ExportJob } from "@atlas-snapshot-export/types";
import { type Clock, LAST_MS } from "./clock.ts";
import type { Cluster } from "./cluster.ts";
import { type JobScenario, requirePlayableJob, stepAt } from "./job-scenario.ts";
import { type JobSeed, requireJobSeed } from "./job-seed.ts";
import { requireNumber } from "./requirements.ts";

export interface StoredJob extends Required<JobSeed> {
  readonly id: string;
  /** When it was created, on the monotonic scale of the mock's clock. */
  readonly beganMs: number;
}

export interface ExportJobsOptions {
  readonly clock: Clock;
  readonly scenario: JobScenario;
  /** The bodies that stand for the states, by the names that scenarios use. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** When a snapshot was taken, as the definition's examples say it; `undefined` for a snapshot they do not have. */
  readonly snapshotCreatedAt: (snapshotId: string) => string | undefined;
}

const FINAL_STATES: ReadonlySet<ExportJob["state"]> = new Set(["Cancelled", "Failed", "Successful"]);

/** The export jobs of one mock. What is stored never changes: a job's state follows from its scenario and the clock. */
export class ExportJobs {
  readonly #stored: StoredJob[] = [];
  readonly #options: ExportJobsOptions;

  constructor(options: ExportJobsOptions) {
    this.#options = options;
    this.#require("scenario.job", options.scenario);
  }

  /**
   * Creates a job, and tells how it stands.
   *
   * @throws TypeError when there can be no such job.
   */
  add(seed: JobSeed): ExportJob {
    requireJobSeed(seed);
    return this.#stand(this.#store(seed));
  }

  /** Creates a job, and tells what its creation answers: the given example as this job. */
  create(seed: JobSeed, example: ExportJob): ExportJob {
    const job = this.#store(seed);
    return this.#identify(example, job, job.createdAtMs);
  }

  /** Every job as it stands now, in the order of their creation. */
  all(): ExportJob[] {
    return this.#stored.map((job) => this.#stand(job));
  }

  /** The clusters that have a job, some more than once. */
  clusters(): readonly Cluster[] {
    return this.#stored;
  }

  /** One cluster's jobs as they stand now, newest first. */
  of(cluster: Cluster): ExportJob[] {
    return this.#of(cluster)
      .reverse()
      .sort((one, other) => other.createdAtMs - one.createdAtMs)
      .map((job) => this.#stand(job));
  }

  find(cluster: Cluster, id: string): ExportJob | undefined {
    return this.of(cluster).find((job) => job.id === id);
  }

  isActive(cluster: Cluster, snapshotId: string): boolean {
    return this.of(cluster).some((job) => job.snapshotId === snapshotId && !FINAL_STATES.has(job.state));
  }

  #store(seed: JobSeed): StoredJob {
    const { clock } = this.#options;
    const nowMs = clock.now();
    const { customData = [], createdAtMs = nowMs, scenario = this.#options.scenario } = seed;
    this.#require("scenario", scenario);
    requireNumber("createdAtMs", createdAtMs, LAST_MS);
    const id = randomBytes(12).toString("hex");
    const beganMs = clock.monotonicMs() - (nowMs - createdAtMs);
    const job: StoredJob = { ...seed, customData, createdAtMs, beganMs, scenario, id };
    this.#stored.push(job);
    return job;
  }

  #stand(job: StoredJob): ExportJob {
    const { clock, examples } = this.#options;
    const { example, sinceMs } = stepAt(job.scenario, clock.monotonicMs() - job.beganMs);
    // A cast, because every answer is held against the definition before it leaves.
    return this.#identify(examples.get(example) as ExportJob, job, job.createdAtMs + sinceMs);
  }

  /** An example's state and progress on a job of its own: its ids, its data, its times. */
  #identify(example: ExportJob, job: StoredJob, stateSinceMs: number): ExportJob {
    const { snapshotCreatedAt } = this.#options;
    return structuredClone({
      ...example,
      id: job.id,
      exportBucketId: job.exportBucketId,
      snapshotId: job.snapshotId,
      ...(example.prefix !== undefined && {
        prefix: prefixOf(example.prefix, job, snapshotCreatedAt(job.snapshotId)),
      }),
      customData: job.customData,
      createdAt: toDateTime(job.createdAtMs),
      ...(FINAL_STATES.has(example.state) && { finishedAt: toDateTime(stateSinceMs) }),
    });
  }

  #require(place: string, scenario: JobScenario): void {
    requirePlayableJob(place, scenario, [...this.#options.examples.keys()]);
  }

  #of({ groupId, clusterName }: Cluster): StoredJob[] {
    return this.#stored.filter((job) => job.groupId === groupId && job.clusterName === clusterName);
  }
}

/** Where the files go. The folder of all exports and the organisation are the example's. */
function prefixOf(
  example: string,
  { groupId, clusterName, snapshotId, createdAtMs }: StoredJob,
  snapshotCreatedAt: string = toDateTime(timeOfIdMs(snapshotId)),
): string {
  const [folder, organisationId] = example.split("/");
  const minute = snapshotCreatedAt.slice(0, "2026-11-02T03:33".length).replace(":", "");
  const createdAtS = Math.floor(createdAtMs / 1000);
  return [folder, organisationId, groupId, clusterName, minute, createdAtS].join("/");
}

/** The second in which an ObjectId was created is its beginning. */
function timeOfIdMs(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) * 1000;
}

/** In UTC, to the second, as the live service writes it. */
function toDateTime(epochMs: number): string {
  return `${new Date(epochMs).toISOString().slice(0, "2026-11-02T03:41:07".length)}Z`;
}
