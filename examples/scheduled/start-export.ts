// The first half of a scheduled job: starts the export of the night, and ends at once.
//
// It may run twice, or crash and be started again: a night has one token, and an export with it is never created twice.
//
//   0 2 * * *  node start-export.ts
import { createAtlasClient, createExportJob, findLatestSnapshot } from "@atlas-snapshot-export/client";
import { credential, needed, serviceAddress } from "../from-environment.ts";
import { tokenOfNight } from "./nightly.ts";

const groupId = needed("MONGODB_ATLAS_PROJECT_ID");
const clusterName = needed("EXPORT_CLUSTER");
const exportBucketId = needed("EXPORT_BUCKET_ID");
const atlas = createAtlasClient({ auth: credential(), ...serviceAddress() });

const snapshot = await findLatestSnapshot(atlas, { groupId, clusterName });
if (!snapshot?.id) throw new Error(`${clusterName} has no completed snapshot`);

const token = tokenOfNight(new Date());
const { job, origin } = await createExportJob(atlas, {
  groupId,
  clusterName,
  snapshotId: snapshot.id,
  exportBucketId,
  token,
});
console.log(`${token}: export job ${job.id} of snapshot ${snapshot.id}, ${origin}, is ${job.state}`);
