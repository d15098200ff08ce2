import type { CreateBackupExportJobInput, CustomDataEntry, ExportJob } from "@atlas-snapshot-export/types";
import { type CallOptions, call, checkInput, requireCallOptions } from "../call.ts";
import { sleep, within } from "../clock.ts";
import type { AtlasClient } from "../create-client.ts";
import { createBackupExportJob as operation } from "../definition.gen.ts";
import {
  ExportCreationError,
  isAtlasApiError,
  isAtlasError,
  isNetworkError,
  isResponseValidationError,
  noAnswer,
} from "../errors.ts";
import { type Delivery, isRefusal, mayHaveTakenEffect, undelivered } from "../fetch/delivery.ts";
import { type Known, requireKnown } from "../require-known.ts";
import type { ExportJobReference } from "./job-reference.ts";
import { hasUsableId, type JobSearch, jobIds, searchJobs, type UsableJob } from "./job-search.ts";
import { carriesToken, tokenFor, withToken } from "./request-token.ts";

/** What to export, and where to. */
export interface CreateExportJobInput {
  groupId: string;
  clusterName: string;
  snapshotId: string;
  exportBucketId: string;
  /** Entries of your own for the `.complete` file. */
  customData?: CustomDataEntry[] | undefined;
  /**
   * Identifies this export among all others: it travels in the custom data, under `exportRequestToken`. Pass one of
   * your own to make the call repeatable, even from another process: a job that carries it is adopted.
   * `false` keeps the custom data as it is; then the job is recognised by snapshot and bucket, which costs one
   * request more.
   *
   * @default a random UUID
   */
  token?: string | false | undefined;
}

const inputNames: Known<CreateExportJobInput> = {
  groupId: 1,
  clusterName: 1,
  snapshotId: 1,
  exportBucketId: 1,
  customData: 1,
  token: 1,
};

/** The export job that `createExportJob` returns, and where it came from. */
export interface CreatedExportJob {
  /** The job as the service described it. */
  job: ExportJob;
  /** Where to read it, as `waitForExportJob` takes it. */
  reference: ExportJobReference;
  /**
   * `created` by this call; `adopted`, because a job with the caller's token existed; or `conflict`: the snapshot had
   * an active export into the same bucket, which another request created.
   */
  origin: "created" | "adopted" | "conflict";
  /** What the job carries in its custom data when it was created or adopted; undefined for `token: false`. */
  token: string | undefined;
}

/** How often the request is sent at most, each time after the list has proved that no job came of the last one. */
const maxPosts = 3;

/**
 * The list is read twice before its silence counts as proof, after these many milliseconds: what the service was
 * still working on when the connection broke shows up in it by then, and what comes later meets its rule of one
 * active export a snapshot.
 */
const searchAfterMs = [1_000, 4_000];

/**
 * Creates an export job, once.
 *
 * The service has no idempotency key and would export, and bill, a second time. So a request whose outcome is
 * unknown (connection cut, timeout, 5xx) is never simply sent again: the list of jobs is searched for it. A job
 * that is found is the result; only when the list proves that there is no job, the request is sent again. When the
 * snapshot is being exported already (409), the active export into the same bucket is the result.
 *
 * The same holds when the caller's own code fails on the way: a hook, a middleware, `fetch`, the auth provider, the
 * clock, or the signal that aborts. Then the result is still the job, or an `ExportCreationError` with that failure as
 * its `cause`.
 *
 * `deadlineMs`, of the call or of the client, limits all of that together, the search included.
 *
 * @throws {ExportCreationError} when no job was created, another one is in the way, or whether there is one is unknown;
 * also when the caller's own code fails or the signal aborts
 * @throws {AtlasApiError} when the service refused the request, so that nothing happened
 * @throws {RequestValidationError} before anything is sent
 * @throws {TypeError} when a name in `input` or `options` is unknown, or an option is unusable; nothing is sent
 * @throws {AuthenticationError} when signing in fails, so that nothing happened
 * @throws {NetworkError} when there was no connection, so that nothing happened
 * @throws {ResponseValidationError} when the list that must be read first cannot be trusted; with `validateResponses:
 * "error"` also when the request succeeded with a job that breaks the definition: it is in `data`
 *
 * @example
 * const token = `nightly-${new Date().toISOString().slice(0, 10)}`;
 * const { reference } = await createExportJob(atlas, { groupId, clusterName, snapshotId, exportBucketId, token });
 * await waitForExportJob(atlas, reference);
 */
