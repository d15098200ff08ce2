import { type AnySnapshot, listSnapshots, ResponseValidationError } from "@atlas-snapshot-export/client";
import { collect } from "../collect.ts";
import { type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { exitCodes } from "../exit-code.ts";
import { snapshotTable } from "../views/snapshots.ts";

export interface SnapshotsOptions extends ConnectionFlags {
  cluster: string;
  completed?: boolean | undefined;
}

/** Lists the snapshots of a cluster, as the service orders them. */
export const listClusterSnapshots: Command<SnapshotsOptions> = (context, { cluster, completed, ...flags }) =>
  withConnection(context, flags, async ({ atlas, groupId, world: { signal }, output }) => {
    const all = await collect(listSnapshots(atlas, { groupId, clusterName: cluster }, { signal }));
    const snapshots = completed ? all.filter(isExportable) : all;
    output.result({ type: "snapshots", snapshots }, (terminal) => snapshotTable(snapshots, terminal));
    return exitCodes.done;
  });

/**
 * The service does not export fallback snapshots.
 *
 * @throws {ResponseValidationError} when the snapshot does not say
 */
function isExportable(snapshot: AnySnapshot): boolean {
  const { status, snapshotType } = snapshot;
  if ((status !== undefined && status !== "completed") || snapshotType === "fallback") return false;
  for (const name of ["status", "snapshotType"] as const) {
    if (snapshot[name] !== undefined) continue;
    const rule = "must be there, to decide whether the snapshot can be exported";
    const violation = { field: `body.results[].${name}`, rule, given: "a snapshot without one" };
    throw new ResponseValidationError("listSnapshots", [violation], snapshot);
  }
  return true;
}
