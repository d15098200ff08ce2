import type { ExportJob } from "@atlas-snapshot-export/types";

export const groupId = "32b6e34b3d91647abb20e7b8";
export const clusterName = "orders-prod";
export const snapshotId = "6ae802d65b8a4f2e917d3a64";
export const exportBucketId = "66b1f0a97c3d5e2148fa0b92";
export const exportId = "6a79b1c4de2f3a0581c7e9d0";

/** The collection's path on the wire. */
export const jobsPath: string = `/api/atlas/v2/groups/${groupId}/clusters/${clusterName}/backup/exports`;

/** A job as the service sends it. */
export function job(fields: Record<string, unknown> = {}): ExportJob {
  return {
    id: exportId,
    state: "Queued",
    exportBucketId,
    snapshotId,
    customData: [],
    exportStatus: { exportedCollections: 0, totalCollections: 0 },
    ...fields,
  } as ExportJob;
}
