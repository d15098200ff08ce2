import {
  bucketUri,
  completeMarkerKey,
  type ExportBucket,
  type ExportJob,
  getExportBucket,
} from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import type { ExportLocation } from "./documents.ts";

/** Where a job's files are, or will be; null when it has ended without them, or as long as the service does not say. */
export function locationIn(bucket: ExportBucket | undefined, job: ExportJob): ExportLocation | null {
  if (!hasLocation(job)) return null;
  const { prefix } = job;
  const uri = (bucket && addressOf(bucket, prefix)) ?? null;
  return { prefix, uri, completeMarker: completeMarkerKey(prefix) };
}

/** The same where only the job is known. A bucket that cannot be read costs the address, not the rest. */
export async function locationOf(
  { atlas, groupId, world: { signal }, output }: Connection,
  job: ExportJob,
): Promise<ExportLocation | null> {
  if (!hasLocation(job)) return null;
  const { exportBucketId } = job;
  const bucket = await getExportBucket(atlas, { groupId, exportBucketId }, { signal }).catch(
    (error: Error) => {
      signal.throwIfAborted();
      output.debug(`the bucket could not be read: ${error.message}`);
      return undefined;
    },
  );
  return locationIn(bucket, job);
}

function hasLocation(job: ExportJob): job is ExportJob & { prefix: string } {
  const { prefix, state } = job;
  const hasEndedWithout = state === "Failed" || state === "Cancelled";
  return typeof prefix === "string" && prefix !== "" && !hasEndedWithout;
}

/** The address of a bucket, or of a prefix in it; undefined when the bucket does not say what it is. */
export function addressOf(bucket: ExportBucket, prefix?: string): string | undefined {
  const { bucketName, serviceUrl = "" } = bucket as { bucketName?: unknown; serviceUrl?: unknown };
  const isReadable = typeof bucketName === "string" && typeof serviceUrl === "string";
  return isReadable ? bucketUri(bucket, prefix) : undefined;
}
