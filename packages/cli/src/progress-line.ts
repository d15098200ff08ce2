import type { Progress } from "./documents.ts";
import { clockTime } from "./duration.ts";
import { type Paint, paintState } from "./paint.ts";
import { plainText } from "./plain-text.ts";

/** How long exports of small clusters were seen to take; most services never say how far a job is. */
const usualMinutes = { least: 14, most: 33 } as const;

/** The live line, in as many columns as there are: what does not fit is left out from the end. */
export function progressLine(progress: Progress, columns: number, paint: Paint): string {
  const { state, elapsed, howFar } = partsOf(progress);
  const parts = [state, elapsed, howFar].filter(Boolean);
  while (parts.join("  ").length > columns && parts.length > 1) parts.pop();
  const line = parts.join("  ").slice(0, columns);
  return (
    paintState(paint, progress.state ?? undefined)(line.slice(0, state.length)) + line.slice(state.length)
  );
}

/** The same for a log. */
export function progressNote(progress: Progress): string {
  const { state, elapsed, howFar } = partsOf(progress);
  return [`${elapsed}  ${state}`, howFar].filter(Boolean).join(", ");
}

function partsOf(progress: Progress) {
  const { state, elapsedMs } = progress;
  return {
    state: plainText(state ?? "state unknown"),
    elapsed: clockTime(elapsedMs),
    howFar: state !== null && finalStates.has(state) ? "" : howFarOf(progress),
  };
}

const finalStates: ReadonlySet<string> = new Set(["Successful", "Failed", "Cancelled"]);

function howFarOf({ elapsedMs, collections }: Progress): string {
  if (collections) return `${collections.exported} of ${collections.total} collections`;
  const { least, most } = usualMinutes;
  return elapsedMs > most * 60_000
    ? `longer than usual (${least} to ${most} min)`
    : `usually ${least} to ${most} min`;
}
