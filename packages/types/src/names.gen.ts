// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type { components, operations, Readable, Writable } from "./openapi.gen.ts";

export type ObjectId = Readable<components["schemas"]["ObjectId"]>;
export type ObjectIdInput = Writable<components["schemas"]["ObjectId"]>;

/** Why the job is in its state. Present when the state is `Failed`. */
export type ExportJobStateReason = Readable<components["schemas"]["ExportJobStateReason"]>;

/** How far the job is. Both numbers stay 0 from start to end, so they prove nothing about completion. */
export type ExportJobStatus = Readable<components["schemas"]["ExportJobStatus"]>;

/** One entry of custom data as the job carries it. */
export type ExportJobCustomData = Readable<components["schemas"]["ExportJobCustomData"]>;

/** The part of the job that exports one shard. */
export type ExportJobComponent = Readable<components["schemas"]["ExportJobComponent"]>;

/** A link to a related resource (RFC 5988). */
export type Link = Readable<components["schemas"]["Link"]>;

/** One export of one snapshot. */
export type ExportJob = Readable<components["schemas"]["ExportJob"]>;

/** One page of export jobs. */
export type ExportJobList = Readable<components["schemas"]["ExportJobList"]>;

/** What is wrong with one field. */
export type FieldViolation = Readable<components["schemas"]["FieldViolation"]>;

/** What is wrong with which field of a refused request. */
export type BadRequestDetail = Readable<components["schemas"]["BadRequestDetail"]>;

/** What every error answers with. */
export type ApiError = Readable<components["schemas"]["ApiError"]>;

/** One entry of custom data to write. */
export type CustomDataEntry = Writable<components["schemas"]["CustomDataEntry"]>;

/** Names the snapshot to export and the bucket that receives it. */
export type ExportJobRequest = Writable<components["schemas"]["ExportJobRequest"]>;

/** The name of a bucket or a container, as its cloud knows it. */
export type BucketName = Readable<components["schemas"]["BucketName"]>;

/** A bucket of Amazon S3. */
export type AwsExportBucket = Readable<components["schemas"]["AwsExportBucket"]>;

/** A container of Azure Blob Storage. */
export type AzureExportBucket = Readable<components["schemas"]["AzureExportBucket"]>;

/** A bucket of Google Cloud Storage. */
export type GcpExportBucket = Readable<components["schemas"]["GcpExportBucket"]>;

/** An object store that the project has registered to receive exports. `cloudProvider` tells which of the three kinds it is. The service may add a kind one day. */
export type ExportBucket = Readable<components["schemas"]["ExportBucket"]>;

/** One page of export buckets. */
export type ExportBucketList = Readable<components["schemas"]["ExportBucketList"]>;

/** A cloud that stores snapshots. */
export type CloudProvider = Readable<components["schemas"]["CloudProvider"]>;

/** What the snapshots of replica sets and of sharded clusters have in common. */
export type Snapshot = Readable<components["schemas"]["Snapshot"]>;

/** One snapshot of a replica set. */
export type ReplicaSetSnapshot = Readable<components["schemas"]["ReplicaSetSnapshot"]>;

/** One page of a replica set's snapshots. */
export type ReplicaSetSnapshotList = Readable<components["schemas"]["ReplicaSetSnapshotList"]>;

/** The part of a sharded cluster's snapshot that is of one shard, or of the config servers. */
export type ShardedClusterSnapshotMember = Readable<components["schemas"]["ShardedClusterSnapshotMember"]>;

/** One snapshot of a sharded cluster, which consists of one for each shard and for the config servers. */
export type ShardedClusterSnapshot = Readable<components["schemas"]["ShardedClusterSnapshot"]>;

/** All snapshots of a sharded cluster. */
export type ShardedClusterSnapshotList = Readable<components["schemas"]["ShardedClusterSnapshotList"]>;

