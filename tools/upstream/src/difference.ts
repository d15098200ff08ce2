import { isDeepStrictEqual } from "node:util";
import { join } from "./document.ts";

export const kinds = {
  "operation-gone": "the vendor no longer has the operation",
  "version-gone": "the vendor no longer has our version of the operation",
  "newer-version": "the vendor has a newer version of the operation",
  sunset: "the vendor ends our version of the operation on that day",
  "ours-only": "only the definition says it",
  "vendor-only": "only the vendor says it",
  changed: "each says something else",
} as const;

export type Kind = keyof typeof kinds;

/** One thing that the definition and the vendor's file say differently. */
export interface Finding {
  kind: Kind;
  /** Where in the definition: `<operationId>/…` or `components/…`, the place that a `$ref` leads to. */
  place: string;
  ours: unknown;
  vendor: unknown;
}

/** A finding, and the operations that meet it. */
export interface Difference extends Finding {
  operations: string[];
}

export function compareValues(place: string, ours: unknown, vendor: unknown): Finding[] {
  if (isDeepStrictEqual(ours, vendor)) return [];
  const kind = ours === undefined ? "vendor-only" : vendor === undefined ? "ours-only" : "changed";
  return [{ kind, place, ours, vendor }];
}

/** One finding for each value that only one of two lists has; their order does not matter. */
export function compareLists(place: string, ours: unknown[], vendor: unknown[]): Finding[] {
  const names = (list: unknown[]) => new Map(list.map((value) => [nameOf(value), value]));
  const [left, right] = [names(ours), names(vendor)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((name) =>
    compareValues(join(place, name), left.get(name), right.get(name)),
  );
}

/** The findings of every operation as one list: the same finding once, with all operations that meet it. */
export function unite(findings: Map<string, Finding[]>): Difference[] {
  const united = new Map<string, Difference>();
  for (const [operationId, found] of findings) {
    for (const finding of found) {
      const key = JSON.stringify([finding.place, finding.kind, finding.ours, finding.vendor]);
      const { operations } = united.get(key) ?? { operations: [] };
      united.set(key, { ...finding, operations: [...new Set([...operations, operationId])].sort() });
    }
  }
  return [...united.values()].sort((a, b) => compareText(a.place, b.place) || compareText(a.kind, b.kind));
}

function nameOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
