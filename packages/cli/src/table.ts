import stringWidth from "fast-string-width";
import type { Line, Look, Piece } from "./line.ts";
import { plainText } from "./plain-text.ts";

/** A table's cell. */
export type Cell = Piece;

/** What the service sent, on one line; what is missing is empty. */
export function cell(value: unknown, look?: Look): Cell {
  return { text: value === undefined || value === null ? "" : plainText(value), look };
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
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number): Line[] {
  const filled = columns.map((column) => fill(column, rows));
  const shown = fitting(filled, width);
  if (!shown) return blocks(columns, rows);
  return [-1, ...rows.keys()].map((at) => joined(shown.map((column) => column.cell(at))));
}

interface PaddedCell {
  cell: Cell;
  padding: string;
}

interface FilledColumn {
  isOptional: boolean;
  width: number;
  /** The cell of a row, and the blanks that make it as wide as the column; that of row -1 is the heading. */
  cell(row: number): PaddedCell;
}

function fill<Row>({ heading, cell, isOptional = false }: Column<Row>, rows: readonly Row[]): FilledColumn {
  const cells = rows.map(cell);
  const width = Math.max(stringWidth(heading), ...cells.map(({ text }) => stringWidth(text)));
  const padded = (at: number) => {
    const cell = cells[at] ?? { text: heading };
    return { cell, padding: " ".repeat(width - stringWidth(cell.text)) };
  };
  return { isOptional, width, cell: padded };
}

/** Cells beside each other, up to the last that is not empty. */
function joined(cells: readonly PaddedCell[]): Line {
  const last = cells.findLastIndex(({ cell }) => cell.text !== "");
  return cells
    .slice(0, last + 1)
    .flatMap(({ cell, padding }, at) => (at < last ? [cell, padding + gap] : [cell]));
}

function fitting(columns: readonly FilledColumn[], width: number): readonly FilledColumn[] | undefined {
  const needed = columns.reduce((sum, column) => sum + column.width + gap.length, -gap.length);
  if (needed <= width) return columns;
  const last = columns.findLastIndex(({ isOptional }) => isOptional);
  return last < 0 ? undefined : fitting(columns.toSpliced(last, 1), width);
}

function blocks<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Line[] {
  const width = Math.max(...columns.map(({ heading }) => heading.length));
  return rows.flatMap((row, at) => {
    const facts = columns.map(({ heading, cell }): Fact => [heading, cell(row)]);
    return [...(at > 0 ? [""] : []), ...block(facts, width)];
  });
}

export type Fact = readonly [heading: string, cell: Cell];

/** One thing's facts, a line each; what is empty is left out. */
export function block(facts: readonly Fact[], width = 11): Line[] {
  return facts
    .filter(([, { text }]) => text !== "")
    .map(([heading, cell]) => [heading.padEnd(width) + gap, cell]);
}
