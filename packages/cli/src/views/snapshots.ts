import type { AnySnapshot } from "@atlas-snapshot-export/client";
import type { Terminal } from "../output.ts";
import { paintState } from "../paint.ts";
import { cell, table } from "../table.ts";

export function snapshotTable(snapshots: readonly AnySnapshot[], { columns, paint }: Terminal): string[] {
  if (snapshots.length === 0) return ["no snapshots"];
  const headings = ["ID", "STATUS", "TYPE", "RULE", "CREATED", "EXPIRES", "SIZE", "DESCRIPTION"];
  const rows = snapshots.map((snapshot) => [
    cell(snapshot.id),
    cell(snapshot.status, paintState(paint, snapshot.status)),
    cell(snapshot.snapshotType, snapshot.snapshotType === "fallback" ? paint.red : undefined),
    cell(snapshot.frequencyType),
    cell(snapshot.createdAt),
    cell(snapshot.expiresAt),
    cell(sizeText(snapshot.storageSizeBytes)),
    cell(snapshot.description),
  ]);
  return table(headings, rows, columns);
}

/** A number of bytes as it is read: `5.4 GB`, in powers of 1000; nothing for no number. */
export function sizeText(bytes: unknown): string {
  if (typeof bytes !== "number" || !Number.isFinite(bytes)) return "";
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${units[power]}`;
}
