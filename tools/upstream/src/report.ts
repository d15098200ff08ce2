import { stringify } from "yaml";
import { type Deviation, recorded } from "./deviations.ts";
import { type Difference, kinds } from "./difference.ts";

export interface Findings {
  /** What the definition was compared with. */
  vendor: string;
  /** Where deviations are listed. */
  list: string;
  unlisted: Difference[];
  gone: Deviation[];
}

/** What a person has to know and to do. */
export function printReport({ vendor, list, unlisted, gone }: Findings, today: string): string {
  const sections = [
    ...(unlisted.length > 0
      ? [
          `${count(unlisted.length, "difference")} from ${vendor} that ${list} does not list:`,
          ...unlisted.map(printDifference),
          `Change the definition, or list them: paste this into ${list} and say why in each \`reason\`.`,
          printEntries(unlisted, today),
        ]
      : []),
    ...(gone.length > 0
      ? [
          `${count(gone.length, "listed deviation")} that no longer exist${gone.length === 1 ? "s" : ""}. Delete from ${list}:`,
          ...gone.map(({ place, kind, date }) => `  ${place}\n    ${kind}, listed on ${date}`),
        ]
      : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

function printDifference({ kind, place, ours, vendor, operations }: Difference): string {
  const lines = [
    `${kind}: ${kinds[kind]}`,
    ...(hasValue(ours) ? [`ours:   ${JSON.stringify(ours)}`] : []),
    ...(hasValue(vendor) ? [`vendor: ${JSON.stringify(vendor)}`] : []),
    `in ${operations.join(", ")}`,
  ];
  return [`  ${place}`, ...lines.map((line) => `    ${line}`)].join("\n");
}

/** The differences as entries of the list. The reason is empty, which the check refuses. */
function printEntries(differences: Difference[], today: string): string {
  const entries = differences.map(({ kind, place, ours, vendor }) => ({
    place,
    kind,
    ...(hasValue(ours) ? { ours: recorded(ours) } : {}),
    ...(hasValue(vendor) ? { vendor: recorded(vendor) } : {}),
    date: today,
    reason: "",
  }));
  return stringify(entries, { lineWidth: 0 }).trimEnd().replaceAll(/^/gm, "  ");
}

/** Of what is only there or not there, the kind says all. */
function hasValue(value: unknown): boolean {
  return value !== undefined && value !== true;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
