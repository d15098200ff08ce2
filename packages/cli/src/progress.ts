import type { ExportJob, ExportProgress } from "@atlas-snapshot-export/client";
import { collectionsOf } from "./collections.ts";
import type { Context } from "./context.ts";
import type { Progress } from "./documents.ts";
import { momentMs } from "./duration.ts";
import { isObject } from "./is-object.ts";
import { progressLine, progressNote } from "./progress-line.ts";

/** How often the live line moves, in milliseconds. */
const tickMs = 1_000;

/** How long a log may stay without a word, in milliseconds: some CI services end a job that says nothing for ten minutes. */
const silenceMs = 300_000;

export interface ProgressDisplay {
  update(progress: ExportProgress): void;
  /** What was seen last. */
  last(): Progress | undefined;
  /** Leaves the terminal as it was. */
  end(): void;
}

/**
 * Shows how far a job is: on a terminal as one line that is drawn over itself every second, in a log as a line for each
 * change and at least every five minutes, and with `--json` as a document each time the job was looked at.
 */
export function showProgress({ world, output }: Context, created?: ExportJob): ProgressDisplay {
  const { clock } = world;
  const startedAtMs = clock.now();
  const startedMs = clock.monotonicMs();
  let seen: Progress | undefined;
  let noted = "";
  let notedMs = startedMs;
  let cancelTick = () => {};

  /** Since the job was created, where the service says when, and its clock is not ahead of this one. */
  function elapsedMs(job: ExportJob | undefined): number {
    const createdAtMs = momentMs(job?.createdAt);
    const sinceMs = Number.isNaN(createdAtMs) ? startedAtMs : Math.min(createdAtMs, startedAtMs);
    return Math.round(startedAtMs - sinceMs + clock.monotonicMs() - startedMs);
  }

  function draw(): void {
    const columns = output.liveColumns;
    if (!seen || columns === undefined) return;
    const now = { ...seen, elapsedMs: elapsedMs(seen.job) };
    output.live(progressLine(now, columns - 1));
  }

  function tick(): void {
    draw();
    cancelTick = clock.schedule(tick, tickMs);
  }

  function note(progress: Progress): void {
    const isNews = progressNote({ ...progress, elapsedMs: 0 }) !== noted;
    if (!isNews && clock.monotonicMs() - notedMs < silenceMs) return;
    noted = progressNote({ ...progress, elapsedMs: 0 });
    notedMs = clock.monotonicMs();
    output.note(progressNote(progress));
  }

  function see(job: ExportJob): Progress {
    const state = typeof job?.state === "string" ? job.state : null;
    seen = { state, elapsedMs: elapsedMs(job), collections: collectionsOf(job), job };
    if (output.liveColumns !== undefined) draw();
    else note(seen);
    return seen;
  }

  if (output.liveColumns !== undefined) tick();
  if (created) see(created);
  return {
    update({ job }) {
      const progress = see(job);
      // The answer can be anything; where it is no job, there is nothing to tell of.
      if (isObject(job)) output.event({ type: "progress", ...progress });
    },
    last: () => seen,
    end() {
      cancelTick();
      output.live("");
    },
  };
}
