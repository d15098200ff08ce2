// Stands for code of your own. Its client is handed in, so that a test can hand in one that talks to the mock.
import {
  type AtlasClient,
  type ClusterReference,
  exportSnapshot,
  findLatestSnapshot,
  isAtlasApiError,
  isExportWaitError,
} from "@atlas-snapshot-export/client";

export interface Night {
  cluster: ClusterReference;
  exportBucketId: string;
  /** Wakes somebody up. */
  alert: (text: string) => void;
}

/** Exports the newest snapshot, and wakes somebody up when that does not work. Answers with the prefix of the files. */
export async function nightlyExport(
  atlas: AtlasClient,
  { cluster, exportBucketId, alert }: Night,
): Promise<string | undefined> {
  try {
    const snapshot = await findLatestSnapshot(atlas, cluster);
    if (!snapshot?.id) {
      alert(`${cluster.clusterName} has nothing to export`);
      return undefined;
    }
    const request = { ...cluster, snapshotId: snapshot.id, exportBucketId };
    const result = await exportSnapshot(atlas, request, { timeoutMs: 3 * 60 * 60_000 });
    if (result.outcome === "successful" && result.job.prefix) return result.job.prefix;
    const what = `The export of ${cluster.clusterName} ended ${result.outcome}`;
    alert(result.outcome === "successful" ? `${what}, but has no prefix` : what);
  } catch (error) {
    // Creating and reading need different roles, so a job may exist that this credential cannot follow.
    const cause = isExportWaitError(error) ? error.cause : error;
    if (!isAtlasApiError(cause)) throw error;
    alert(cause.status === 403 ? "The credential lacks a role" : cause.message);
  }
  return undefined;
}
