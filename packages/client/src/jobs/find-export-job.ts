import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import type { ResponseValidationError } from "../errors.ts";
import { missingId, type UsableJob, unrecognisable } from "./job-search.ts";
import { everyExportJob } from "./list-export-jobs.ts";
import { missingOfToken } from "./request-token.ts";

/** Which job to find, as `createExportJob` was given its token. */
export interface TokenSearch {
  groupId: string;
  clusterName: string;
  token: string;
}

/**
 * Finds the export job that `createExportJob` created with a token, whatever its state, snapshot and bucket.
 *
 * @returns undefined when there is no such job
 * @throws {ResponseValidationError} when a job lacks what decides
 * @throws whatever `listExportJobs` throws
 *
 * @example
 * const job = await findExportJob(atlas, { groupId, clusterName, token: "nightly-2026-11-02" });
 * if (job) await waitForExportJob(atlas, { groupId, clusterName, exportId: job.id });
 */
export async function findExportJob(
  atlas: AtlasClient,
  { groupId, clusterName, token }: TokenSearch,
  options?: CallOptions,
): Promise<UsableJob | undefined> {
  let doubtful: ResponseValidationError | undefined;
  for await (const job of everyExportJob(atlas, { groupId, clusterName }, options)) {
    const missing = missingOfToken(job, token);
    if (!missing) continue;
    const all = [...missingId(job), ...missing];
    if (all.length === 0) return job as UsableJob;
    doubtful ??= unrecognisable(all, job);
  }
  if (doubtful) throw doubtful;
  return undefined;
}
