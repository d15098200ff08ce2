import type { Document } from "../documents.ts";
import type { Line } from "../line.ts";
import { plainText } from "../plain-text.ts";
import { block, cell, type Fact } from "../table.ts";
import { jobBlock } from "./jobs.ts";
import { sizeText } from "./snapshots.ts";

type ExistingDocument = Extract<Document, { type: "existing" }>;
type PlanDocument = Extract<Document, { type: "plan" }>;

/** The job that an export would take up. */
export function existingLines({ job, idempotencyKey }: ExistingDocument): Line[] {
  return [
    ...jobBlock(job, null),
    "",
    `the export would take up this job, which has the key ${plainText(idempotencyKey)}; nothing was created (--dry-run)`,
  ];
}

/** What an export would be. */
export function planLines({ cluster, snapshot, bucket, customData }: PlanDocument): Line[] {
  const { id, snapshotType, createdAt, storageSizeBytes } = snapshot;
  const details = [snapshotType, createdAt, sizeText(storageSizeBytes)].filter(Boolean).join(", ");
  return [
    ...block([
      ["cluster", cell(cluster)],
      ["snapshot", cell(details ? `${id} (${details})` : id)],
      ["bucket", cell(`${bucket._id} (${bucket.bucketName}, ${bucket.cloudProvider})`)],
      ...customData.map(
        ({ key, value }, at): Fact => [at === 0 ? "custom data" : "", cell(`${key}=${value}`)],
      ),
    ]),
    "",
    "nothing stands in the way; nothing was created (--dry-run)",
  ];
}
