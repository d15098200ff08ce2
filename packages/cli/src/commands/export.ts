import {
  type CreateExportJobInput,
  type CustomDataEntry,
  type ExportBucket,
  type ExportJob,
  findExportJob,
  ResponseValidationError,
} from "@atlas-snapshot-export/client";
import { chooseBucket } from "../choose-bucket.ts";
import { chooseSnapshot } from "../choose-snapshot.ts";
import { type Connection, type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { createOnce } from "../create-job.ts";
import { describeError } from "../describe-error.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { CommandFailure, usageFailure } from "../failure.ts";
import { badEndOf, type FollowOptions, follow, reportEnd } from "../follow.ts";
import { locationIn, locationOf } from "../location.ts";
import { requireReadiness } from "../preflight.ts";
import { keyFlag, resumeCommand } from "../resume-command.ts";
import { jobBlock } from "../views/jobs.ts";
import { existingLines, planLines } from "../views/plan.ts";

export interface ExportOptions extends ConnectionFlags, FollowOptions {
  cluster: string;
  /** Its id, or `latest`. */
  snapshot: string;
  /** Its id or its name. */
  bucket: string;
  data?: Required<CustomDataEntry>[] | undefined;
  wait?: boolean | undefined;
  dryRun?: boolean | undefined;
  /** False for none, undefined for one that nobody chose. */
  idempotencyKey?: string | false | undefined;
}

/** Checks everything, creates an export job, never twice, and follows it to its end. */
export const startExport: Command<ExportOptions> = (context, options) =>
  withConnection(context, options, async (connection) => {
    const { groupId, output } = connection;
    const { cluster: clusterName, idempotencyKey, data: customData = [] } = options;
    if (options.timeout && !options.wait) throw aimlessTimeout;
    output.live("checking whether the export can be created");
    const exportBucketId = await chooseBucket(connection, options.bucket);
    if (idempotencyKey) {
      // createExportJob would find it only for the same snapshot, and `latest` may be another one by now.
      const reference = { groupId, clusterName, token: idempotencyKey };
      const job = await findExportJob(connection.atlas, reference, { signal: connection.world.signal });
      if (job) return takeUp(connection, { job, exportBucketId, idempotencyKey }, options);
    }
    const snapshotId = await chooseSnapshot(connection, clusterName, options.snapshot);
    const input = { groupId, clusterName, snapshotId, exportBucketId };
    const { snapshot, bucket } = await requireReadiness(connection, input);
    if (options.dryRun) {
      const named = { ...snapshot, id: snapshotId };
      const plan = { type: "plan", cluster: clusterName, snapshot: named, bucket, customData } as const;
      output.result(plan, () => planLines(plan));
      return exitCodes.done;
    }
    const token = idempotencyKey ?? crypto.randomUUID();
    await announce(connection, { ...input, token });
    const { job, origin, token: key } = await createOnce(connection, { ...input, customData, token });
    const hasKey = key !== undefined && origin !== "conflict";
    const begun = { job, bucket, idempotencyKey: hasKey ? key : null, isNew: origin === "created" };
    return goOn(connection, begun, options);
  });

/** Prints the key before the request is sent: a run that is killed from here on is resumed by it. */
async function announce(
  { output }: Connection,
  { clusterName: cluster, snapshotId, exportBucketId, token }: CreateExportJobInput,
): Promise<void> {
  const idempotencyKey = token || null;
  output.event({ type: "creating", cluster, snapshotId, exportBucketId, idempotencyKey });
  if (idempotencyKey) output.note(`creating the export with ${keyFlag(idempotencyKey)}`);
  output.live("creating the export");
  await output.settled();
}

const aimlessTimeout = usageFailure(
  "--timeout has nothing to end",
  "it says how long --wait may take, and there is no --wait",
  "add --wait, or leave --timeout out",
);

interface Begun {
  job: ExportJob;
  bucket?: ExportBucket;
  idempotencyKey: string | null;
  /** Whether this run has created the job. */
  isNew: boolean;
}

/** Goes on with the job that an earlier run created, if that was the same export and has not failed. */
async function takeUp(
  connection: Connection,
  { job, exportBucketId, idempotencyKey }: { job: ExportJob; exportBucketId: string; idempotencyKey: string },
  options: ExportOptions,
): Promise<ExitCode> {
  if (options.snapshot !== "latest")
    requireListed(job, "snapshotId", "whether the key was used for this export");
  const isSame =
    job.exportBucketId === exportBucketId && ["latest", job.snapshotId].includes(options.snapshot);
  if (!isSame) {
    throw new CommandFailure({
      exitCode: exitCodes.conflict,
      what: "the idempotency key was used for another export",
      why: `export job ${job.id} has it, of snapshot ${job.snapshotId ?? "unknown"} into bucket ${job.exportBucketId}`,
      todo: "choose another key for this one",
    });
  }
  const { cluster, dryRun } = options;
  if (dryRun) requireListed(job, "state", "whether the job has failed");
  if (!dryRun || badEndOf(job)) return goOn(connection, { job, idempotencyKey, isNew: false }, options);
  const existing = { type: "existing", cluster, job, idempotencyKey } as const;
  connection.output.result(existing, () => existingLines(existing));
  return exitCodes.done;
}

/** @throws {ResponseValidationError} when the job was listed without a property */
function requireListed(job: ExportJob, name: "snapshotId" | "state", purpose: string): void {
  if (job[name] !== undefined) return;
  const field = `body.results[].${name}`;
  const violation = { field, rule: `must be there, to decide ${purpose}`, given: "a job without one" };
  throw new ResponseValidationError("listBackupExportJobs", [violation], job);
}

async function goOn(connection: Connection, begun: Begun, options: ExportOptions): Promise<ExitCode> {
  const { job, isNew } = begun;
  const what = isNew ? `export job ${job.id} is created` : `export job ${job.id} was created before`;
  // A job without a usable id is neither created nor taken up.
  const reference = { clusterName: options.cluster, exportId: String(job.id) };
  try {
    return await tell(connection, { ...begun, what, reference }, options);
  } catch (error) {
    throw afterCreation(error, begun, { what, resume: resumeCommand(connection, reference) });
  }
}

/** Whatever fails once there is a job, the job goes on, and is billed. */
function afterCreation(
  error: unknown,
  { job, idempotencyKey }: Begun,
  { what, resume }: { what: string; resume: string },
): CommandFailure {
  const failure =
    error instanceof CommandFailure
      ? error.failure
      : { ...describeError(error, `${what}, but could not be shown`), todo: `follow it with: ${resume}` };
  const details = {
    ...failure.details,
    exportId: String(job.id),
    ...(idempotencyKey === null ? {} : { idempotencyKey }),
  };
  return new CommandFailure({ ...failure, details }, error instanceof CommandFailure ? error.cause : error);
}

interface Told extends Begun {
  /** The beginning of a sentence. */
  what: string;
  reference: { clusterName: string; exportId: string };
}

async function tell(connection: Connection, begun: Told, options: ExportOptions): Promise<ExitCode> {
  const { output } = connection;
  const { job, bucket, idempotencyKey, isNew, what, reference } = begun;
  const document = { type: "created", job, idempotencyKey, isNew } as const;
  const badEnd = badEndOf(job);
  if (!isNew && !options.wait) requireListed(job, "state", "whether the job has failed");
  if (options.wait || badEnd) {
    if (!options.dryRun) {
      output.event(document);
      output.note(what);
    }
    const followed = { ...reference, job, bucket, idempotencyKey: options.idempotencyKey || undefined };
    return badEnd ? reportEnd(connection, followed, badEnd) : follow(connection, followed, options);
  }
  const location = bucket ? locationIn(bucket, job) : await locationOf(connection, job);
  output.result(document, () => jobBlock(job, location));
  const isDone = job.state === "Successful";
  output.note(
    isDone ? `${what}, and is done` : `${what}; follow it with: ${resumeCommand(connection, reference)}`,
  );
  return exitCodes.done;
}
