import type { Progress } from "./documents.ts";
import { clockTime } from "./duration.ts";
import { type Line, lookOfState } from "./line.ts";
import { plainText } from "./plain-text.ts";

/** The live line, in as many columns as there are: what does not fit is left out from the end. */
export function progressLine(progress: Progress, columns: number): Line {
  const { state, elapsed, collections } = partsOf(progress);
  const parts = [state, elapsed, collections].filter(Boolean);
  while (parts.join("  ").length > columns && parts.length > 1) parts.pop();
  const line = parts.join("  ").slice(0, columns);
  const shownState = { text: line.slice(0, state.length), look: lookOfState(progress.state) };
  return [shownState, line.slice(state.length)];
}

/** The same for a log. */
export function progressNote(progress: Progress): string {
  const { state, elapsed, collections } = partsOf(progress);
  return [`${elapsed}  ${state}`, collections].filter(Boolean).join(", ");
}

function partsOf({ state, elapsedMs, collections }: Progress) {
  const isCounted = collections !== null && !(state !== null && finalStates.has(state));
  return {
    state: plainText(state ?? "state unknown"),
    elapsed: clockTime(elapsedMs),
    collections: isCounted ? `${collections.exported} of ${collections.total} collections` : "",
  };
}

const finalStates: ReadonlySet<string> = new Set(["Successful", "Failed", "Cancelled"]);
