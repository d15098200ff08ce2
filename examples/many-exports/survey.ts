import { type AtlasClient, type ExportJob, listExportJobs } from "@atlas-snapshot-export/client";

/** A cluster to export, and the bucket that its files go to. */
export interface Target {
  groupId: string;
  clusterName: string;
  exportBucketId: string;
}

/** What a cluster's list of jobs tells, which is all that a run has to know of the runs before it. */
export interface Survey {
  target: Target;
  /** The export that is at work, whoever started it. */
  activeJob: ExportJob | undefined;
  /** When the newest export that succeeded was created, in epoch milliseconds; minus infinity when none ever was. */
  lastExportAt: number;
}

export async function survey(atlas: AtlasClient, target: Target, signal?: AbortSignal): Promise<Survey> {
  const { groupId, clusterName, exportBucketId } = target;
  let activeJob: ExportJob | undefined;
  let lastExportAt = Number.NEGATIVE_INFINITY;
  for await (const job of listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 }, { signal })) {
    if (job.exportBucketId !== exportBucketId) continue;
    if (job.state === "Successful") lastExportAt = Math.max(lastExportAt, Date.parse(String(job.createdAt)));
    if (job.state === "Queued" || job.state === "InProgress") activeJob = job;
  }
  return { target, activeJob, lastExportAt };
}
