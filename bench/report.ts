import type { Results } from "./results.ts";
import type { Line, Target } from "./row.ts";
import type { Spread } from "./spread.ts";

/** A table: each figure of ours, its target and whether that is met, and below it what the peers have. */
export function printReport({ node, machine, lines }: Results): string {
  const table = lines.flatMap((line) => [
    [title(line), "", "", "", "", ""],
    ["  ours", ...figures(line.ours, line.unit), "", ...verdict(line)],
    ...Object.entries(line.peers ?? {}).map(([name, spread]) => [
      `    ${name}`,
      ...figures(spread, line.unit),
      times(line.ours.median / spread.median),
      "",
      "",
    ]),
  ]);
  const head = ["", "median", "min – max", "ours ÷ it", "target", "met"];
  return [`Node ${node}, ${machine}`, "", ...aligned([head, ...table])].join("\n");
}

/** What each figure of ours was, is, and has become of it. */
export function printComparison(before: Results, now: Results): string {
  const table = now.lines.flatMap((line) => {
    const was = before.lines.find((earlier) => earlier.title === line.title);
    const compare = (name: string, spread: Spread, earlier: Spread | undefined): string[] => [
      name,
      earlier ? figures(earlier, line.unit).join("  ") : "–",
      figures(spread, line.unit).join("  "),
      earlier ? `${(100 * (spread.median / earlier.median - 1)).toFixed(1)} %` : "",
    ];
    return [
      [title(line), "", "", ""],
      compare("  ours", line.ours, was?.ours),
      ...Object.entries(line.peers ?? {}).map(([name, spread]) =>
        compare(`    ${name}`, spread, was?.peers?.[name]),
      ),
    ];
  });
  return aligned([["", `at ${before.at}`, `at ${now.at}`, "change"], ...table]).join("\n");
}

function title({ title, detail, unit }: Line): string {
  return `${title}, ${unit}${detail ? ` (${detail})` : ""}`;
}

function figures({ median, min, max }: Spread, unit: string): string[] {
  return [rounded(median, unit), min === max ? "exact" : `${rounded(min, unit)} – ${rounded(max, unit)}`];
}

function rounded(value: number, unit: string): string {
  if (Number.isNaN(value)) return "–";
  const decimals = unit.startsWith("×") ? 2 : value < 100 && !Number.isInteger(value) ? 1 : 0;
  return value.toLocaleString("en", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function times(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2) : "";
}

function verdict(line: Line): [target: string, met: string] {
  const { target, ours, unit } = line;
  if (!target) return ["", ""];
  const [text, isMet] = judge(target, line, (limit) => `${rounded(limit, unit)}`);
  return [text, Number.isNaN(ours.median) ? "not measured" : isMet ? "yes" : "no"];
}

function judge(target: Target, line: Line, text: (limit: number) => string): [string, boolean] {
  const { median } = line.ours;
  if ("atMost" in target) return [`≤ ${text(target.atMost)}`, median <= target.atMost];
  if ("atLeast" in target) return [`≥ ${text(target.atLeast)}`, median >= target.atLeast];
  const { atMostTimes, peer } = target;
  const limit = atMostTimes * (line.peers?.[peer]?.median ?? Number.NaN);
  return [`≤ ${atMostTimes} × ${peer}`, median <= limit];
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0]?.map((_, column) =>
    // A title stands alone in its line and may reach into the columns.
    Math.max(...rows.filter((row) => row[1] !== "").map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
