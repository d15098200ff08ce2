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

export interface Column<Row> {
  heading: string;
  cell: (row: Row) => Cell;
  /** Whether a narrow terminal can do without it. */
  isOptional?: boolean;
}

const gap = "  ";

/**
 * Rows below their headings, as wide as they need to be. Where that is too wide, optional columns are left out from the
 * end, and if even that is not enough, each row is a block of its own: half an id is of no use to anybody.
 */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): string[] {
  const filled = columns.map((column) => fill(column, rows));
  const shown = fitting(filled, width);
  if (!shown) return blocks(columns, rows);
  return [-1, ...rows.keys()].map((at) =>
    shown
      .map((column) => column.line(at))
      .join(gap)
      .trimEnd(),
  );
}

interface FilledColumn {
  isOptional: boolean;
  width: number;
  /** The cell of a row as wide as the column; that of row -1 is the heading. */
  line(row: number): string;
}

function fill<Row>({ heading, cell, isOptional = false }: Column<Row>, rows: readonly Row[]): FilledColumn {
  const cells = rows.map(cell);
  const width = Math.max(stringWidth(heading), ...cells.map(({ text }) => stringWidth(text)));
  const line = (at: number) => {
    const { text, paint = same } = cells[at] ?? { text: heading };
    return paint(text) + " ".repeat(width - stringWidth(text));
  };
  return { isOptional, width, line };
}

function fitting(columns: readonly FilledColumn[], width: number): readonly FilledColumn[] | undefined {
  const needed = columns.reduce((sum, column) => sum + column.width + gap.length, -gap.length);
  if (needed <= width) return columns;
  const last = columns.findLastIndex(({ isOptional }) => isOptional);
  return last < 0 ? undefined : fitting(columns.toSpliced(last, 1), width);
}

function blocks<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const width = Math.max(...columns.map(({ heading }) => heading.length));
  return rows.flatMap((row, at) => {
    const facts = columns.map(({ heading, cell }): Fact => [heading, cell(row)]);
    return [...(at > 0 ? [""] : []), ...block(facts, width)];
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
