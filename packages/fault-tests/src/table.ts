import { type CallerFault, plugs } from "./callers-code.ts";
import { type AnyFaultKind, kinds, type ScheduledFault, type Verdict } from "./flow.ts";
import { type Step, steps } from "./steps.ts";

/** One run and its verdict. */
export interface Tried {
  faults: readonly ScheduledFault[];
  callerFault?: CallerFault | undefined;
  verdict: Verdict;
}

/**
 * Faults of the network × where something fails: at the first request of a step, or in the caller's own code. A column
 * of a step shows what the fault alone led to, and how many of its pairs are as they must be; a column of the caller's
 * code, how many runs are as they must be when that code fails alone, or beside the fault at the create.
 */
export function faultTable(singles: readonly Tried[], pairs: readonly Tried[]): string {
  const stepNames = Object.keys(steps) as Step[];
  const all = [...singles, ...pairs];
  const rows = [undefined, ...kinds].map((kind) => [
    kind ?? "no fault of the network",
    ...stepNames.map((step) => (kind ? stepCell({ step, request: 1, kind }, singles, pairs) : "")),
    ...plugs.map((plug) => share(all.filter((one) => isOfCaller(one, plug, kind)))),
  ]);
  return [align([["fault at the first…", ...stepNames, ...plugs], ...rows]), "", summary(all)].join("\n");
}

/** A run as its faults. */
export function describeTried({ faults, callerFault }: Tried): string {
  const own = callerFault ? [`${Object.values(callerFault).join(" ")}`] : [];
  return [...faults.map(({ step, request, kind }) => `${kind} at ${step} ${request}`), ...own].join(" + ");
}

function stepCell(place: ScheduledFault, singles: readonly Tried[], pairs: readonly Tried[]): string {
  const isOfNetwork = ({ callerFault }: Tried) => callerFault === undefined;
  const single = singles.filter(isOfNetwork).find(({ faults: [fault] }) => isSame(fault, place));
  const led = pairs.filter(isOfNetwork).filter(({ faults }) => faults.some((fault) => isSame(fault, place)));
  return `${single ? outcomeOf(single.verdict) : "?"} (${share(led)})`;
}

function isOfCaller({ faults, callerFault }: Tried, plug: string, kind: AnyFaultKind | undefined): boolean {
  return callerFault?.plug === plug && faults[0]?.kind === kind;
}

function share(runs: readonly Tried[]): string {
  return `${runs.filter(({ verdict }) => verdict.lies.length === 0).length}/${runs.length}`;
}

function outcomeOf({ answers, lies }: Verdict): string {
  if (lies.length > 0) return `LIE: ${lies[0]}`;
  return answers.join(", ");
}

function summary(all: readonly Tried[]): string {
  const count = (is: (tried: Tried) => boolean) => all.filter(is).length;
  const happy = count(({ verdict }) => verdict.answers.every((answer) => answer === "successful"));
  return [
    `${all.length} runs, ${count(({ callerFault }) => callerFault !== undefined)} of them with the caller's own code failing:`,
    `${happy} exported all the same, ${all.length - happy} reported why not;`,
    `${count(({ verdict }) => verdict.jobs > 1)} with two jobs, ${count(({ verdict }) => verdict.lies.length > 0)} untruthful`,
  ].join(" ");
}

function isSame(fault: ScheduledFault | undefined, place: ScheduledFault): boolean {
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
