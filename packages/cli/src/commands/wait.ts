import { type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { type FollowOptions, follow } from "../follow.ts";

export interface WaitOptions extends ConnectionFlags, FollowOptions {
  id: string;
  cluster: string;
}

/** Follows an export job, whoever started it, to its end. */
export const waitForJob: Command<WaitOptions> = (context, { id, cluster, timeout, interval, ...flags }) =>
  withConnection(context, flags, (connection) =>
    follow(connection, { clusterName: cluster, exportId: id }, { timeout, interval }),
  );
