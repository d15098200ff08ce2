import type { ExportJob } from "@atlas-snapshot-export/types";
import type { CallOptions } from "../call.ts";
import { accepts } from "../check.ts";
import type { AtlasClient } from "../create-client.ts";
import { getBackupExportJob } from "../definition.gen.ts";
import { ResponseValidationError } from "../errors.ts";
import { isActive } from "./is-active.ts";
import { listExportJobs } from "./list-export-jobs.ts";
import { carriesToken } from "./request-token.ts";

/** What to search the list of jobs for. */
export interface JobSearch {
  atlas: AtlasClient;
  input: { groupId: string; clusterName: string; snapshotId: string; exportBucketId: string };
  options: CallOptions;
  /** What the job carries; undefined when it is recognised by snapshot and bucket. */
  token: string | undefined;
  /** Ids of the jobs that existed before the request, where there is no token. */
  before: Set<unknown>;
}

/** A job that can be read and waited for. */
export type UsableJob = ExportJob & { id: string };

/** What the list of jobs shows: the job that was asked for, else an active one of its snapshot. */
export interface FoundJobs {
  ours?: UsableJob;
  active?: UsableJob | undefined;
}

/**
 * Searches the list for the job that was asked for.
 *
 * @throws {ResponseValidationError} when a job lacks what tells it from ours: such a list does not prove anything
 */
export async function searchJobs(search: JobSearch): Promise<FoundJobs> {
  let active: UsableJob | undefined;
  let doubtful: ExportJob | undefined;
  for await (const job of jobsOf(search)) {
    const isOur = isOurs(search, job);
    if (isOur === undefined) doubtful ??= job;
    if (!hasUsableId(job)) continue;
    if (isOur) return { ours: job };
    if (job.snapshotId === search.input.snapshotId && isActive(job)) active = job;
  }
  if (doubtful) throw tooLittle(search, doubtful);
  return { active };
}

/** The ids of all jobs of the cluster. */
export async function jobIds(search: JobSearch): Promise<Set<unknown>> {
  const ids = new Set<unknown>();
  for await (const job of jobsOf(search)) if (hasUsableId(job)) ids.add(job.id);
  return ids;
}

/** Whether the job can be read by its id: with one that the definition refuses, it could never be waited for. */
export function hasUsableId(job: unknown): job is UsableJob {
  return accepts(getBackupExportJob, "exportId", (job as ExportJob | null)?.id);
}

/** Whether it is the job that was asked for; undefined when it says too little of itself to tell. */
function isOurs(search: JobSearch, job: ExportJob): boolean | undefined {
  const { input, token, before } = search;
  if (isOther(job.snapshotId, input.snapshotId) || isOther(job.exportBucketId, input.exportBucketId))
    return false;
  if (token === undefined && before.has(job.id)) return false;
  if (token !== undefined && Array.isArray(job.customData) && !carriesToken(job, token)) return false;
  return missingIn(search, job).length === 0 ? true : undefined;
}

/** What is not even a text may hide the one that was asked for. */
function isOther(given: unknown, asked: string): boolean {
  return typeof given === "string" && given !== asked;
}

/** The properties without which it cannot be told whether a job is ours. */
function missingIn({ token }: JobSearch, job: ExportJob): string[] {
  const isThere = {
    id: hasUsableId(job),
    snapshotId: token !== undefined || typeof job.snapshotId === "string",
    exportBucketId: token !== undefined || typeof job.exportBucketId === "string",
    customData: token === undefined || Array.isArray(job.customData),
  };
  return Object.entries(isThere).flatMap(([name, there]) => (there ? [] : [name]));
}

function tooLittle(search: JobSearch, job: ExportJob): ResponseValidationError {
  const violations = missingIn(search, job).map((name) => ({
    field: `body.results[].${name}`,
    rule: "must be there, to tell whether the job is the one that was asked for",
    given: "a job without a usable one",
  }));
  return new ResponseValidationError("listBackupExportJobs", violations, job);
}

function jobsOf({ atlas, input, options }: JobSearch): AsyncIterable<ExportJob> {
  const { groupId, clusterName } = input;
  return listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 }, options);
}
