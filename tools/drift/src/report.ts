import { diff } from "node:util";
import type { Result } from "./outcome.ts";

/** A line for each kind and operator: how many, how many caught, by what, after how many seconds in the middle. */
export function printTable(results: readonly Result[]): string {
  const groups = Map.groupBy(results, ({ kind, operator }) => `${kind}\n${operator}`);
  const rows = [...groups].map(([key, group]) => {
    const caught = group.filter(({ outcome }) => outcome === "caught");
    const equivalent = group.filter(({ outcome }) => outcome === "equivalent").length;
    return [
      ...key.split("\n"),
      String(group.length),
      String(caught.length) + (equivalent > 0 ? ` + ${equivalent} equivalent` : ""),
      printCounts(group.flatMap(({ caughtBy }) => caughtBy ?? [])),
      median(group.map(({ seconds }) => seconds)).toFixed(1),
    ];
  });
  return columns([["kind", "operator", "applied", "caught", "by", "median s"], ...rows]);
}

function printCounts(names: readonly string[]): string {
  const counts = Map.groupBy(names, (name) => name);
  return [...counts].map(([name, all]) => `${name} ${all.length}`).join(", ");
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

function columns(rows: readonly string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}

/** What nobody noticed, or nobody told well enough: the change, and what was said of it. */
export function printSurvivor({ caughtBy, message, reason }: Result, before: string, after: string): string {
  const said = message === undefined ? [] : [`${caughtBy} said:`, ...message.split("\n").slice(0, 12)];
  return [...(reason ? [reason] : []), ...changedLines(before, after), ...said]
    .map((line) => `    ${line}`)
    .join("\n");
}

/** Only the lines that differ, as a diff marks them. */
export function changedLines(before: string, after: string): string[] {
  return diff(before.split("\n"), after.split("\n"))
    .filter(([operation]) => operation !== 0)
    .map(([operation, line]) => `${operation === 1 ? "-" : "+"} ${line}`);
}