export async function createExportJob(
  atlas: AtlasClient,
  input: CreateExportJobInput,
  options: CallOptions = {},
): Promise<CreatedExportJob> {
  requireKnown("createExportJob", input, inputNames);
  requireCallOptions("createExportJob", options);
  const token = tokenFor(input.token);
  const request = requestOf(input, token);
  checkInput(operation, request);
  const creation: Creation = { atlas, input, request, options, token, before: new Set() };
  const adopted = await readFirst(creation);
  if (adopted) return resultOf(creation, adopted, "adopted");
  let mayBeOurs = false;
  for (let posts = 1; ; posts += 1) {
    const { job, cause, delivery } = await post(creation);
    if (job) return resultOf(creation, job, "created");
    const isConflict = delivery.status === 409 || (isAtlasApiError(cause) && cause.status === 409);
    mayBeOurs ||= !isConflict;
    if (!isConflict && !mayHaveCreated(delivery, cause)) throw certain(creation, cause);
    const found = await searchRepeatedly(creation, isConflict, cause);
    if (found) return resultOf(creation, found, originOf(creation, found, mayBeOurs));
    if (posts === maxPosts) throw notCreated(creation, cause);
  }
}

interface Creation extends JobSearch {
  input: CreateExportJobInput;
  /** What is sent. */
  request: CreateBackupExportJobInput;
  /** When the time for all of it is over, on the monotonic scale of the client's clock; undefined without a deadline. */
  endsAtMs?: number;
}

function requestOf(
  { groupId, clusterName, snapshotId, exportBucketId, customData }: CreateExportJobInput,
  token: string | undefined,
): CreateBackupExportJobInput {
  const entries = withToken(customData, token);
  const body = { snapshotId, exportBucketId, ...(entries ? { customData: entries } : {}) };
  return { groupId, clusterName, body };
}

function resultOf(
  { input: { groupId, clusterName }, token }: Creation,
  job: UsableJob,
  origin: CreatedExportJob["origin"],
): CreatedExportJob {
  return { job, reference: { groupId, clusterName, exportId: job.id }, origin, token };
}

/** Where a found job came from; `mayBeOurs` says that one of our requests met something else than a conflict. */
function originOf({ token }: Creation, job: ExportJob, mayBeOurs: boolean): CreatedExportJob["origin"] {
  const isAskedFor = token === undefined ? mayBeOurs : carriesToken(job, token);
  if (!isAskedFor) return "conflict";
  return mayBeOurs ? "created" : "adopted";
}

/** What has to be known before the first request: the job with the caller's token, or which jobs cannot be ours. */
async function readFirst(creation: Creation): Promise<UsableJob | undefined> {
  const { atlas, input, options } = creation;
  const { token } = input;
  const { deadlineMs = atlas.deadlineMs } = options;
  try {
    if (deadlineMs !== undefined) creation.endsAtMs = atlas.clock.monotonicMs() + deadlineMs;
    if (token === false) creation.before = await inTime(creation, jobIds);
    else if (token !== undefined) return (await inTime(creation, searchJobs)).ours;
    return undefined;
  } catch (error) {
    throw certain(creation, error);
  }
}

/**
 * Reads the list in what is left of the time.
 *
 * @throws {NetworkError} when the time is over
 */
async function inTime<Result>(
  creation: Creation,
  read: (search: JobSearch) => Promise<Result>,
): Promise<Result> {
  const { atlas, input, options } = creation;
  const leftMs = leftOf(creation);
  if (leftMs === undefined) return read(creation);
  const expired = () => {
    const url = `the export jobs of cluster ${input.clusterName}`;
    return noAnswer({ method: "GET", url }, "not read before the deadline");
  };
  return within(atlas.clock, leftMs, options.signal, expired, (signal) =>
    read({ ...creation, options: { ...options, signal } }),
  );
}

/** What is left of the time, in milliseconds and at least one; undefined without a deadline. */
function leftOf({ atlas, endsAtMs }: Creation): number | undefined {
  return endsAtMs === undefined ? undefined : Math.max(1, Math.ceil(endsAtMs - atlas.clock.monotonicMs()));
}

