// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { Operation } from "./operation.ts";
import {
  checkClusterName,
  checkCreateBackupExportJobBody,
  checkEnvelope,
  checkExportBucketId,
  checkExportId,
  checkGroupId,
  checkIncludeCount,
  checkItemsPerPage,
  checkPageNum,
  checkPretty,
  checkSnapshotId,
} from "./request-checks.gen.ts";

/** The definition's first server. */
export const defaultBaseUrl = "https://cloud.mongodb.com";

/** The path of the token endpoint, below the base URL. */
export const tokenPath = "/api/oauth/token";

export const createBackupExportJob: Operation = {
  operationId: "createBackupExportJob",
  method: "POST",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    envelope: { in: "query", required: false, check: checkEnvelope },
  },
  body: {
    contentType: "application/vnd.atlas.2023-01-01+json",
    required: true,
    check: checkCreateBackupExportJobBody,
  },
};

export const listBackupExportJobs: Operation = {
  operationId: "listBackupExportJobs",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    envelope: { in: "query", required: false, check: checkEnvelope },
    includeCount: { in: "query", required: false, check: checkIncludeCount },
    itemsPerPage: { in: "query", required: false, check: checkItemsPerPage },
    pageNum: { in: "query", required: false, check: checkPageNum },
    pretty: { in: "query", required: false, check: checkPretty },
  },
};

export const getBackupExportJob: Operation = {
  operationId: "getBackupExportJob",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports/{exportId}",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    exportId: { in: "path", required: true, check: checkExportId },
    envelope: { in: "query", required: false, check: checkEnvelope },
  },
};

export const listExportBuckets: Operation = {
  operationId: "listExportBuckets",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/backup/exportBuckets",
  accept: "application/vnd.atlas.2024-05-30+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    envelope: { in: "query", required: false, check: checkEnvelope },
    includeCount: { in: "query", required: false, check: checkIncludeCount },
    itemsPerPage: { in: "query", required: false, check: checkItemsPerPage },
    pageNum: { in: "query", required: false, check: checkPageNum },
    pretty: { in: "query", required: false, check: checkPretty },
  },
};

export const getExportBucket: Operation = {
  operationId: "getExportBucket",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/backup/exportBuckets/{exportBucketId}",
  accept: "application/vnd.atlas.2024-05-30+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    exportBucketId: { in: "path", required: true, check: checkExportBucketId },
    envelope: { in: "query", required: false, check: checkEnvelope },
    pretty: { in: "query", required: false, check: checkPretty },
  },
};

export const listReplicaSetBackups: Operation = {
  operationId: "listReplicaSetBackups",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    envelope: { in: "query", required: false, check: checkEnvelope },
    includeCount: { in: "query", required: false, check: checkIncludeCount },
    itemsPerPage: { in: "query", required: false, check: checkItemsPerPage },
    pageNum: { in: "query", required: false, check: checkPageNum },
    pretty: { in: "query", required: false, check: checkPretty },
  },
};

export const getReplicaSetBackup: Operation = {
  operationId: "getReplicaSetBackup",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    snapshotId: { in: "path", required: true, check: checkSnapshotId },
    envelope: { in: "query", required: false, check: checkEnvelope },
    pretty: { in: "query", required: false, check: checkPretty },
  },
};

export const listShardedClusterBackups: Operation = {
  operationId: "listShardedClusterBackups",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    envelope: { in: "query", required: false, check: checkEnvelope },
    pretty: { in: "query", required: false, check: checkPretty },
  },
};

export const getShardedClusterBackup: Operation = {
  operationId: "getShardedClusterBackup",
  method: "GET",
  path: "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}",
  accept: "application/vnd.atlas.2023-01-01+json",
  parameters: {
    groupId: { in: "path", required: true, check: checkGroupId },
    clusterName: { in: "path", required: true, check: checkClusterName },
    snapshotId: { in: "path", required: true, check: checkSnapshotId },
    envelope: { in: "query", required: false, check: checkEnvelope },
    pretty: { in: "query", required: false, check: checkPretty },
  },
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
