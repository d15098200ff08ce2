// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
import * as checks from "./checks.gen.ts";
import type { Operation } from "./operation.ts";

/** The definition's first server. */
export const defaultBaseUrl = "https://cloud.mongodb.com";

/** The path of the token endpoint, below the base URL. */
export const tokenPath = "/api/oauth/token";

export const createBackupExportJob: Operation = {
  operationId: "createBackupExportJob",
  method: "POST",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    envelope: { in: "query", required: false, check: checks.Envelope },
  },
  body: {
    contentType: "application/vnd.atlas.2023-01-01+json",
    required: true,
    check: checks.ExportJobRequestInput,
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ExportJob,
};

export const listBackupExportJobs: Operation = {
  operationId: "listBackupExportJobs",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    envelope: { in: "query", required: false, check: checks.Envelope },
    includeCount: { in: "query", required: false, check: checks.Envelope },
    itemsPerPage: { in: "query", required: false, check: checks.ItemsPerPage },
    pageNum: { in: "query", required: false, check: checks.PageNum },
    pretty: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ExportJobList,
};

export const getBackupExportJob: Operation = {
  operationId: "getBackupExportJob",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports/{exportId}",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    exportId: { in: "path", required: true, check: checks.ObjectId },
    envelope: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ExportJob,
};

export const listExportBuckets: Operation = {
  operationId: "listExportBuckets",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/backup/exportBuckets",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    envelope: { in: "query", required: false, check: checks.Envelope },
    includeCount: { in: "query", required: false, check: checks.Envelope },
    itemsPerPage: { in: "query", required: false, check: checks.ItemsPerPage },
    pageNum: { in: "query", required: false, check: checks.PageNum },
    pretty: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2024-05-30+json",
  answer: checks.ExportBucketList,
};

export const getExportBucket: Operation = {
  operationId: "getExportBucket",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/backup/exportBuckets/{exportBucketId}",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    exportBucketId: { in: "path", required: true, check: checks.ObjectId },
    envelope: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2024-05-30+json",
  answer: checks.ExportBucket,
};

export const listReplicaSetBackups: Operation = {
  operationId: "listReplicaSetBackups",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    envelope: { in: "query", required: false, check: checks.Envelope },
    includeCount: { in: "query", required: false, check: checks.Envelope },
    itemsPerPage: { in: "query", required: false, check: checks.ItemsPerPage },
    pageNum: { in: "query", required: false, check: checks.PageNum },
    pretty: { in: "query", required: false, check: checks.Envelope },
    pointInTimeUtcSeconds: { in: "query", required: false, check: checks.PointInTimeUtcSeconds },
    oplogTs: { in: "query", required: false, check: checks.PointInTimeUtcSeconds },
    oplogInc: { in: "query", required: false, check: checks.PointInTimeUtcSeconds },
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ReplicaSetSnapshotList,
};

export const getReplicaSetBackup: Operation = {
  operationId: "getReplicaSetBackup",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    snapshotId: { in: "path", required: true, check: checks.ObjectId },
    envelope: { in: "query", required: false, check: checks.Envelope },
    pretty: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ReplicaSetSnapshot,
};

export const listShardedClusterBackups: Operation = {
  operationId: "listShardedClusterBackups",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    envelope: { in: "query", required: false, check: checks.Envelope },
    pretty: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ShardedClusterSnapshotList,
};

export const getShardedClusterBackup: Operation = {
  operationId: "getShardedClusterBackup",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}",
  parameters: {
    groupId: { in: "path", required: true, check: checks.ObjectId },
    clusterName: { in: "path", required: true, check: checks.ClusterName },
    snapshotId: { in: "path", required: true, check: checks.ObjectId },
    envelope: { in: "query", required: false, check: checks.Envelope },
    pretty: { in: "query", required: false, check: checks.Envelope },
  },
  accept: "application/vnd.atlas.2023-01-01+json",
  answer: checks.ShardedClusterSnapshot,
};

export const operations: readonly Operation[] = [
  createBackupExportJob,
  listBackupExportJobs,
  getBackupExportJob,
  listExportBuckets,
  getExportBucket,
  listReplicaSetBackups,
  getReplicaSetBackup,
  listShardedClusterBackups,
  getShardedClusterBackup,
];
