// The second half of a scheduled job: finds the newest export of the first half in the list of jobs, waits for its end,
// and reports it. It needs nothing from the first half: no file, no database, not even the same machine.
//
// Exit codes: 0 done, 1 failed or never started, 75 not yet (sysexits' «try again»).
//
//   0 6 * * *  node pick-up-export.ts
import { createAtlasClient } from "@atlas-snapshot-export/client";
import { credential, needed, serviceAddress } from "../from-environment.ts";
import { pickUpNightlyExport } from "./nightly.ts";

const atlas = createAtlasClient({ auth: credential(), ...serviceAddress() });
const cluster = { groupId: needed("MONGODB_ATLAS_PROJECT_ID"), clusterName: needed("EXPORT_CLUSTER") };
const timeoutMs = Number(process.env["EXPORT_TIMEOUT_MS"] ?? 60 * 60_000);
const { exitCode, text } = await pickUpNightlyExport(atlas, cluster, new Date(), timeoutMs);
(exitCode === 0 ? console.log : console.error)(text);
process.exitCode = exitCode;
