import type { AnySnapshot } from "./list-snapshots.ts";

/** The properties that decide whether a snapshot can be exported. */
export const exportableBy: readonly string[] = ["status", "snapshotType"];

/** Whether a snapshot certainly cannot be exported. */
export function isUnexportable({ status, snapshotType }: AnySnapshot): boolean {
  return (typeof status === "string" && status !== "completed") || snapshotType === "fallback";
}
