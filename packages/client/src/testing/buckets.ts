import type { AwsExportBucket, AzureExportBucket, GcpExportBucket } from "@atlas-snapshot-export/types";
import { exportBucketId } from "./jobs.ts";

const roleId = "5c51a0d18e2b4f6a90c37d11";

export const awsBucket: AwsExportBucket = {
  _id: exportBucketId,
  cloudProvider: "AWS",
  bucketName: "atlas-exports",
  iamRoleId: roleId,
};

export const azureBucket: AzureExportBucket = {
  _id: "67c02e5519ab8d0f4e7732d4",
  cloudProvider: "AZURE",
  bucketName: "exports",
  roleId,
  serviceUrl: "https://backups.blob.core.windows.net",
  tenantId: "4f2d9b1e-6c0a-4f7b-9a53-0d8e1c7b2a64",
};

export const gcpBucket: GcpExportBucket = {
  _id: "68d9a1037be42c5f90816ea7",
  cloudProvider: "GCP",
  bucketName: "atlas-archive",
  roleId,
};
