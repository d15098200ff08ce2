import {
  type AtlasClient,
  type ExportResult,
  exportSnapshot,
  findLatestSnapshot,
  waitForExportJob,
} from "@atlas-snapshot-export/client";
import pLimit, { type LimitFunction } from "p-limit";
import { type Survey, survey, type Target } from "./survey.ts";

export interface ManyOptions {
  /** Exports from this time on, in epoch milliseconds, count: a cluster that has one is left alone. */
  since: number;
  /** How many exports of a project are followed at once. @default 25 */
  perProject?: number;
  /** Ends the run. What is at work by then goes on, and the next run takes it up. */
  signal?: AbortSignal;
  /** Told of each cluster as it is done. */
  onDone?: (done: Done) => void;
}

/** What became of one cluster. */
export type Done = { target: Target } & (
  | ExportResult
  | { outcome: "up-to-date" | "nothing-to-export" }
  | { outcome: "error"; error: unknown }
);

/**
 * Exports the newest snapshot of each cluster: those first that have waited longest, so many of a project at once.
 *
 * It keeps nothing. Started again after a crash, it finds in the lists of jobs what is done, what is at work, and what
 * is left to do.
 */
export async function exportMany(
  atlas: AtlasClient,
  targets: Target[],
  { since, perProject = 25, signal, onDone = () => {} }: ManyOptions,
): Promise<Done[]> {
  const limitOf = limits(perProject);
  const done: Done[] = [];
  const finish = (one: Done) => {
    done.push(one);
    onDone(one);
  };

  const surveys: Survey[] = [];
  const look = async (target: Target) => {
    try {
      surveys.push(await survey(atlas, target, signal));
    } catch (error) {
      // One cluster that is gone must not keep the others from being exported.
      finish({ target, outcome: "error", error });
    }
  };
  await Promise.all(targets.map((target) => limitOf(target.groupId)(() => look(target))));

  surveys.sort((one, other) => one.lastExportAt - other.lastExportAt);
  await Promise.all(
    surveys.map((one) =>
      limitOf(one.target.groupId)(async () => {
        const { target } = one;
        const result = await exportOne(atlas, one, since, signal).catch((error: unknown) => ({
          outcome: "error" as const,
          error,
        }));
        finish({ target, ...result });
      }),
    ),
  );
  return done;
}

async function exportOne(
  atlas: AtlasClient,
  { target, active, lastExportAt }: Survey,
  since: number,
  signal: AbortSignal | undefined,
): Promise<ExportResult | { outcome: "up-to-date" | "nothing-to-export" }> {
  signal?.throwIfAborted();
  if (lastExportAt >= since) return { outcome: "up-to-date" };
  const waiting = { signal, intervalMs: 60_000 };
  if (active) return waitForExportJob(atlas, active, waiting);
  const snapshot = await findLatestSnapshot(atlas, target, { signal });
  if (!snapshot?.id) return { outcome: "nothing-to-export" };
  return exportSnapshot(atlas, { ...target, snapshotId: snapshot.id }, waiting);
}

/** A queue for each project, so that a large one does not hold up the others. */
function limits(perProject: number): (groupId: string) => LimitFunction {
  const byProject = new Map<string, LimitFunction>();
  return (groupId) => {
    const limit = byProject.get(groupId) ?? pLimit(perProject);
    byProject.set(groupId, limit);
    return limit;
  };
}
