import type { AnySnapshot } from "@atlas-snapshot-export/client";
import { type Line, type Look, lookOfState } from "../line.ts";
import type { Terminal } from "../output.ts";
import { type Column, cell, table } from "../table.ts";

export function snapshotTable(snapshots: readonly AnySnapshot[], { columns }: Terminal): Line[] {
  if (snapshots.length === 0) return ["no snapshots"];
  const spec: Column<AnySnapshot>[] = [
    { heading: "ID", cell: ({ id }) => cell(id) },
    { heading: "STATUS", cell: ({ status }) => cell(status, lookOfState(status)) },
    { heading: "TYPE", cell: ({ snapshotType }) => cell(snapshotType, lookOfType(snapshotType)) },
    { heading: "CREATED", cell: ({ createdAt }) => cell(createdAt) },
    { heading: "SIZE", cell: ({ storageSizeBytes }) => cell(sizeText(storageSizeBytes)), isOptional: true },
    { heading: "RULE", cell: ({ frequencyType }) => cell(frequencyType), isOptional: true },
    { heading: "EXPIRES", cell: ({ expiresAt }) => cell(expiresAt), isOptional: true },
    { heading: "DESCRIPTION", cell: ({ description }) => cell(description), isOptional: true },
  ];
  return table(spec, snapshots, columns);
}

/** The service does not export fallback snapshots. */
function lookOfType(snapshotType: string | undefined): Look | undefined {
  return snapshotType === "fallback" ? "red" : undefined;
}

/** A number of bytes as it is read: `5.4 GB`, in powers of 1000; nothing for no number. */
export function sizeText(bytes: unknown): string {
  if (typeof bytes !== "number" || !Number.isFinite(bytes)) return "";
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
