import { completeMarkerKey, type ExportJob } from "@atlas-snapshot-export/client";
import type { ExportLocation } from "./documents.ts";

/** Where a job's files lie, or will; null as long as the service does not say. */
export function locationOf({ prefix }: ExportJob): ExportLocation | null {
  return prefix ? { prefix, completeMarker: completeMarkerKey(prefix) } : null;
}
