// The second half of a scheduled job: finds the newest export of the first half in the list of jobs, waits for its end,
// and says how it went. It needs nothing from the first half: no file, no database, not even the same machine.
//
// Exit codes: 0 done, 1 failed or never started, 75 not yet (sysexits' «try again»).
//
//   0 6 * * *  node pick-up-export.ts
import {
  createAtlasClient,
  type ExportJob,
  isExportTimeoutError,
  listExportJobs,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import { credential, needed, serviceAddress } from "../from-environment.ts";
import { nightOf } from "./nightly.ts";

const groupId = needed("MONGODB_ATLAS_PROJECT_ID");
const clusterName = needed("EXPORT_CLUSTER");
const timeoutMs = Number(process.env["EXPORT_TIMEOUT_MS"] ?? 60 * 60_000);
const atlas = createAtlasClient({ auth: credential(), ...serviceAddress() });

process.exitCode = await pickUp();

async function pickUp(): Promise<number> {
  const job = await newestOfOurs();
  if (!job?.id) return tell(1, `No export of ${clusterName} was ever started by start-export.ts`);
  const night = `${nightOf(job)}: export job ${job.id}`;
  try {
    const result = await waitForExportJob(atlas, { groupId, clusterName, exportId: job.id }, { timeoutMs });
    if (result.outcome === "successful") return tell(0, `${night} is done: ${result.job.prefix}`);
    const reason = result.outcome === "failed" ? result.reason?.message : undefined;
    return tell(1, `${night} ended ${result.outcome}${reason ? `: ${reason}` : ""}`);
  } catch (error) {
    if (!isExportTimeoutError(error)) throw error;
    return tell(75, `${night} is still ${error.job?.state}`);
  }
}

async function newestOfOurs(): Promise<ExportJob | undefined> {
  let newest: ExportJob | undefined;
  for await (const job of listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 })) {
    if (nightOf(job) && String(job.createdAt) > String(newest?.createdAt ?? "")) newest = job;
  }
  return newest;
}

function tell(exitCode: number, text: string): number {
  (exitCode === 0 ? console.log : console.error)(text);
  return exitCode;
}
