// Exports the newest snapshot of a cluster, and prints where its files lie.
//
//   node export-snapshot.ts <cluster> <export bucket id>
import {
  bucketUri,
  createAtlasClient,
  exportSnapshot,
  findLatestSnapshot,
  getExportBucket,
} from "@atlas-snapshot-export/client";
import { credential, needed, serviceAddress } from "./from-environment.ts";

const [clusterName, exportBucketId] = process.argv.slice(2);
if (!clusterName || !exportBucketId) throw new Error("Say which cluster, and which export bucket");

const groupId = needed("MONGODB_ATLAS_PROJECT_ID");
const atlas = createAtlasClient({ auth: credential(), ...serviceAddress() });

// Read first: whoever may not read the bucket learns it before anything is exported.
const bucket = await getExportBucket(atlas, { groupId, exportBucketId });
const snapshot = await findLatestSnapshot(atlas, { groupId, clusterName });
if (!snapshot?.id) throw new Error(`${clusterName} has no completed snapshot`);

const result = await exportSnapshot(
  atlas,
  { groupId, clusterName, snapshotId: snapshot.id, exportBucketId },
  {
    timeoutMs: 4 * 60 * 60_000,
    onProgress: ({ job, state = "in an unknown state" }) => console.error(job.id ?? "", state),
  },
);
if (result.outcome !== "successful") {
  const reason = result.outcome === "failed" ? result.reason?.message : undefined;
  throw new Error(`The export ended ${result.outcome}${reason ? `: ${reason}` : ""}`);
}
const { prefix } = result.job;
if (!prefix) throw new Error("The export is done, but the service does not say where its files are");
console.log(bucketUri(bucket, prefix) ?? prefix);
