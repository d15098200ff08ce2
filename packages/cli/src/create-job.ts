import {
  type CreateExportJobInput,
  type CustomDataEntry,
  createExportJob,
  type ExportJob,
  isAtlasError,
  isExportCreationError,
  listExportJobs,
  ResponseValidationError,
  type Violation,
} from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import { describeError } from "./describe-error.ts";
import { exitCodes } from "./exit-code.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { Interruption } from "./interruption.ts";
import { isId } from "./is-id.ts";
import { repeatAdvice, resumeCommand } from "./resume-command.ts";

/** Under which name the client keeps the key of an export in its custom data. */
const keyName = "exportRequestToken";

/**
 * The job that an earlier run created with the same key, whatever became of it. `createExportJob` would find it only for
 * the same snapshot, and `latest` may be another one by now.
 *
 * @throws {ResponseValidationError} when that job has no id to go on with: another one is not to be created
 */
export async function findCreated(
  { atlas, groupId, world: { signal } }: Connection,
  clusterName: string,
  idempotencyKey: string,
): Promise<ExportJob | undefined> {
  for await (const job of listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 }, { signal })) {
    if (!carries(job, idempotencyKey)) continue;
    if (isId(job.id)) return job;
    throw new ResponseValidationError("listBackupExportJobs", [withoutId], job);
  }
  return undefined;
}

const withoutId: Violation = {
  field: "body.results",
  rule: "must have an id in the job that carries the idempotency key",
  given: "a job without one",
};

/** Whether a job says that it was created with a key. */
export function carries({ customData }: ExportJob, idempotencyKey: string): boolean {
  const entries: (CustomDataEntry | null)[] = Array.isArray(customData) ? customData : [];
  return entries.some((entry) => entry?.key === keyName && entry.value === idempotencyKey);
}

export interface Creation {
  job: ExportJob;
  /** False for one that was there before. */
  isNew: boolean;
}

/**
 * Creates an export job, once. An active export of the snapshot into the same bucket serves as well, and was created by
 * somebody else.
 *
 * @throws {CommandFailure} that says how to find out where nobody knows whether there is one
 */
export async function createOnce(connection: Connection, input: CreateExportJobInput): Promise<Creation> {
  const {
    atlas,
    world: { signal },
  } = connection;
  const requests: Promise<number | undefined>[] = [];
  const exchange: typeof atlas.exchange = (operation, ...rest) => {
    const exchanged = atlas.exchange(operation, ...rest);
    if (operation.method === "POST") requests.push(statusOf(exchanged));
    return exchanged;
  };
  try {
    const job = await createExportJob({ ...atlas, exchange }, input, { signal });
    return { job, isNew: isCreated(job, input, await Promise.all(requests)) };
  } catch (error) {
    throw new CommandFailure(notCreated(connection, input, error), error);
  }
}

/** Undefined where no answer came. */
function statusOf(exchanged: Promise<{ response: { status: number } }>): Promise<number | undefined> {
  return exchanged.then(
    ({ response }) => response.status,
    () => undefined,
  );
}

/**
 * Whether a job came of the requests for it. What it says of its custom data decides only where one of them met an
 * active export: of a job that the service has just created it may say anything.
 */
function isCreated(
  job: ExportJob,
  { token }: CreateExportJobInput,
  statuses: readonly (number | undefined)[],
): boolean {
  if (statuses.every((status) => status === 409)) return false;
  return !statuses.includes(409) || (typeof token === "string" && carries(job, token));
}

function notCreated(
  connection: Connection,
  { clusterName, snapshotId, token }: CreateExportJobInput,
  error: unknown,
): Failure {
  const findOut = { todo: repeatAdvice(token), details: token ? { idempotencyKey: token } : {} };
  if (error instanceof Interruption) {
    return {
      exitCode: exitCodes.interrupted,
      what: `the creation of an export of snapshot ${snapshotId} was interrupted`,
      why: "whether there is a job now is not known",
      ...findOut,
    };
  }
  if (!isAtlasError(error)) {
    const what = `whether snapshot ${snapshotId} is being exported is not known`;
    return { ...describeError(error, what), ...findOut };
  }
  const failure = describeError(error, `snapshot ${snapshotId} was not exported`);
  const exportId = isExportCreationError(error) ? error.job?.id : undefined;
  if (!exportId) return failure;
  return { ...failure, todo: `wait for that one: ${resumeCommand(connection, { clusterName, exportId })}` };
}
