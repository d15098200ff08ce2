import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { parseDocument } from "yaml";
import { type Difference, type Kind, kinds } from "./difference.ts";
import { asObject, type Json, UnusableFileError } from "./document.ts";

/** A difference that the project has decided to live with. */
export interface Deviation {
  /** The place of the difference; `*` stands for any one segment. */
  place: string;
  kind: Kind;
  /** Where it is given, the difference has to have this value, as `recorded` writes it. */
  ours?: unknown;
  vendor?: unknown;
  date: string;
  reason: string;
}

export interface Deviations {
  /** Where the vendor publishes its file. */
  source: string;
  deviations: Deviation[];
}

const keys = ["place", "kind", "ours", "vendor", "date", "reason"];

/**
 * Reads the list of deviations.
 *
 * @param today as YYYY-MM-DD: nothing can be decided later
 * @throws {UnusableFileError} with one line for everything that is wrong with it
 */
export function parseDeviations(name: string, text: string, today: string): Deviations {
  const yaml = parseDocument(text);
  const [syntax] = yaml.errors;
  if (syntax) throw new UnusableFileError(`${name} is not YAML: ${syntax.message.split("\n")[0]}`);
  const { source, deviations } = asObject(yaml.toJS());
  if (typeof source !== "string" || !URL.canParse(source)) {
    throw new UnusableFileError(`${name} needs a \`source\`: the URL of the vendor's published file.`);
  }
  if (!Array.isArray(deviations)) {
    throw new UnusableFileError(
      `${name} needs a list of \`deviations\`; an empty one is \`deviations: []\`.`,
    );
  }
  const entries = deviations.map(asObject);
  const problems = entries.flatMap((entry, index) => {
    const faults = [...faultsOf(entry, today), ...(isRepeated(entries, index) ? ["it is listed twice"] : [])];
    return faults.map((fault) => `  entry ${index + 1}, ${entry["place"] ?? "without a place"}: ${fault}`);
  });
  if (problems.length > 0) throw new UnusableFileError(`${name} cannot be used:\n${problems.join("\n")}`);
  // Every entry has just been held against the type.
  return { source, deviations: entries as unknown as Deviation[] };
}

/** What is neither listed nor the same, and what is listed but not found. */
export function judge(
  differences: Difference[],
  deviations: Deviation[],
): { unlisted: Difference[]; gone: Deviation[] } {
  return {
    unlisted: differences.filter((difference) => !deviations.some((entry) => covers(entry, difference))),
    gone: deviations.filter((entry) => !differences.some((difference) => covers(entry, difference))),
  };
}

/** How a value is written down in an entry: long ones as a digest, so that the vendor's text is not copied. */
export function recorded(value: unknown): unknown {
  const text = JSON.stringify(value);
  if (text === undefined || text.length <= 60) return value;
  return `sha256:${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

function covers(entry: Deviation, { kind, place, ours, vendor }: Difference): boolean {
  return (
    entry.kind === kind &&
    isSamePlace(entry.place, place) &&
    (!("ours" in entry) || isDeepStrictEqual(entry.ours, recorded(ours))) &&
    (!("vendor" in entry) || isDeepStrictEqual(entry.vendor, recorded(vendor)))
  );
}

function isSamePlace(pattern: string, place: string): boolean {
  const [wanted, found] = [pattern.split("/"), place.split("/")];
  return (
    wanted.length === found.length &&
    wanted.every((segment, index) => segment === "*" || segment === found[index])
  );
}

function faultsOf({ place, kind, date, reason, ...rest }: Json, today: string): string[] {
  const unknown = Object.keys(rest).filter((key) => !keys.includes(key));
  return [
    ...(isText(place) ? [] : ["it needs a `place`"]),
    ...(typeof kind === "string" && kind in kinds
      ? []
      : [`it needs a \`kind\`, one of ${Object.keys(kinds).join(", ")}`]),
    ...(isText(reason) ? [] : ["it needs a `reason`: why may the definition differ here?"]),
    ...dateFaults(date, today),
    ...unknown.map((key) => `\`${key}\` means nothing here`),
  ];
}

function dateFaults(date: unknown, today: string): string[] {
  if (typeof date !== "string" || !isDate(date)) {
    return [
      `it needs a \`date\`, the day of the decision as YYYY-MM-DD; it has ${JSON.stringify(date) ?? "none"}`,
    ];
  }
  return date > today ? [`its date, ${date}, has not come yet`] : [];
}

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isRepeated(entries: Json[], index: number): boolean {
  const identity = ({ place, kind, ours, vendor }: Json) => ({ place, kind, ours, vendor });
  return entries
    .slice(0, index)
    .some((earlier) => isDeepStrictEqual(identity(earlier), identity(entries[index] ?? {})));
}
