import type { ExportJob } from "@atlas-snapshot-export/client";
import type { Progress } from "./documents.ts";

/** How many collections of a job are exported; null when the service does not count them, which it mostly does not. */
export function collectionsOf(job: Pick<ExportJob, "exportStatus"> | null): Progress["collections"] {
  const { exportedCollections: exported = 0, totalCollections: total } = Object(job?.exportStatus);
  return Number.isInteger(exported) && Number.isInteger(total) && total > 0 ? { exported, total } : null;
}
