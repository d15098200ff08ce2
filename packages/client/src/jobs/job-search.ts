import type { ExportJob } from "@atlas-snapshot-export/types";
import type { CallOptions } from "../call.ts";
import { accepts } from "../check.ts";
import type { AtlasClient } from "../create-client.ts";
import { getBackupExportJob } from "../definition.gen.ts";
import type { ResponseValidationError } from "../errors.ts";
import { missingProperties, missingTexts } from "../missing-properties.ts";
import { activeBy, isActiveExport, isOther } from "./is-active.ts";
import { everyExportJob } from "./list-export-jobs.ts";
import { missingOfToken } from "./request-token.ts";

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
  /** What a job lacks that may be the active one, where no job certainly is. */
  missing?: string[] | undefined;
}

/**
 * Searches the list for the job that was asked for.
 *
 * @throws {ResponseValidationError} when a job lacks what distinguishes it from ours: such a list does not prove anything
 */
export async function searchJobs(search: JobSearch): Promise<FoundJobs> {
  const { snapshotId } = search.input;
  let active: UsableJob | undefined;
  let missing: string[] | undefined;
  let doubtful: ResponseValidationError | undefined;
  for await (const job of jobsOf(search)) {
    const missingOfOurs = missingFrom(search, job);
    if (missingOfOurs?.length === 0) return { ours: job as UsableJob };
    if (missingOfOurs) doubtful ??= unrecognisable(missingOfOurs, job);
    const isOfSnapshot = isActiveExport(job, snapshotId);
    if (isOfSnapshot && hasUsableId(job)) active = job;
    else if (isOfSnapshot !== false) missing ??= [...missingId(job), ...missingTexts(job, activeBy)];
  }
  if (doubtful) throw doubtful;
  return active ? { active } : { missing };
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

/** What a job lacks to be the one that was asked for: nothing when it is. Undefined when it certainly is not. */
function missingFrom({ input, token, before }: JobSearch, job: ExportJob): string[] | undefined {
  const { id, snapshotId, exportBucketId } = job;
  if (isOther(snapshotId, input.snapshotId) || isOther(exportBucketId, input.exportBucketId))
    return undefined;
  if (token === undefined && before.has(id)) return undefined;
  const missing =
    token === undefined ? missingTexts(job, ["snapshotId", "exportBucketId"]) : missingOfToken(job, token);
  return missing && [...missingId(job), ...missing];
}

/** The id, where the job could not be read by it. */
export function missingId(job: ExportJob): string[] {
  return hasUsableId(job) ? [] : ["id"];
}

/** The error of a list in which a job may be the one that was asked for. */
export function unrecognisable(names: string[], job: ExportJob): ResponseValidationError {
  const purpose = "whether the job is the one that was asked for";
  return missingProperties("listBackupExportJobs", { place: "body.results[]", names, purpose, data: job });
}

function jobsOf({ atlas, input, options }: JobSearch): AsyncIterable<ExportJob> {
  return everyExportJob(atlas, input, options);
}
