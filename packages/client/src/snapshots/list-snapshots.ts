import type { ReplicaSetSnapshot, ShardedClusterSnapshot } from "@atlas-snapshot-export/types";
import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { isAtlasApiError } from "../errors.ts";
import { requirePage } from "../lists/pages.ts";
import { paginate } from "../lists/paginate.ts";
import { listReplicaSetBackups, listShardedClusterBackups } from "../operations.gen.ts";

/** A snapshot of either kind of cluster. */
export type AnySnapshot = ReplicaSetSnapshot | ShardedClusterSnapshot;

/** Which cluster's snapshots to look at. */
export interface ClusterReference {
  groupId: string;
  clusterName: string;
}

/**
 * All snapshots of a cluster, a replica set or a sharded one, in every status.
 *
 * @throws {ResponseValidationError} when an answer cannot be read as a list
 * @throws whatever `listReplicaSetBackups` and `listShardedClusterBackups` throw
 *
 * @example
 * for await (const snapshot of listSnapshots(atlas, { groupId, clusterName })) console.log(snapshot.id);
 */
export async function* listSnapshots(
  atlas: AtlasClient,
  { groupId, clusterName }: ClusterReference,
  options?: CallOptions,
): AsyncGenerator<AnySnapshot, void, undefined> {
  // Only the snapshots themselves tell which kind a cluster is of. Most are replica sets, so one request is mostly
  // enough; the list of sharded clusters is asked where theirs is empty or refuses the cluster.
  let refusal: unknown;
  const ofReplicaSet = paginate(
    atlas,
    listReplicaSetBackups,
    { groupId, clusterName, itemsPerPage: 500 },
    options,
  );
  const first = await ofReplicaSet.next().catch((error: unknown) => {
    if (!refusesKind(error)) throw error;
    refusal = error;
    return { done: true } as const;
  });
  if (!first.done) {
    yield first.value;
    yield* ofReplicaSet;
    return;
  }
  yield* await ofShardedCluster(atlas, { groupId, clusterName }, options).catch((error: unknown) => {
    // The empty list of a replica set is no failure.
    if (refusal === undefined && refusesKind(error)) return [];
    throw error;
  });
}

async function ofShardedCluster(
  atlas: AtlasClient,
  cluster: ClusterReference,
  options?: CallOptions,
): Promise<ShardedClusterSnapshot[]> {
  const list = await listShardedClusterBackups(atlas, cluster, options);
  return requirePage("listShardedClusterBackups", list).results;
}

/** Whether an operation that is for the other kind of cluster may have answered so. */
export function refusesKind(error: unknown): boolean {
  return isAtlasApiError(error) && error.status === 400;
}
