import { listExportJobs } from "@atlas-snapshot-export/client";
import { collect } from "../collect.ts";
import { type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { exitCodes } from "../exit-code.ts";
import { jobTable } from "../views/jobs.ts";

export interface ListOptions extends ConnectionFlags {
  cluster: string;
}

/** Lists the export jobs of a cluster, as the service orders them. */
export const listJobs: Command<ListOptions> = (context, { cluster, ...flags }) =>
  withConnection(context, flags, async ({ atlas, groupId, world: { signal }, output }) => {
    const jobs = await collect(
      listExportJobs(atlas, { groupId, clusterName: cluster, itemsPerPage: 500 }, { signal }),
    );
    output.result({ type: "jobs", jobs }, (terminal) => jobTable(jobs, terminal));
    return exitCodes.done;
  });
