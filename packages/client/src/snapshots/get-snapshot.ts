import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { isAtlasApiError } from "../errors.ts";
import { getReplicaSetBackup, getShardedClusterBackup } from "../operations.gen.ts";
import { requireObject } from "../require-object.ts";
import { type AnySnapshot, type ClusterReference, refusesKind } from "./list-snapshots.ts";

/** Which snapshot to look at. */
export interface SnapshotReference extends ClusterReference {
  snapshotId: string;
}

/**
 * One snapshot of a cluster, a replica set or a sharded one.
 *
 * @throws {AtlasApiError} when it cannot be read; 404 when there is none
 * @throws {ResponseValidationError} when the answer is no snapshot at all
 * @throws whatever else `getReplicaSetBackup` and `getShardedClusterBackup` throw
 *
 * @example
 * const { status, createdAt } = await getSnapshot(atlas, { groupId, clusterName, snapshotId });
 */
export async function getSnapshot(
  atlas: AtlasClient,
  { groupId, clusterName, snapshotId }: SnapshotReference,
  options?: CallOptions,
): Promise<AnySnapshot> {
  const reference = { groupId, clusterName, snapshotId };
  try {
    return requireObject("getReplicaSetBackup", await getReplicaSetBackup(atlas, reference, options));
  } catch (error) {
    // Only the snapshot itself tells which kind of cluster it is of, and most clusters are replica sets.
    if (!isMissing(error) && !refusesKind(error)) throw error;
    const snapshot = await getShardedClusterBackup(atlas, reference, options).catch((second: unknown) => {
      // That it is not there says more than that this is the wrong place to look for it.
      throw isMissing(error) && refusesKind(second) ? error : second;
    });
    return requireObject("getShardedClusterBackup", snapshot);
  }
}

function isMissing(error: unknown): boolean {
  return isAtlasApiError(error) && error.status === 404;
}
