import type { ReplicaSetSnapshot, ShardedClusterSnapshot } from "@atlas-snapshot-export/types";
import { clusterName, groupId, snapshotId } from "./jobs.ts";

const cluster: string = `/api/atlas/v2/groups/${groupId}/clusters/${clusterName}`;

/** Where the snapshots of each kind of cluster are on the wire. */
export const paths: Record<"replicaSets" | "shardedClusters" | "shardedCluster", string> = {
  replicaSets: `${cluster}/backup/snapshots`,
  shardedClusters: `${cluster}/backup/snapshots/shardedClusters`,
  shardedCluster: `${cluster}/backup/snapshots/shardedCluster`,
};

/** A snapshot of a replica set as the service sends it. */
export function snapshot(fields: Record<string, unknown> = {}): ReplicaSetSnapshot {
  return {
    id: snapshotId,
    status: "completed",
    type: "replicaSet",
    snapshotType: "scheduled",
    frequencyType: "daily",
    createdAt: "2026-11-02T03:26:14Z",
    replicaSetName: clusterName,
    ...fields,
  } as ReplicaSetSnapshot;
}

/** A snapshot of a sharded cluster as the service sends it. */
export function shardedSnapshot(fields: Record<string, unknown> = {}): ShardedClusterSnapshot {
  const { replicaSetName: _, ...common } = snapshot({ type: "shardedCluster", members: [], ...fields });
  return common;
}
