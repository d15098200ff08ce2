import {
  type ExportBucket,
  type ExportJob,
  isExportTimeoutError,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import { describeError } from "./describe-error.ts";
import { durationText } from "./duration.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { Interruption } from "./interruption.ts";
import { locationIn, locationOf } from "./location.ts";
import { showProgress } from "./progress.ts";
import { keyFlag, resumeCommand } from "./resume-command.ts";
import { jobBlock, reasonText } from "./views/jobs.ts";

export interface FollowOptions {
  /** In milliseconds. */
  timeout?: number | undefined;
  /** In milliseconds. */
  interval?: number | undefined;
}

export interface FollowedJob {
  clusterName: string;
  exportId: string;
  /** As it was created, where this command did that. */
  job?: ExportJob;
  /** Where its files go, where that is known. */
  bucket?: ExportBucket | undefined;
  /** The key that the user has chosen for it. */
  idempotencyKey?: string | undefined;
}

/**
 * Waits for a job with its progress on view, and tells how it ended.
 *
 * @throws {CommandFailure} when the wait ends before the job does; it says how to go on waiting
 */
export async function follow(
  connection: Connection,
  { clusterName, exportId, job, bucket, idempotencyKey }: FollowedJob,
  { timeout: timeoutMs, interval: intervalMs }: FollowOptions,
): Promise<ExitCode> {
  const { atlas, groupId, world } = connection;
  const progress = showProgress(connection, job);
  const waiting = { signal: world.signal, timeoutMs, intervalMs, onProgress: progress.update };
  const result = await waitForExportJob(atlas, { groupId, clusterName, exportId }, waiting)
    .finally(progress.end)
    .catch((error: unknown) => {
      const resume = resumeCommand(connection, { clusterName, exportId });
      const { state } = progress.last() ?? {};
      throw new CommandFailure(
        unfinished(error, { exportId, isThere: job !== undefined, state, timeoutMs, resume }),
        error,
      );
    });
  return reportEnd(connection, { exportId, bucket, idempotencyKey }, result);
}

/** How a job has ended, without its reference. */
export type JobEnd = { job: ExportJob } & (
  | { outcome: "successful" | "cancelled" }
  | { outcome: "failed"; reason: ExportJob["stateReason"] }
);

/** The end of a job that cannot succeed any more, from a single reading of it. */
export function badEndOf(job: ExportJob): JobEnd | undefined {
  if (job.state === "Failed") return { outcome: "failed", job, reason: job.stateReason };
  return job.state === "Cancelled" ? { outcome: "cancelled", job } : undefined;
}

/**
 * Prints how a job has ended.
 *
 * @throws {CommandFailure} unless it was successful
 */
export async function reportEnd(
  connection: Connection,
  { exportId, bucket, idempotencyKey }: Pick<FollowedJob, "exportId" | "bucket" | "idempotencyKey">,
  end: JobEnd,
): Promise<ExitCode> {
  const { output } = connection;
  const { outcome, job } = end;
  const location = bucket ? locationIn(bucket, job) : await locationOf(connection, job);
  output.result({ type: "ended", outcome, job, location }, () => jobBlock(job, location));
  const again =
    idempotencyKey === undefined
      ? "a new export"
      : `a new export with another key, such as ${keyFlag(`${idempotencyKey}-2`)}`;
  switch (end.outcome) {
    case "successful":
      return exitCodes.done;
    case "cancelled":
      throw new CommandFailure({
        exitCode: exitCodes.jobCancelled,
        what: `export job ${exportId} was cancelled`,
        why: "somebody, or the service itself, ended it; the service does not say why",
        todo: `start ${again} when it is wanted after all`,
      });
    case "failed":
      throw new CommandFailure({
        exitCode: exitCodes.jobFailed,
        what: `export job ${exportId} failed`,
        why: reasonText(end.reason) || "the service gives no reason",
        todo: `fix the cause and start ${again}: the service does not try again by itself`,
      });
  }
}

/** Every way in which a wait can end early leaves the job as it is, if there is one. */
function unfinished(error: unknown, { exportId, isThere, state, timeoutMs, resume }: EndedWait): Failure {
  const details = { exportId };
  const todo = `go on waiting with: ${resume}`;
  const seen =
    state === undefined ? "it could not be read" : `it was last seen ${state ?? "without a state"}`;
  if (error instanceof Interruption) {
    const what = `the wait for export job ${exportId} was interrupted`;
    return { exitCode: exitCodes.interrupted, what, why: `the job goes on; ${seen}`, todo, details };
  }
  if (isExportTimeoutError(error)) {
    const what = `export job ${exportId} did not end within ${durationText(timeoutMs ?? 0)}`;
    return { exitCode: exitCodes.deadline, what, why: `the job goes on; ${seen}`, todo, details };
  }
  const subject = isThere ? `export job ${exportId} is created, but` : `export job ${exportId}`;
  const failure = describeError(error, `${subject} could not be followed to its end`);
  const isNone = failure.exitCode === exitCodes.notFound || failure.exitCode === exitCodes.usage;
  if (isNone && !isThere) return failure;
  // To run the command again could mean another export.
  const isOddity = failure.exitCode === exitCodes.unexpected && isThere;
  return {
    ...failure,
    todo: isOddity ? todo : `${failure.todo}; then ${todo}`,
    details: { ...failure.details, ...details },
  };
}

interface EndedWait {
  exportId: string;
  /** Whether this command knows that there is such a job. */
  isThere: boolean;
  /** As it was last seen. */
  state: string | null | undefined;
  timeoutMs: number | undefined;
  /** The command that goes on waiting. */
  resume: string;
}
