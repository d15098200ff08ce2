import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { ExportWaitError, isExportTimeoutError } from "../errors.ts";
import { type CreatedExportJob, type CreateExportJobInput, createExportJob } from "./create-export-job.ts";
import {
  type ExportResult,
  progressOf,
  requireWaitOptions,
  type WaitOptions,
  waitForExportJob,
} from "./wait-for-export-job.ts";

/** How an export ended, and where its job came from. */
export type ExportSnapshotResult = ExportResult & Pick<CreatedExportJob, "origin" | "token">;

/**
 * Exports a snapshot and follows the export to its end: `createExportJob`, then `waitForExportJob`.
 *
 * @param input what to export, and where to
 * @param options of the wait; `signal` ends either half. `onProgress` is called with the job as soon as it is created
 * @throws {ExportTimeoutError} when `timeoutMs` is over; carries the job as it was last seen
 * @throws {ExportWaitError} when there is a job, but whatever else `waitForExportJob` throws ended the wait: a signal,
 * an error of `onProgress`, a missing role; carries the job's reference
 * @throws {TypeError} when an option is unknown, is not a number, or is too small; nothing is sent
 * @throws whatever `createExportJob` throws
 *
 * @example
 * const result = await exportSnapshot(atlas, { groupId, clusterName, snapshotId, exportBucketId });
 * if (result.outcome === "successful") console.log(result.job.prefix);
 */
export async function exportSnapshot(
  atlas: AtlasClient,
  input: CreateExportJobInput,
  options: WaitOptions & Pick<CallOptions, "signal"> = {},
): Promise<ExportSnapshotResult> {
  requireWaitOptions("exportSnapshot", options);
  const { job, reference, origin, token } = await createExportJob(atlas, input, { signal: options.signal });
  try {
    await options.onProgress?.(progressOf(job, 0));
    const result = await waitForExportJob(atlas, reference, options);
    return { ...result, origin, token };
  } catch (cause) {
    throw isExportTimeoutError(cause) ? cause : new ExportWaitError({ reference, token, job, cause });
  }
}
