import { type AnySnapshot, listSnapshots } from "@atlas-snapshot-export/client";
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

/** The service does not export fallback snapshots. */
function isExportable({ status, snapshotType }: AnySnapshot): boolean {
  return status === "completed" && snapshotType !== "fallback";
}
