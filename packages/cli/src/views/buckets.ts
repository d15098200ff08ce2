import type { ExportBucket } from "@atlas-snapshot-export/client";
import type { Line } from "../line.ts";
import { addressOf } from "../location.ts";
import type { Terminal } from "../output.ts";
import { type Column, cell, table } from "../table.ts";

export function bucketTable(buckets: readonly ExportBucket[], { columns }: Terminal): Line[] {
  if (buckets.length === 0) return ["no export buckets"];
  const spec: Column<ExportBucket>[] = [
    { heading: "ID", cell: ({ _id }) => cell(_id) },
    { heading: "NAME", cell: ({ bucketName }) => cell(bucketName) },
    { heading: "CLOUD", cell: ({ cloudProvider }) => cell(cloudProvider) },
    { heading: "ADDRESS", cell: (bucket) => cell(addressOf(bucket)), isOptional: true },
    {
      heading: "REGION",
      cell: (bucket) => cell("region" in bucket ? bucket.region : undefined),
      isOptional: true,
    },
  ];
  return table(spec, buckets, columns);
}
