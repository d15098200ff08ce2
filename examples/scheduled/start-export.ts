// The first half of a scheduled job: starts the export of the night, and ends at once.
//
// It may run twice, or crash and be started again: an export with the token of the night is never created twice. Only
// after a job that failed or was cancelled does a new run create another, under the next token of the night.
//
//   0 2 * * *  node start-export.ts
import { createAtlasClient, createExportJob, findLatestSnapshot } from "@atlas-snapshot-export/client";
import { credential, needed, serviceAddress } from "../from-environment.ts";
import { tokensOfNight } from "./nightly.ts";

const groupId = needed("MONGODB_ATLAS_PROJECT_ID");
const clusterName = needed("EXPORT_CLUSTER");
const exportBucketId = needed("EXPORT_BUCKET_ID");
const atlas = createAtlasClient({ auth: credential(), ...serviceAddress() });

const snapshot = await findLatestSnapshot(atlas, { groupId, clusterName });
if (!snapshot?.id) throw new Error(`${clusterName} has no completed snapshot`);

process.exitCode = await startExport(snapshot.id);

async function startExport(snapshotId: string): Promise<number> {
  for (const token of tokensOfNight(new Date())) {
    const input = { groupId, clusterName, snapshotId, exportBucketId, token };
    const { job, origin } = await createExportJob(atlas, input);
    console.log(`${token}: export job ${job.id} of snapshot ${snapshotId}, ${origin}, is ${job.state}`);
    if (origin === "created" || !["Failed", "Cancelled"].includes(String(job.state))) return 0;
  }
  console.error("Every export of this night failed or was cancelled");
  return 1;
}
