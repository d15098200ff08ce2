import type { CreateBackupExportJobInput, CustomDataEntry, ExportJob } from "@atlas-snapshot-export/types";
import { type CallOptions, checkInput } from "../call.ts";
import { accepts } from "../check.ts";
import { sleep } from "../clock.ts";
import type { AtlasClient } from "../create-client.ts";
import { getBackupExportJob, createBackupExportJob as operation } from "../definition.gen.ts";
import {
  ExportCreationError,
  isAtlasApiError,
  isNetworkError,
  noAnswer,
  RequestValidationError,
  ResponseValidationError,
  type Violation,
} from "../errors.ts";
import { createBackupExportJob } from "../operations.gen.ts";
import { isActive } from "./is-active.ts";
import { listExportJobs } from "./list-export-jobs.ts";

/** What to export, and where to. */
export interface CreateExportJobInput {
  groupId: string;
  clusterName: string;
  snapshotId: string;
  exportBucketId: string;
  /** Entries of your own for the `.complete` file. */
  customData?: CustomDataEntry[] | undefined;
  /**
   * What tells this export from all others: it travels in the custom data, under `exportRequestToken`. Give one of
   * your own to make the call repeatable, even from another process: a job that carries it is adopted.
   * `false` keeps the custom data as it is; then the job is recognised by snapshot and bucket, which costs one
   * request more.
   *
   * @default a random UUID
   */
  token?: string | false | undefined;
}

/** The custom data's key for the token. */
export const tokenKey = "exportRequestToken";

/** How often the request is sent at the most, each time after the list has proved that no job came of the last one. */
const maxPosts = 3;

/**
 * The list is read twice before its silence counts as proof, after these many milliseconds: what the service was
 * still working on when the connection broke shows up in it by then, and what comes later meets its rule of one
 * active export a snapshot.
 */
const looksAfterMs = [1_000, 4_000];

/**
 * Creates an export job, once.
 *
 * The service has no idempotency key and would export, and bill, a second time. So a request whose outcome is
 * unknown (connection cut, timeout, 5xx) is never simply sent again: the list of jobs is searched for it. A job
 * found is the answer; only when the list proves that there is none, the request is sent again. When the snapshot
 * is being exported already (409), the active export into the same bucket is the answer.
 *
 * @throws {ExportCreationError} when no job was created, another one is in the way, or the list could not be read
 * @throws {AtlasApiError} when the service refused the request, so that nothing happened
 * @throws {RequestValidationError} before anything is sent
 * @throws {AuthenticationError} when signing in fails, so that nothing happened
 * @throws {NetworkError} when there was no connection, so that nothing happened
 * @throws {ResponseValidationError} when the list that has to be read first cannot be trusted; with `validateResponses:
 * "error"` also when the request succeeded with an answer that breaks the definition: it is in `data`
 *
 * @example
 * const token = `nightly-${new Date().toISOString().slice(0, 10)}`;
 * const job = await createExportJob(atlas, { groupId, clusterName, snapshotId, exportBucketId, token });
 */
export async function createExportJob(
  atlas: AtlasClient,
  input: CreateExportJobInput,
  options: CallOptions = {},
): Promise<ExportJob> {
  const token = tokenOf(input);
  const request = requestOf(input, token);
  checkInput(operation, request);
  const search: Search = { atlas, input, request, options, token, before: new Set() };
  if (input.token === false) search.before = await jobIds(search);
  else if (input.token !== undefined) {
    const { ours } = await searchList(search);
    if (ours) return ours;
  }
  for (let posts = 1; ; posts += 1) {
    const posted = await post(search);
    if (posted.job) return posted.job;
    const { cause } = posted;
    const isConflict = isAtlasApiError(cause) && cause.status === 409;
    if (!isConflict && !isOutcomeUnknown(cause)) throw cause;
    const found = await lookRepeatedly(search, isConflict, cause);
    if (found) return found;
    if (isConflict) throw conflict(search, undefined, cause);
    if (posts === maxPosts) throw notCreated(search, cause);
  }
}

interface Search {
  atlas: AtlasClient;
  input: CreateExportJobInput;
  /** What is sent. */
  request: CreateBackupExportJobInput;
  options: CallOptions;
  token: string | undefined;
  /** Ids of the jobs that were there before the first request, where there is no token to know ours by. */
  before: Set<unknown>;
}

/** @throws {RequestValidationError} when it is empty: every other export without one would be taken for this one */
function tokenOf({ token }: CreateExportJobInput): string | undefined {
  if (token === false) return undefined;
  if (token !== "") return token ?? crypto.randomUUID();
  throw new RequestValidationError("createExportJob", [
    { field: "token", rule: "must not be empty", given: "a string of 0 characters" },
  ]);
}

function requestOf(input: CreateExportJobInput, token: string | undefined): CreateBackupExportJobInput {
  const { groupId, clusterName, snapshotId, exportBucketId, customData } = input;
  // What is no list is left to the check, which says so.
  const given = [customData ?? []].flat();
  const entries = token === undefined ? customData : [...given, { key: tokenKey, value: token }];
  const body = { snapshotId, exportBucketId, ...(entries ? { customData: entries } : {}) };
  return { groupId, clusterName, body };
}

