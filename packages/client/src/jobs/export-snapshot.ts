import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { type CreateExportJobInput, createExportJob } from "./create-export-job.ts";
import { type ExportResult, progressOf, type WaitOptions, waitForExportJob } from "./wait-for-export-job.ts";

/**
 * Exports a snapshot and follows the export to its end: `createExportJob`, then `waitForExportJob`.
 *
 * @param input what to export, and where to
 * @param options of the wait; `signal` ends either half. `onProgress` is told of the job as soon as it is created, so
 * that its id is known whatever becomes of the wait
 * @throws whatever the two throw
 *
 * @example
 * const result = await exportSnapshot(atlas, { groupId, clusterName, snapshotId, exportBucketId });
 * if (result.outcome === "successful") console.log(result.job.prefix);
 */
export async function exportSnapshot(
  atlas: AtlasClient,
  input: CreateExportJobInput,
  options: WaitOptions & Pick<CallOptions, "signal"> = {},
): Promise<ExportResult> {
  const { groupId, clusterName } = input;
  const job = await createExportJob(atlas, input, { signal: options.signal });
  options.onProgress?.(progressOf(job, 0));
  // createExportJob answers with a job only when it has an id.
  return waitForExportJob(atlas, { groupId, clusterName, exportId: String(job.id) }, options);
}
