import { bucketUri, type ExportBucket } from "@atlas-snapshot-export/client";
import type { Terminal } from "../output.ts";
import { cell, table } from "../table.ts";

export function bucketTable(
  buckets: readonly ExportBucket[],
  { columns }: Pick<Terminal, "columns">,
): string[] {
  if (buckets.length === 0) return ["no export buckets"];
  const rows = buckets.map((bucket) => [
    cell(bucket._id),
    cell(bucket.bucketName),
    cell(bucket.cloudProvider),
    cell(bucketUri(bucket)),
    cell("region" in bucket ? bucket.region : undefined),
  ]);
  return table(["ID", "NAME", "CLOUD", "ADDRESS", "REGION"], rows, columns);
}