/** What `createBackupExportJob` takes: its parameters by name, and its body. */
export interface CreateBackupExportJobInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["createBackupExportJob"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["createBackupExportJob"]["parameters"]["path"]["clusterName"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["createBackupExportJob"]["parameters"]["query"]>["envelope"]>;
  /** The request body. */
  body: ExportJobRequest;
}
/** What `createBackupExportJob` answers with. */
export type CreateBackupExportJobResult = ExportJob;

/** What `listBackupExportJobs` takes: its parameters by name, and its body. */
export interface ListBackupExportJobsInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["listBackupExportJobs"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["listBackupExportJobs"]["parameters"]["path"]["clusterName"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["envelope"]>;
  /**
   * Whether the list states how many items there are in all, as `totalCount`.
   * @default true
   */
  includeCount?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["includeCount"]>;
  /**
   * How many items a page holds.
   * @default 100
   */
  itemsPerPage?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["itemsPerPage"]>;
  /**
   * Which page to answer with, counted from 1.
   * @default 1
   */
  pageNum?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["pageNum"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["listBackupExportJobs"]["parameters"]["query"]>["pretty"]>;
}
/** What `listBackupExportJobs` answers with. */
export type ListBackupExportJobsResult = ExportJobList;

/** What `getBackupExportJob` takes: its parameters by name, and its body. */
export interface GetBackupExportJobInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["getBackupExportJob"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["getBackupExportJob"]["parameters"]["path"]["clusterName"];
  /** The export job's id, from the answer that created it or from the list. */
  exportId: operations["getBackupExportJob"]["parameters"]["path"]["exportId"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["getBackupExportJob"]["parameters"]["query"]>["envelope"]>;
}
/** What `getBackupExportJob` answers with. */
export type GetBackupExportJobResult = ExportJob;

/** What `listExportBuckets` takes: its parameters by name, and its body. */
export interface ListExportBucketsInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["listExportBuckets"]["parameters"]["path"]["groupId"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["listExportBuckets"]["parameters"]["query"]>["envelope"]>;
  /**
   * Whether the list states how many items there are in all, as `totalCount`.
   * @default true
   */
  includeCount?: NonNullable<NonNullable<operations["listExportBuckets"]["parameters"]["query"]>["includeCount"]>;
  /**
   * How many items a page holds.
   * @default 100
   */
  itemsPerPage?: NonNullable<NonNullable<operations["listExportBuckets"]["parameters"]["query"]>["itemsPerPage"]>;
  /**
   * Which page to answer with, counted from 1.
   * @default 1
   */
  pageNum?: NonNullable<NonNullable<operations["listExportBuckets"]["parameters"]["query"]>["pageNum"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["listExportBuckets"]["parameters"]["query"]>["pretty"]>;
}
/** What `listExportBuckets` answers with. */
export type ListExportBucketsResult = ExportBucketList;

/** What `getExportBucket` takes: its parameters by name, and its body. */
export interface GetExportBucketInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["getExportBucket"]["parameters"]["path"]["groupId"];
  /** The export bucket's id, from the list of the project's export buckets. */
  exportBucketId: operations["getExportBucket"]["parameters"]["path"]["exportBucketId"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["getExportBucket"]["parameters"]["query"]>["envelope"]>;
}
/** What `getExportBucket` answers with. */
export type GetExportBucketResult = ExportBucket;

/** What `listReplicaSetBackups` takes: its parameters by name, and its body. */
export interface ListReplicaSetBackupsInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["listReplicaSetBackups"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["listReplicaSetBackups"]["parameters"]["path"]["clusterName"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["envelope"]>;
  /**
   * Whether the list states how many items there are in all, as `totalCount`.
   * @default true
   */
  includeCount?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["includeCount"]>;
  /**
   * How many items a page holds.
   * @default 100
   */
  itemsPerPage?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["itemsPerPage"]>;
  /**
   * Which page to answer with, counted from 1.
   * @default 1
   */
  pageNum?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["pageNum"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["pretty"]>;
  /** Restricts the list to the last snapshot before this time, in epoch seconds. Excludes `oplogTs` and `oplogInc`. */
  pointInTimeUtcSeconds?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["pointInTimeUtcSeconds"]>;
  /** Restricts the list to the last snapshot before this oplog entry: the seconds of its timestamp. Needs `oplogInc`, and excludes `pointInTimeUtcSeconds`. */
  oplogTs?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["oplogTs"]>;
  /** The counter of the oplog entry's timestamp, which distinguishes entries of one second. Needs `oplogTs`. */
  oplogInc?: NonNullable<NonNullable<operations["listReplicaSetBackups"]["parameters"]["query"]>["oplogInc"]>;
}
/** What `listReplicaSetBackups` answers with. */
export type ListReplicaSetBackupsResult = ReplicaSetSnapshotList;

/** What `getReplicaSetBackup` takes: its parameters by name, and its body. */
export interface GetReplicaSetBackupInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["getReplicaSetBackup"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["getReplicaSetBackup"]["parameters"]["path"]["clusterName"];
  /** The snapshot's id, from the list of the cluster's snapshots. */
  snapshotId: operations["getReplicaSetBackup"]["parameters"]["path"]["snapshotId"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["getReplicaSetBackup"]["parameters"]["query"]>["envelope"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["getReplicaSetBackup"]["parameters"]["query"]>["pretty"]>;
}
/** What `getReplicaSetBackup` answers with. */
export type GetReplicaSetBackupResult = ReplicaSetSnapshot;

/** What `listShardedClusterBackups` takes: its parameters by name, and its body. */
export interface ListShardedClusterBackupsInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["listShardedClusterBackups"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["listShardedClusterBackups"]["parameters"]["path"]["clusterName"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["listShardedClusterBackups"]["parameters"]["query"]>["envelope"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["listShardedClusterBackups"]["parameters"]["query"]>["pretty"]>;
}
/** What `listShardedClusterBackups` answers with. */
export type ListShardedClusterBackupsResult = ShardedClusterSnapshotList;

/** What `getShardedClusterBackup` takes: its parameters by name, and its body. */
export interface GetShardedClusterBackupInput {
  /** The project's id. The service calls a project a group; the two words mean the same. */
  groupId: operations["getShardedClusterBackup"]["parameters"]["path"]["groupId"];
  /** The cluster's name, as it is shown in the project. */
  clusterName: operations["getShardedClusterBackup"]["parameters"]["path"]["clusterName"];
  /** The snapshot's id, from the list of the cluster's snapshots. */
  snapshotId: operations["getShardedClusterBackup"]["parameters"]["path"]["snapshotId"];
  /**
   * Wraps the answer in an object that repeats the HTTP status: `{status, content}` for one resource; for a list, `status` beside the list's own properties.
   * @default false
   */
  envelope?: NonNullable<NonNullable<operations["getShardedClusterBackup"]["parameters"]["query"]>["envelope"]>;
  /**
   * Indents the JSON of the answer, for people.
   * @default false
   */
  pretty?: NonNullable<NonNullable<operations["getShardedClusterBackup"]["parameters"]["query"]>["pretty"]>;
}
/** What `getShardedClusterBackup` answers with. */
export type GetShardedClusterBackupResult = ShardedClusterSnapshot;
