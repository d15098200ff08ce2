// The first half of a scheduled job: starts the export of the night, and ends at once.
//
// It may run twice, or crash and be started again: an export with the token of the night is never created twice. Only
// after a job that failed or was cancelled does a new run create another, under the next token of the night.
//
//   0 2 * * *  node start-export.ts
import { createAtlasClient } from "@atlas-snapshot-export/client";
import { credential, needed, serviceAddress } from "../from-environment.ts";
import { startNightlyExport } from "./nightly.ts";

const atlas = createAtlasClient({ auth: credential(), ...serviceAddress() });
const target = {
  groupId: needed("MONGODB_ATLAS_PROJECT_ID"),
  clusterName: needed("EXPORT_CLUSTER"),
  exportBucketId: needed("EXPORT_BUCKET_ID"),
};
const { exitCode, text } = await startNightlyExport(atlas, target, new Date());
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
