import {
  type CreateExportJobInput,
  createExportJob,
  type ExportJob,
  isExportCreationError,
  listExportJobs,
} from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import { describeError } from "./describe-error.ts";
import { exitCodes } from "./exit-code.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { Interruption } from "./interruption.ts";
import { repeatAdvice, resumeCommand } from "./resume-command.ts";

/** Under which name the client keeps the key of an export in its custom data. */
const keyName = "exportRequestToken";

/**
 * The job that an earlier run created with the same key, whatever became of it. `createExportJob` would find it only for
 * the same snapshot, and `latest` may be another one by now.
 */
export async function findCreated(
  { atlas, groupId, world: { signal } }: Connection,
  clusterName: string,
  idempotencyKey: string,
): Promise<ExportJob | undefined> {
  for await (const job of listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 }, { signal })) {
    if (carries(job, idempotencyKey)) return job;
  }
  return undefined;
}

/** Whether a job was created with a key. */
export function carries({ customData }: ExportJob, idempotencyKey: string): boolean {
  return customData?.some(({ key, value }) => key === keyName && value === idempotencyKey) === true;
}

/**
 * Creates an export job, once.
 *
 * @throws {CommandFailure} that says how to find out where nobody knows whether there is one
 */
export async function createOnce(connection: Connection, input: CreateExportJobInput): Promise<ExportJob> {
  const {
    atlas,
    world: { signal },
  } = connection;
  try {
    return await createExportJob(atlas, input, { signal });
  } catch (error) {
    throw new CommandFailure(notCreated(connection, input, error), error);
  }
}

function notCreated(
  connection: Connection,
  { clusterName, snapshotId, token }: CreateExportJobInput,
  error: unknown,
): Failure {
  if (error instanceof Interruption) {
    return {
      exitCode: exitCodes.interrupted,
      what: `the creation of an export of snapshot ${snapshotId} was interrupted`,
      why: "whether there is a job now is not known",
      todo: repeatAdvice(token),
      ...(token ? { details: { idempotencyKey: token } } : {}),
    };
  }
  const failure = describeError(error, `snapshot ${snapshotId} was not exported`);
  const exportId = isExportCreationError(error) ? error.job?.id : undefined;
  if (!exportId) return failure;
  return { ...failure, todo: `wait for that one: ${resumeCommand(connection, { clusterName, exportId })}` };
}
