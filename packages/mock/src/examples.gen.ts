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
}