/** Sends the request, and notes what became of it where the caller's code cannot get in the way. */
async function post(creation: Creation): Promise<Posted> {
  const { atlas, input, request, options } = creation;
  const delivery = undelivered();
  try {
    const sent = { ...options, isIdempotent: false, deadlineMs: leftOf(creation) };
    const job = await call<ExportJob>(atlas, operation, request, sent, delivery);
    if (hasUsableId(job)) return { job, delivery };
    const url = `the response to the request for snapshot ${input.snapshotId}`;
    return { cause: noAnswer({ method: "POST", url }, "has no usable job id"), delivery };
  } catch (cause) {
    // The job is in its data.
    if (isResponseValidationError(cause) && hasUsableId(cause.data)) throw cause;
    return { cause, delivery };
  }
}

interface Posted {
  job?: UsableJob;
  cause?: unknown;
  delivery: Delivery;
}

/** Whether there may be a job. The error is asked as well, for a client that does not note deliveries. */
function mayHaveCreated(delivery: Delivery, error: unknown): boolean {
  if (mayHaveTakenEffect(delivery)) return true;
  if (isAtlasApiError(error)) return !isRefusal(error.status);
  return isNetworkError(error) && error.mayHaveArrived;
}

/** @throws {ExportCreationError} on a conflict without a job to wait for; when what the search needs fails, or the signal aborts it */
async function searchRepeatedly(
  creation: Creation,
  isConflict: boolean,
  cause: unknown,
): Promise<UsableJob | undefined> {
  const { atlas, input } = creation;
  let missing: string[] | undefined;
  for (const ms of isConflict ? [0, ...searchAfterMs] : searchAfterMs) {
    const found = await inTime(creation, async (search) => {
      await sleep(atlas.clock, ms, search.options.signal);
      return searchJobs(search);
    }).catch((error: unknown) => {
      throw unknown(creation, cause, error);
    });
    if (found.ours) return found.ours;
    ({ missing } = found);
    const { active } = found;
    if (!isConflict || !active) continue;
    if (active.exportBucketId !== input.exportBucketId) throw conflict(creation, cause, active);
    return active;
  }
  if (isConflict) throw conflict(creation, cause, undefined, missing);
  return undefined;
}

/** A failure by which there is certainly no job: one of the client's own stays as it is. */
function certain({ token, input }: Creation, cause: unknown): unknown {
  if (isAtlasError(cause)) return cause;
  const message = `no export of snapshot ${input.snapshotId} was created: «${text(cause)}» came before the service took a request for it`;
  return new ExportCreationError(message, { outcome: "not-created", token, cause });
}

function conflict(
  { token, input }: Creation,
  cause: unknown,
  job: UsableJob | undefined,
  missing?: string[],
): ExportCreationError {
  const what = job
    ? `export job ${job.id} (${job.state}) is exporting it into bucket ${job.exportBucketId}: wait for that one to end`
    : `the service says that it is being exported, but ${
        missing
          ? `a listed job, which may be the active one, lacks ${missing.map((name) => `body.results[].${name}`).join(" and ")}`
          : "lists no active job that could be waited for: try again"
      }`;
  return new ExportCreationError(`snapshot ${input.snapshotId} was not exported: ${what}`, {
    outcome: "conflict",
    token,
    job,
    cause,
  });
}

function notCreated({ token, input }: Creation, cause: unknown): ExportCreationError {
  const message = `no export of snapshot ${input.snapshotId} was created: ${maxPosts} requests failed, the last with «${text(cause)}», and the list of jobs holds none of them`;
  return new ExportCreationError(message, { outcome: "not-created", token, cause });
}

/** The caller's own failure is the cause that the caller recognises; otherwise it is the one that began it. */
function unknown({ token, input }: Creation, began: unknown, ended: unknown): ExportCreationError {
  const next = token
    ? `call createExportJob again with token "${token}"`
    : "look through the list of jobs before you try again";
  const message = `whether the export of snapshot ${input.snapshotId} was created is not known: the request failed with «${text(began)}», and the list of jobs with «${text(ended)}»; ${next}`;
  const cause = isAtlasError(began) && !isAtlasError(ended) ? ended : began;
  return new ExportCreationError(message, { outcome: "unknown", token, cause });
}

/** The caller's code can throw anything, even what cannot be made a string. */
function text(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return typeof error;
  }
}
