// The two halves of a scheduled job, for any client: start-export.ts and pick-up-export.ts call them.
import {
  type AtlasClient,
  type ClusterReference,
  createExportJob,
  type ExportJob,
  findExportJob,
  findLatestSnapshot,
  isExportTimeoutError,
  waitForExportJob,
} from "@atlas-snapshot-export/client";

/** What a half prints, and the exit code of its process. */
export interface Report {
  exitCode: number;
  text: string;
}

/**
 * By these the second half knows the exports of the first among all others of the cluster. Each further one is for a run
 * after a failed export.
 */
export function tokensOfNight(now: Date): string[] {
  const night = `nightly-${now.toISOString().slice(0, 10)}`;
  return [night, `${night}-2`, `${night}-3`];
}

/** The first half: creates the export of the night, unless one is active or has succeeded. */
export async function startNightlyExport(
  atlas: AtlasClient,
  { exportBucketId, ...cluster }: ClusterReference & { exportBucketId: string },
  now: Date,
): Promise<Report> {
  for (const token of tokensOfNight(now)) {
    const job = await findExportJob(atlas, { ...cluster, token });
    if (job && isOver(job)) continue;
    if (job) return { exitCode: 0, text: `${token}: export job ${job.id} was started before` };
    const snapshot = await findLatestSnapshot(atlas, cluster);
    if (!snapshot?.id) return { exitCode: 1, text: `${cluster.clusterName} has no completed snapshot` };
    const input = { ...cluster, snapshotId: snapshot.id, exportBucketId, token };
    const { reference, origin } = await createExportJob(atlas, input);
    const text = `${token}: export job ${reference.exportId} of snapshot ${snapshot.id}, ${origin}`;
    return { exitCode: 0, text };
  }
  return { exitCode: 1, text: "Every export of this night failed or was cancelled" };
}

/** Whether another export is needed, which the state decides. */
function isOver({ id, state }: ExportJob): boolean {
  if (state === undefined) throw new Error(`Export job ${id} is listed without body.results[].state`);
  return state === "Failed" || state === "Cancelled";
}

/** The second half: waits for the newest export that the first half started today or the day before. */
export async function pickUpNightlyExport(
  atlas: AtlasClient,
  cluster: ClusterReference,
  now: Date,
  timeoutMs: number,
): Promise<Report> {
  const found = await newestOfNights(atlas, cluster, now);
  if (!found) return { exitCode: 1, text: `No export of ${cluster.clusterName} was started since yesterday` };
  const { token, exportId } = found;
  const night = `${token}: export job ${exportId}`;
  try {
    const result = await waitForExportJob(atlas, { ...cluster, exportId }, { timeoutMs });
    if (result.outcome === "successful") {
      const { prefix = "the service does not say where its files are" } = result.job;
      return { exitCode: 0, text: `${night} is done: ${prefix}` };
    }
    const reason = result.outcome === "failed" ? result.reason?.message : undefined;
    return { exitCode: 1, text: `${night} ended ${result.outcome}${reason ? `: ${reason}` : ""}` };
  } catch (error) {
    if (!isExportTimeoutError(error)) throw error;
    return { exitCode: 75, text: `${night} is still ${error.job?.state ?? "in an unknown state"}` };
  }
}

async function newestOfNights(
  atlas: AtlasClient,
  cluster: ClusterReference,
  now: Date,
): Promise<{ token: string; exportId: string } | undefined> {
  const yesterday = new Date(now.getTime() - 24 * 60 * 60_000);
  for (const night of [now, yesterday]) {
    for (const token of tokensOfNight(night).toReversed()) {
      const job = await findExportJob(atlas, { ...cluster, token });
      if (job) return { token, exportId: job.id };
    }
  }
  return undefined;
}
