import type { ExportJob, ListBackupExportJobsInput } from "@atlas-snapshot-export/types";
import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { paginate } from "../lists/paginate.ts";
import { listBackupExportJobs } from "../operations.gen.ts";

/**
 * All export jobs of a cluster, page by page as they are asked for. Holds one page in memory.
 *
 * @throws {ResponseValidationError} when an answer cannot be read as a list
 * @throws whatever `listBackupExportJobs` throws
 *
 * @example
 * for await (const job of listExportJobs(atlas, { groupId, clusterName })) console.log(job.id, job.state);
 */
export function listExportJobs(
  atlas: AtlasClient,
  input: ListBackupExportJobsInput,
  options?: CallOptions,
): AsyncGenerator<ExportJob, void, undefined> {
  return paginate(atlas, listBackupExportJobs, input, options);
}
