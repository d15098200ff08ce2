import {
  type CreatedExportJob,
  type CreateExportJobInput,
  createExportJob,
  isExportCreationError,
} from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import { describeError } from "./describe-error.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { Interruption } from "./interruption.ts";
import { resumeCommand } from "./resume-command.ts";

/**
 * Creates an export job, once. An active export of the snapshot into the same bucket serves as well, and was created by
 * another request.
 *
 * @throws {CommandFailure} that says how to find out whether there is a job, where that is not known
 */
export async function createOnce(
  connection: Connection,
  input: CreateExportJobInput,
): Promise<CreatedExportJob> {
  const { atlas, world } = connection;
  try {
    return await createExportJob(atlas, input, { signal: world.signal });
  } catch (error) {
    throw new CommandFailure(notCreated(connection, input, error), error);
  }
}

function notCreated(
  connection: Connection,
  { clusterName, snapshotId }: CreateExportJobInput,
  error: unknown,
): Failure {
  const { outcome, cause, job } = isExportCreationError(error) ? error : {};
  const failure = describeError(error, `snapshot ${snapshotId} was not exported`);
  if (outcome === "unknown" && cause instanceof Interruption) {
    const what = `the creation of an export of snapshot ${snapshotId} was interrupted`;
    return { ...failure, what, why: "whether there is a job now is not known" };
  }
  if (outcome === "unknown")
    return { ...failure, what: `whether snapshot ${snapshotId} is being exported is not known` };
  const exportId = job?.id;
  if (!exportId) return failure;
  return { ...failure, todo: `wait for that one: ${resumeCommand(connection, { clusterName, exportId })}` };
}
