import type { CallOptions } from "../call.ts";
import { accepts } from "../check.ts";
import type { AtlasClient } from "../create-client.ts";
import { getReplicaSetBackup } from "../definition.gen.ts";
import { type AnySnapshot, type ClusterReference, listSnapshots } from "./list-snapshots.ts";

/**
 * The newest snapshot of a cluster, a replica set or a sharded one, that can be exported: completed, and no fallback.
 *
 * @returns undefined when there is none
 * @throws whatever `listSnapshots` throws
 *
 * @example
 * const snapshot = await findLatestSnapshot(atlas, { groupId, clusterName });
 * if (snapshot?.id) await exportSnapshot(atlas, { groupId, clusterName, snapshotId: snapshot.id, exportBucketId });
 */
export async function findLatestSnapshot(
  atlas: AtlasClient,
  cluster: ClusterReference,
  options?: CallOptions,
): Promise<AnySnapshot | undefined> {
  let latest: AnySnapshot | undefined;
  for await (const snapshot of listSnapshots(atlas, cluster, options)) {
    if (!isExportable(snapshot)) continue;
    if (latest === undefined || takenAt(snapshot) > takenAt(latest)) latest = snapshot;
  }
  return latest;
}

/** Every field may be missing: what does not say that it is completed, or who it is, cannot be exported. */
function isExportable({ id, status, snapshotType }: AnySnapshot): boolean {
  const hasUsableId = accepts(getReplicaSetBackup, "snapshotId", id);
  return hasUsableId && status === "completed" && snapshotType !== "fallback";
}

/** In epoch milliseconds; a snapshot that does not tell comes after all that do. */
function takenAt({ createdAt }: AnySnapshot): number {
  const time = Date.parse(String(createdAt));
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
