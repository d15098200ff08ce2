import type { ExportJob } from "@atlas-snapshot-export/types";
import { sleep } from "../clock.ts";
import type { AtlasClient } from "../create-client.ts";
import { ExportTimeoutError, isTransient, ResponseValidationError, retryAfterOf } from "../errors.ts";
import { jitter, spreadMs } from "../fetch/retry-delay.ts";
import { getBackupExportJob } from "../operations.gen.ts";
import { requireFunctions } from "../require-functions.ts";
import { type Known, requireKnown } from "../require-known.ts";
import { requireNumbers } from "../require-numbers.ts";
import type { ExportJobReference } from "./job-reference.ts";

/** How to wait, and how long. */
export interface WaitOptions {
  /** Stops the waiting, not the export: that goes on. */
  signal?: AbortSignal | undefined;
  /**
   * How long to wait, in milliseconds; the last look may take five seconds more. A look may last as long as is left,
   * whatever the client's `deadlineMs`.
   * @default no limit
   */
  timeoutMs?: number | undefined;
  /** How long to wait before the second look, in milliseconds; it grows from there to four times that. @default 15_000 */
  intervalMs?: number | undefined;
  /** Told of the job each time it was looked at, by `exportSnapshot` also when it was created. */
  onProgress?: ((progress: ExportProgress) => unknown) | undefined;
}

const waitOptions: Known<WaitOptions> = { signal: 1, timeoutMs: 1, intervalMs: 1, onProgress: 1 };

/** What one look at a job tells. */
export interface ExportProgress {
  /** The job as it was last seen. */
  job: ExportJob;
  /** Its state, which may be one that this version does not know. */
  state: string | undefined;
  /** How many collections are exported and how many there are; undefined when the service does not count them (0 of 0). */
  collections: { exported: number; total: number } | undefined;
  /** How long this wait has lasted, in milliseconds. */
  elapsedMs: number;
}

/** How an export ended, and of which job that is said. */
export type ExportResult = { job: ExportJob; reference: ExportJobReference } & (
  | { outcome: "successful" }
  | { outcome: "failed"; reason: ExportJob["stateReason"] }
  | { outcome: "cancelled" }
);

/** How many polls in a row may show no state before the wait ends: without one it would not end at all. */
const maxStateless = 10;

/** What the look at the very end of the wait may take, in milliseconds. */
const lastLookMs = 5_000;

/**
 * Follows an export job to its end.
 *
 * Looks at it every 15 s at first, growing to 60 s, with jitter. A failure that can pass (no connection, 408, 429,
 * 5xx) is waited out; one that cannot (401, 403, 404) ends the wait at once. A state that is not known is not final,
 * unless the client's `validateResponses` makes an error of it.
 *
 * @param reference which job, as `createExportJob` returns it; another process can go on waiting with it
 * @throws {RequestValidationError} when the reference breaks the definition; nothing is sent
 * @throws {ExportTimeoutError} when `timeoutMs` is over; carries the job as it was last seen
 * @throws {AtlasApiError} when the job cannot be read
 * @throws {AuthenticationError} when signing in fails for good
 * @throws {ResponseValidationError} when ten polls in a row show no state; with `validateResponses: "error"`, when a
 * response breaks the definition
 * @throws {TypeError} when an option is unknown, is not a number, or is too small; nothing is sent
 *
 * @example
 * const { reference } = await createExportJob(atlas, { groupId, clusterName, snapshotId, exportBucketId });
 * const result = await waitForExportJob(atlas, reference, { timeoutMs: 2 * 60 * 60_000 });
 * if (result.outcome === "failed") console.error(result.reason?.message);
 */
export async function waitForExportJob(
  atlas: AtlasClient,
  { groupId, clusterName, exportId }: ExportJobReference,
  options: WaitOptions = {},
): Promise<ExportResult> {
  requireWaitOptions("waitForExportJob", options);
  const { signal, timeoutMs = Number.POSITIVE_INFINITY, intervalMs = 15_000, onProgress } = options;
  const { clock, random } = atlas;
  const reference = { groupId, clusterName, exportId };
  const startedAtMs = clock.monotonicMs();
  const elapsedMs = () => clock.monotonicMs() - startedAtMs;
  let job: ExportJob | undefined;
  let lastError: unknown;
  let stateless = 0;

  for (let delayMs = intervalMs; ; delayMs = Math.min(delayMs * 1.5, intervalMs * 4)) {
    try {
      const leftMs = Math.max(lastLookMs, timeoutMs - elapsedMs());
      const deadlineMs = Number.isFinite(leftMs) ? Math.ceil(leftMs) : undefined;
      job = await getBackupExportJob(atlas, reference, { signal, deadlineMs });
      lastError = undefined;
    } catch (error) {
      if (!isTransient(error)) throw error;
      lastError = error;
    }
    if (job !== undefined && lastError === undefined) {
      const progress = progressOf(job, Math.round(elapsedMs()));
      await onProgress?.(progress);
      const result = resultOf(job, reference);
      if (result) return result;
      stateless = progress.state === undefined ? stateless + 1 : 0;
      if (stateless === maxStateless) throw withoutState(job);
    }
    const askedMs = retryAfterOf(lastError) ?? 0;
    const nextMs = spreadMs(delayMs, jitter(random), askedMs);
    const leftMs = timeoutMs - elapsedMs();
    if (leftMs > 0) await sleep(clock, Math.min(nextMs, leftMs), signal);
    // The last poll comes at the very end, but not sooner than the service asks for.
    if (leftMs <= 0 || askedMs > leftMs)
      throw new ExportTimeoutError({ exportId, timeoutMs, job, cause: lastError });
  }
}

/** @throws {TypeError} that names the option, what was given, and what is allowed */
export function requireWaitOptions(owner: string, options: WaitOptions): void {
  requireKnown(owner, options, waitOptions);
  const { timeoutMs, intervalMs, onProgress } = options;
  requireNumbers(owner, { timeoutMs }, 0);
  requireNumbers(owner, { intervalMs }, 1);
  if (onProgress !== undefined) requireFunctions(owner, { onProgress });
}

/** The body of a 2xx can be anything, even null: then nothing is known yet. */
function resultOf(job: ExportJob | null, reference: ExportJobReference): ExportResult | undefined {
  switch (job?.state) {
    case "Successful":
      return { outcome: "successful", job, reference };
    case "Failed":
      return { outcome: "failed", job, reference, reason: job.stateReason };
    case "Cancelled":
      return { outcome: "cancelled", job, reference };
    default:
      return undefined;
  }
}

function withoutState(job: unknown): ResponseValidationError {
  const rule = `must be there: ${maxStateless} polls in a row did not show it, so the end of the export would not either`;
  const violation = { field: "body.state", rule, given: "a job without a state" };
  return new ResponseValidationError("getBackupExportJob", [violation], job);
}

export function progressOf(job: ExportJob | null, elapsedMs: number): ExportProgress {
  const state = typeof job?.state === "string" ? job.state : undefined;
  const exported = countOf(job?.exportStatus?.exportedCollections);
  const total = countOf(job?.exportStatus?.totalCollections);
  const collections = total > 0 ? { exported, total } : undefined;
  return { job: job as ExportJob, state, collections, elapsedMs };
}

function countOf(value: unknown): number {
  return Number.isInteger(value) ? Number(value) : 0;
}
