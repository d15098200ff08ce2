import type { ExportBucket, ExportJob } from "@atlas-snapshot-export/types";
import type { CallOptions } from "../call.ts";
import type { AtlasClient } from "../create-client.ts";
import { isAtlasApiError, isTransient } from "../errors.ts";
import { notingOperation } from "../last-operation.ts";
import { missingProperties, missingTexts } from "../missing-properties.ts";
import { getExportBucket } from "../operations.gen.ts";
import { requireObject } from "../require-object.ts";
import { exportableBy, isUnexportable } from "../snapshots/exportable.ts";
import { getSnapshot } from "../snapshots/get-snapshot.ts";
import type { AnySnapshot } from "../snapshots/list-snapshots.ts";
import { activeBy, isActiveExport } from "./is-active.ts";
import { everyExportJob } from "./list-export-jobs.ts";
import {
  alreadyActive,
  type PreflightInput,
  type PreflightProblem,
  type PreflightSubject,
  unexportable,
  unreadable,
} from "./preflight-problems.ts";

/** What a preflight found. */
export interface ExportPreflight {
  /** The snapshot; undefined when it cannot be read. */
  snapshot: AnySnapshot | undefined;
  /** The bucket; undefined when it cannot be read. */
  bucket: ExportBucket | undefined;
  /** The export of the snapshot that is at work already, if there is one. */
  activeJob: ExportJob | undefined;
  /** Everything that stands in the way; empty when the export can be created. */
  problems: PreflightProblem[];
}

/**
 * Looks, without changing anything, whether an export can be created and followed: the snapshot is there, completed
 * and no fallback; the bucket is there; no export of the snapshot is at work; the credential may read all of that.
 * Whether it may create as well shows only when it does.
 *
 * All of it is read at the same time; a failure of one reading that is thrown ends the others.
 *
 * @throws {AtlasApiError} when the credential is refused (401), or the service fails (408, 429, 5xx)
 * @throws {RequestValidationError} when the input breaks the definition
 * @throws {ResponseValidationError} when a response does not prove anything
 * @throws {AuthenticationError} when signing in fails
 * @throws {NetworkError} when no whole and readable answer comes
 *
 * @example
 * const { problems } = await preflightExport(atlas, { groupId, clusterName, snapshotId, exportBucketId });
 * for (const { message } of problems) console.error(message);
 */
export async function preflightExport(
  atlas: AtlasClient,
  input: PreflightInput,
  options: CallOptions = {},
): Promise<ExportPreflight> {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, ...(options.signal ? [options.signal] : [])]);
  const readings = [
    read(input, "snapshot", getExportable(atlas, input, { ...options, signal })),
    read(input, "bucket", getBucket(atlas, input, { ...options, signal })),
    read(input, "jobs", findActiveJob(atlas, input, { ...options, signal })),
  ] as const;
  const [snapshot, bucket, activeJob] = await Promise.all(readings).catch(async (error: unknown) => {
    ended.abort(error);
    await Promise.allSettled(readings);
    throw error;
  });
  const problems = [
    ...snapshot.problems,
    ...(snapshot.value ? unexportable(input, snapshot.value) : []),
    ...bucket.problems,
    ...activeJob.problems,
    ...(activeJob.value ? [alreadyActive(input, activeJob.value)] : []),
  ];
  return {
    snapshot: snapshot.value,
    bucket: bucket.value,
    activeJob: activeJob.value,
    problems: toldOnce(problems),
  };
}

/** @throws {ResponseValidationError} when the snapshot lacks what decides whether it can be exported */
async function getExportable(
  atlas: AtlasClient,
  input: PreflightInput,
  options: CallOptions,
): Promise<AnySnapshot> {
  const { client, operationId } = notingOperation(atlas, "getReplicaSetBackup");
  const snapshot = await getSnapshot(client, input, options);
  const names = isUnexportable(snapshot) ? [] : missingTexts(snapshot, exportableBy);
  if (names.length === 0) return snapshot;
  const purpose = "whether the snapshot can be exported";
  throw missingProperties(operationId(), { place: "body", names, purpose, data: snapshot });
}

async function getBucket(
  atlas: AtlasClient,
  { groupId, exportBucketId }: PreflightInput,
  options: CallOptions,
): Promise<ExportBucket> {
  const bucket = await getExportBucket(atlas, { groupId, exportBucketId }, options);
  return requireObject("getExportBucket", bucket);
}

/** @throws {ResponseValidationError} when a job that may be the active one lacks what decides */
async function findActiveJob(
  atlas: AtlasClient,
  { groupId, clusterName, snapshotId }: PreflightInput,
  options: CallOptions,
): Promise<ExportJob | undefined> {
  let doubtful: ExportJob | undefined;
  for await (const job of everyExportJob(atlas, { groupId, clusterName }, options)) {
    const isOfSnapshot = isActiveExport(job, snapshotId);
    if (isOfSnapshot) return job;
    if (isOfSnapshot === undefined) doubtful ??= job;
  }
  if (!doubtful) return undefined;
  const names = missingTexts(doubtful, activeBy);
  const purpose = "whether the snapshot is being exported";
  throw missingProperties("listBackupExportJobs", {
    place: "body.results[]",
    names,
    purpose,
    data: doubtful,
  });
}

/** What a reading finds, or the problem that it meets; what no other input would mend is thrown. */
async function read<Value>(
  input: PreflightInput,
  subject: PreflightSubject,
  reading: Promise<Value>,
): Promise<{ value: Value | undefined; problems: PreflightProblem[] }> {
  try {
    return { value: await reading, problems: [] };
  } catch (error) {
    if (!isAtlasApiError(error) || error.status === 401 || isTransient(error)) throw error;
    return { value: undefined, problems: [unreadable(input, subject, error)] };
  }
}

/** A project or a cluster that is not there is missed by every reading. */
function toldOnce(problems: PreflightProblem[]): PreflightProblem[] {
  return problems.filter(
    ({ kind }, index) => problems.findIndex((problem) => problem.kind === kind) === index || !isShared(kind),
  );
}

function isShared(kind: PreflightProblem["kind"]): boolean {
  return kind === "project-not-found" || kind === "cluster-not-found";
}
