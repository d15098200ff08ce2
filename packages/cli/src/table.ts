import stringWidth from "fast-string-width";
import { plainText } from "./plain-text.ts";

/** A table's cell: its text, and what colours it once the widths are known. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
}

/** What the service sent, on one line; what is missing is empty. */
export function cell(value: unknown, paint?: Cell["paint"]): Cell {
  const text = value === undefined || value === null ? "" : plainText(value);
  return paint ? { text, paint } : { text };
}

const gap = "  ";

/**
 * Rows below their headings as wide as they need to be; where the terminal is narrower, one block for each row, because
 * half an id is of no use to anybody.
 */
export function table(headings: readonly string[], rows: readonly Cell[][], columns: number): string[] {
  const lines = [headings.map((text): Cell => ({ text })), ...rows];
  const widths = headings.map((_, at) => Math.max(...lines.map((line) => stringWidth(line[at]?.text ?? ""))));
  const width = widths.reduce((sum, each) => sum + each + gap.length, -gap.length);
  if (width > columns) return blocks(headings, rows);
  return lines.map((line) =>
    line
      .map(({ text, paint = same }, at) => paint(text) + " ".repeat((widths[at] ?? 0) - stringWidth(text)))
      .join(gap)
      .trimEnd(),
  );
}

function blocks(headings: readonly string[], rows: readonly Cell[][]): string[] {
  return rows.flatMap((row, at) => {
    const facts = row.map((each, column): Fact => [headings[column] ?? "", each]);
    return [...(at > 0 ? [""] : []), ...block(facts, Math.max(...headings.map(({ length }) => length)))];
  });
}

export type Fact = readonly [heading: string, cell: Cell];

/** One thing's facts, a line each; what is empty is left out. */
export function block(facts: readonly Fact[], width = 11): string[] {
  return facts
    .filter(([, { text }]) => text !== "")
    .map(([heading, { text, paint = same }]) => heading.padEnd(width) + gap + paint(text));
}

function same(text: string): string {
  return text;
}
