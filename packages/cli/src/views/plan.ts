import type { Document } from "../documents.ts";
import type { Line } from "../line.ts";
import { block, cell, type Fact } from "../table.ts";
import { sizeText } from "./snapshots.ts";

type PlanDocument = Extract<Document, { type: "plan" }>;

/** What an export would be. */
export function planLines({ cluster, snapshot, bucket, customData }: PlanDocument): Line[] {
  const { id, snapshotType, createdAt, storageSizeBytes } = snapshot;
  const details = [snapshotType, createdAt, sizeText(storageSizeBytes)].filter(Boolean).join(", ");
  return [
    ...block([
      ["cluster", cell(cluster)],
      ["snapshot", cell(`${id} (${details})`)],
      ["bucket", cell(`${bucket._id} (${bucket.bucketName}, ${bucket.cloudProvider})`)],
      ...customData.map(
        ({ key, value }, at): Fact => [at === 0 ? "custom data" : "", cell(`${key}=${value}`)],
      ),
    ]),
    "",
    "nothing stands in the way; nothing was created (--dry-run)",
  ];
}
