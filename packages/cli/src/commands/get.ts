import { type ExportJob, getBackupExportJob, ResponseValidationError } from "@atlas-snapshot-export/client";
import { type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { exitCodes } from "../exit-code.ts";
import { isObject } from "../is-object.ts";
import { locationOf } from "../location.ts";
import { jobBlock } from "../views/jobs.ts";

export interface GetOptions extends ConnectionFlags {
  id: string;
  cluster: string;
}

/** Shows one export job, however it stands. */
export const showJob: Command<GetOptions> = (context, { id, cluster, ...flags }) =>
  withConnection(context, flags, async (connection) => {
    const {
      atlas,
      groupId,
      world: { signal },
      output,
    } = connection;
    const reference = { groupId, clusterName: cluster, exportId: id };
    const job = requireJob(await getBackupExportJob(atlas, reference, { signal }));
    const location = await locationOf(connection, job);
    output.result({ type: "job", job, location }, () => jobBlock(job, location));
    return exitCodes.done;
  });

function requireJob(job: ExportJob): ExportJob {
  if (isObject(job)) return job;
  const violation = { field: "body", rule: "must be of type object", given: "something else" };
  throw new ResponseValidationError("getBackupExportJob", [violation], job);
}
