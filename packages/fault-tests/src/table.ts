import { kinds, type ScheduledFault, type Step, steps, type Verdict } from "./flow.ts";

/** One run and its verdict. */
export interface Tried {
  faults: readonly ScheduledFault[];
  verdict: Verdict;
}

/** Faults × steps: what a single fault led to, and how the pairs fared that it is the first of. */
export function faultTable(singles: readonly Tried[], pairs: readonly Tried[]): string {
  const columns = Object.keys(steps) as Step[];
  const rows = kinds.map((kind) => [
    kind,
    ...columns.map((step) => cell({ step, request: 1, kind }, singles, pairs)),
  ]);
  return [align([["fault at the first…", ...columns], ...rows]), "", summary(singles, pairs)].join("\n");
}

type Place = ScheduledFault;

function cell(place: Place, singles: readonly Tried[], pairs: readonly Tried[]): string {
  const single = singles.find(({ faults: [fault] }) => isSame(fault, place));
  const led = pairs.filter(({ faults }) => faults.some((fault) => isSame(fault, place)));
  const broken = led.filter(({ verdict }) => verdict.lies.length > 0).length;
  return `${single ? outcomeOf(single.verdict) : "?"} (${led.length - broken}/${led.length})`;
}

function outcomeOf({ answers, lies }: Verdict): string {
  if (lies.length > 0) return `LIE: ${lies[0]}`;
  return answers.join(", ");
}

function summary(singles: readonly Tried[], pairs: readonly Tried[]): string {
  const all = [...singles, ...pairs];
  const twice = all.filter(({ verdict }) => verdict.jobs > 1).length;
  const untruthful = all.filter(({ verdict }) => verdict.lies.length > 0).length;
  const happy = all.filter(({ verdict }) =>
    verdict.answers.every((answer) => answer === "successful"),
  ).length;
  return `${singles.length} single faults, ${pairs.length} pairs: ${happy} exported all the same, ${all.length - happy} told why not; ${twice} with two jobs, ${untruthful} untruthful`;
}

function isSame(fault: ScheduledFault | undefined, place: Place): boolean {
  return fault?.step === place.step && fault.request === place.request && fault.kind === place.kind;
}

function align(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
