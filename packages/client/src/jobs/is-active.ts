import type { ExportJob } from "@atlas-snapshot-export/types";
import { missingTexts } from "../missing-properties.ts";

/** Whether a job may still be at work: a state that is not known may be an active one. */
export function isActive({ state }: ExportJob): boolean {
  return state !== "Successful" && state !== "Failed" && state !== "Cancelled";
}

/** The properties that decide whether a job is an active export of a snapshot. */
export const activeBy: readonly string[] = ["snapshotId", "state"];

/** Whether a job is an active export of a snapshot; undefined when it lacks what decides. */
export function isActiveExport(job: ExportJob, snapshotId: string): boolean | undefined {
  if (isOther(job.snapshotId, snapshotId) || !isActive(job)) return false;
  return missingTexts(job, activeBy).length === 0 || undefined;
}

/** Whether a text is certainly not the one that was asked for. */
export function isOther(given: unknown, asked: string): boolean {
  return typeof given === "string" && given !== asked;
}
