// Made from spec/openapi.yaml by `pnpm generate`. Do not edit.
/** The named examples of each operation, by status. */
export interface ExampleNames {
  createBackupExportJob: {
    200: "created" | "createdWithCustomData";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "exportJobNotFound" | "groupNotFound" | "clusterNotFound" | "snapshotNotFound" | "exportBucketNotFound";
    409: "exportAlreadyActive";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  listBackupExportJobs: {
    200: "one" | "firstOfManyPages" | "none";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "exportJobNotFound" | "groupNotFound" | "clusterNotFound" | "snapshotNotFound" | "exportBucketNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  getBackupExportJob: {
    200: "queued" | "inProgress" | "successful" | "failed" | "cancelled" | "sharded" | "withCustomData";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "exportJobNotFound" | "groupNotFound" | "clusterNotFound" | "snapshotNotFound" | "exportBucketNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  listExportBuckets: {
    200: "oneOfEachCloud" | "firstOfManyPages" | "none";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "groupNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  getExportBucket: {
    200: "aws" | "awsNew" | "awsPrivate" | "azure" | "gcp";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "exportBucketNotFound" | "groupNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  listReplicaSetBackups: {
    200: "several" | "firstOfManyPages" | "none";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "clusterNotFound" | "groupNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  getReplicaSetBackup: {
    200: "completed" | "weekly" | "onDemand" | "inProgress" | "queued" | "failed" | "fallback";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "snapshotNotFound" | "clusterNotFound" | "groupNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  listShardedClusterBackups: {
    200: "several" | "none";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "clusterNotFound" | "groupNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
  getShardedClusterBackup: {
    200: "completed" | "weekly" | "inProgress";
    400: "invalidAttribute" | "missingAttribute" | "invalidJson" | "invalidPathParameter" | "invalidVersionDate" | "flexCluster";
    401: "unauthorized";
    403: "missingRole" | "ipAddressNotOnAccessList";
    404: "snapshotNotFound" | "clusterNotFound" | "groupNotFound";
    429: "rateLimited";
    500: "unexpectedError";
    503: "serviceUnavailable";
  };
}