async function post({
  atlas,
  input,
  request,
  options,
}: Search): Promise<{ job?: ExportJob; cause?: unknown }> {
  try {
    const job = await createBackupExportJob(atlas, request, { ...options, isIdempotent: false });
    if (hasUsableId(job)) return { job };
    const url = `the answer to the request for snapshot ${input.snapshotId}`;
    return { cause: noAnswer({ method: "POST", url }, "holds no job id") };
  } catch (cause) {
    options.signal?.throwIfAborted();
    return { cause };
  }
}

/** Statuses by which the service does not say whether the request took effect. */
function isOutcomeUnknown(error: unknown): boolean {
  if (isAtlasApiError(error)) return error.status === 408 || error.status >= 500;
  return isNetworkError(error) && error.mayHaveArrived;
}

async function lookRepeatedly(
  search: Search,
  isConflict: boolean,
  cause: unknown,
): Promise<ExportJob | undefined> {
  const { atlas, options } = search;
  for (const ms of isConflict ? [0, ...looksAfterMs] : looksAfterMs) {
    await sleep(atlas.clock, ms, options.signal);
    const job = await look(search, isConflict, cause);
    if (job) return job;
  }
  return undefined;
}

async function look(search: Search, isConflict: boolean, cause: unknown): Promise<ExportJob | undefined> {
  const found = await searchList(search).catch((error: unknown) => {
    search.options.signal?.throwIfAborted();
    throw unknown(search, cause, error);
  });
  if (found.ours || !isConflict) return found.ours;
  const { active } = found;
  if (active && active.exportBucketId !== search.input.exportBucketId) throw conflict(search, active, cause);
  return active;
}

/**
 * The job that was asked for, if the list holds it, else an active one of its snapshot.
 *
 * @throws {ResponseValidationError} when a job says too little of itself: such a list proves nothing
 */
async function searchList(search: Search): Promise<{ ours?: ExportJob; active?: ExportJob | undefined }> {
  let active: ExportJob | undefined;
  let doubtful: ExportJob | undefined;
  for await (const job of jobsOf(search)) {
    const isOur = isOurs(search, job);
    if (isOur) return { ours: job };
    if (isOur === undefined) doubtful ??= job;
    if (job.snapshotId === search.input.snapshotId && isActive(job) && hasUsableId(job)) active = job;
  }
  if (doubtful) throw new ResponseValidationError("listBackupExportJobs", [tooLittle], doubtful);
  return { active };
}

const tooLittle: Violation = {
  field: "body.results",
  rule: "must have id, snapshotId, exportBucketId and customData in each job",
  given: "a job that lacks one of them",
};

/** Whether it is the job that was asked for; undefined when it says too little of itself to tell. */
function isOurs({ input, token, before }: Search, job: ExportJob): boolean | undefined {
  const { id, snapshotId, exportBucketId, customData } = job;
  if (isOther(snapshotId, input.snapshotId) || isOther(exportBucketId, input.exportBucketId)) return false;
  if (token === undefined && before.has(id)) return false;
  if (token !== undefined && Array.isArray(customData) && !carries(token, customData)) return false;
  const saysEnough = token === undefined ? snapshotId && exportBucketId : Array.isArray(customData);
  return saysEnough && hasUsableId(job) ? true : undefined;
}

/** What is not even a text may hide the one that was asked for. */
function isOther(given: unknown, asked: string): boolean {
  return typeof given === "string" && given !== asked;
}

function carries(token: string, customData: unknown[]): boolean {
  return (customData as (CustomDataEntry | null)[]).some(
    (entry) => entry?.key === tokenKey && entry.value === token,
  );
}

async function jobIds(search: Search): Promise<Set<unknown>> {
  const ids = new Set<unknown>();
  for await (const job of jobsOf(search)) if (hasUsableId(job)) ids.add(job.id);
  return ids;
}

function jobsOf({ atlas, input, options }: Search): AsyncIterable<ExportJob> {
  const { groupId, clusterName } = input;
  return listExportJobs(atlas, { groupId, clusterName, itemsPerPage: 500 }, options);
}

/** Whether the job can be read by its id: with one that the definition refuses, it could never be waited for. */
function hasUsableId(job: ExportJob | null): job is ExportJob {
  return accepts(getBackupExportJob, "exportId", job?.id);
}

function conflict({ token, input }: Search, job: ExportJob | undefined, cause: unknown): ExportCreationError {
  const what = job
    ? `export job ${job.id} (${job.state}) is exporting it into bucket ${job.exportBucketId}: wait for that one to end`
    : "the service says that it is being exported, but lists no active job that could be waited for: try again";
  return new ExportCreationError(`snapshot ${input.snapshotId} was not exported: ${what}`, {
    outcome: "conflict",
    token,
    job,
    cause,
  });
}

function notCreated({ token, input }: Search, cause: unknown): ExportCreationError {
  const message = `no export of snapshot ${input.snapshotId} was created: ${maxPosts} requests failed, the last with «${text(cause)}», and the list of jobs holds none of them`;
  return new ExportCreationError(message, { outcome: "not-created", token, cause });
}

function unknown({ token, input }: Search, cause: unknown, listError: unknown): ExportCreationError {
  const next = token
    ? `call createExportJob again with token "${token}"`
    : "look through the list of jobs before you try again";
  const message = `whether the export of snapshot ${input.snapshotId} was created is not known: the request failed with «${text(cause)}», and the list of jobs with «${text(listError)}»; ${next}`;
  return new ExportCreationError(message, { outcome: "unknown", token, cause });
}

function text(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
