import type { ExportJob } from "@atlas-snapshot-export/types";

/** Whether a job may still be at work: a state that is not known may be an active one. */
export function isActive({ state }: ExportJob): boolean {
  return state !== "Successful" && state !== "Failed" && state !== "Cancelled";
}
