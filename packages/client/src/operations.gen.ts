// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
import type {
  CreateBackupExportJobInput,
  CreateBackupExportJobResult,
  GetBackupExportJobInput,
  GetBackupExportJobResult,
  GetExportBucketInput,
  GetExportBucketResult,
  GetReplicaSetBackupInput,
  GetReplicaSetBackupResult,
  GetShardedClusterBackupInput,
  GetShardedClusterBackupResult,
  ListBackupExportJobsInput,
  ListBackupExportJobsResult,
  ListExportBucketsInput,
  ListExportBucketsResult,
  ListReplicaSetBackupsInput,
  ListReplicaSetBackupsResult,
  ListShardedClusterBackupsInput,
  ListShardedClusterBackupsResult,
} from "@atlas-snapshot-export/types";
import { type CallOptions, call } from "./call.ts";
import type { AtlasClient } from "./create-client.ts";
import * as definition from "./definition.gen.ts";

/**
 * Create One Snapshot Export Job.
 *
 * Starts the export of one snapshot into one export bucket and answers with the job at once; the files follow
 * within minutes to hours. The cluster must be dedicated (M10 or larger) and the snapshot must not be a fallback
 * one. A snapshot can have one active export at a time.
 *
 * Nothing makes this operation idempotent: a second request starts, and bills, a second export. A job can be
 * neither cancelled nor deleted.
 *
 * Needs the role Project Atlas Admin, or Project Backup Export Operator where the project offers it.
 *
 * `POST /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports`
 *
 * @returns The job that was created. Its state is normally `Queued`.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: Something that the request names does not exist, or is hidden from these credentials.
 * - 409: The snapshot already has an active export.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function createBackupExportJob(
  atlas: AtlasClient,
  input: CreateBackupExportJobInput,
  options?: CallOptions,
): Promise<CreateBackupExportJobResult> {
  return call(atlas, definition.createBackupExportJob, input, options);
}

/**
 * List All Snapshot Export Jobs.
 *
 * One page of the cluster's export jobs, in every state. A link with the relation `next` is present as long as
 * there is another page.
 *
 * Needs the role Project Atlas Admin, or Project Backup Manager where the project offers it.
 *
 * `GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports`
 *
 * @returns One page of export jobs.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: Something that the request names does not exist, or is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function listBackupExportJobs(
  atlas: AtlasClient,
  input: ListBackupExportJobsInput,
  options?: CallOptions,
): Promise<ListBackupExportJobsResult> {
  return call(atlas, definition.listBackupExportJobs, input, options);
}

/**
 * Get One Snapshot Export Job.
 *
 * One export job as it stands now. Poll it to follow a job to its end.
 *
 * Needs the role Project Atlas Admin, or Project Backup Manager where the project offers it.
 *
 * `GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports/{exportId}`
 *
 * @returns The job.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: Something that the request names does not exist, or is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function getBackupExportJob(
  atlas: AtlasClient,
  input: GetBackupExportJobInput,
  options?: CallOptions,
): Promise<GetBackupExportJobResult> {
  return call(atlas, definition.getBackupExportJob, input, options);
}

/**
 * List All Export Buckets.
 *
 * One page of the object stores that the project has registered to receive exports. A link with the relation `next`
 * is present as long as there is another page.
 *
 * Needs the role Project Read Only, or Project Backup Manager.
 *
 * `GET /api/atlas/v2/groups/{groupId}/backup/exportBuckets`
 *
 * @returns One page of export buckets.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: There is no such project, or it is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function listExportBuckets(
  atlas: AtlasClient,
  input: ListExportBucketsInput,
  options?: CallOptions,
): Promise<ListExportBucketsResult> {
  return call(atlas, definition.listExportBuckets, input, options);
}

/**
 * Get One Export Bucket.
 *
 * One of the object stores that the project has registered to receive exports.
 *
 * Needs the role Project Read Only, or Project Backup Manager.
 *
 * `GET /api/atlas/v2/groups/{groupId}/backup/exportBuckets/{exportBucketId}`
 *
 * @returns The export bucket.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: There is no such export bucket or project, or it is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function getExportBucket(
  atlas: AtlasClient,
  input: GetExportBucketInput,
  options?: CallOptions,
): Promise<GetExportBucketResult> {
  return call(atlas, definition.getExportBucket, input, options);
}

/**
 * List All Snapshots of One Replica Set.
 *
 * One page of the snapshots of a cluster that is a replica set. A link with the relation `next` is present as long as
 * there is another page. The snapshots of a sharded cluster have a list of their own.
 *
 * Needs the role Project Read Only, or Project Backup Manager.
 *
 * `GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots`
 *
 * @returns One page of snapshots.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: There is no such cluster or project, or it is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function listReplicaSetBackups(
  atlas: AtlasClient,
  input: ListReplicaSetBackupsInput,
  options?: CallOptions,
): Promise<ListReplicaSetBackupsResult> {
  return call(atlas, definition.listReplicaSetBackups, input, options);
}

/**
 * Get One Snapshot of One Replica Set.
 *
 * One snapshot of a cluster that is a replica set.
 *
 * Needs the role Project Read Only, or Project Backup Manager.
 *
 * `GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/{snapshotId}`
 *
 * @returns The snapshot.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: There is no such snapshot, cluster or project, or it is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function getReplicaSetBackup(
  atlas: AtlasClient,
  input: GetReplicaSetBackupInput,
  options?: CallOptions,
): Promise<GetReplicaSetBackupResult> {
  return call(atlas, definition.getReplicaSetBackup, input, options);
}

/**
 * List All Snapshots of One Sharded Cluster.
 *
 * All snapshots of a sharded cluster. The list has no pages.
 *
 * Needs the role Project Read Only, or Project Backup Manager.
 *
 * `GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedClusters`
 *
 * @returns All snapshots of the cluster.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: There is no such cluster or project, or it is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function listShardedClusterBackups(
  atlas: AtlasClient,
  input: ListShardedClusterBackupsInput,
  options?: CallOptions,
): Promise<ListShardedClusterBackupsResult> {
  return call(atlas, definition.listShardedClusterBackups, input, options);
}

/**
 * Get One Snapshot of One Sharded Cluster.
 *
 * One snapshot of a sharded cluster, with the snapshots of its shards that it consists of.
 *
 * Needs the role Project Read Only, or Project Backup Manager.
 *
 * `GET /api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/snapshots/shardedCluster/{snapshotId}`
 *
 * @returns The snapshot.
 * @throws {RequestValidationError} before anything is sent, when the input breaks the definition
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole, readable answer came
 * @throws {ResponseValidationError} with `validateResponses: "error"`, when the answer breaks the definition
 * @throws {AtlasApiError} on every status that is not 2xx:
 * - 400: The request is malformed, or names something this operation cannot work on.
 * - 401: The credentials are missing, wrong or expired.
 * - 403: The credentials are right, but may not do this, or not from this address.
 * - 404: There is no such snapshot, cluster or project, or it is hidden from these credentials.
 * - 429: The project's rate limit is used up for the moment.
 * - 500: The service failed. Whether the request took effect is not known.
 * - 503: The service, or something in front of it, cannot answer for the moment. Whether the request took effect is not known. The live service may send an HTML page here.
 */
export function getShardedClusterBackup(
  atlas: AtlasClient,
  input: GetShardedClusterBackupInput,
  options?: CallOptions,
): Promise<GetShardedClusterBackupResult> {
  return call(atlas, definition.getShardedClusterBackup, input, options);
}
