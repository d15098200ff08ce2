import type { ExportJob, ListBackupExportJobsInput } from "@atlas-snapshot-export/types";
import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { listBackupExportJobs as operation } from "../definition.gen.ts";
import { pages } from "../lists/pages.ts";
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

/**
 * The same where something is concluded from what the list lacks: it is read to its end beyond doubt.
 *
 * @throws {ResponseValidationError} also when the end of the list is in doubt
 */
export async function* everyExportJob(
  atlas: AtlasClient,
  cluster: { groupId: string; clusterName: string },
  options?: CallOptions,
): AsyncGenerator<ExportJob, void, undefined> {
  const { groupId, clusterName } = cluster;
  const list = pages(
    () => operation.operationId,
    (page) => listBackupExportJobs(atlas, { groupId, clusterName, ...page }, options),
    { itemsPerPage: 500, isProof: true },
  );
  for await (const { results } of list) yield* results;
}
