import {
  type AtlasClient,
  type ExportJob,
  type ExportJobReference,
  listExportJobs,
} from "@atlas-snapshot-export/client";

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
  active: ExportJobReference | undefined;
  /** When the newest export that succeeded was created, in epoch milliseconds; minus infinity when none ever was. */
  lastExportAt: number;
}

export async function survey(atlas: AtlasClient, target: Target, signal?: AbortSignal): Promise<Survey> {
  const { groupId, clusterName, exportBucketId } = target;
  let active: ExportJobReference | undefined;
  let lastExportAt = Number.NEGATIVE_INFINITY;
  for await (const job of listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 }, { signal })) {
    if (job.exportBucketId !== exportBucketId) continue;
    const state = listed(job, "state");
    if (state === "Failed" || state === "Cancelled") continue;
    if (state === "Successful") lastExportAt = Math.max(lastExportAt, Date.parse(listed(job, "createdAt")));
    // A state that is not known may be an active one.
    else active = { groupId, clusterName, exportId: listed(job, "id") };
  }
  return { target, active, lastExportAt };
}

/** Every property may be missing. Without one that decides, a snapshot could be exported, and billed, twice. */
function listed(job: ExportJob, name: "id" | "state" | "createdAt"): string {
  const value = job[name];
  if (value === undefined)
    throw new Error(`Export job ${job.id ?? ""} is listed without body.results[].${name}`);
  return value;
}
