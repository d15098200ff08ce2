import stringWidth from "fast-string-width";

/** A table's cell: its text, and what colours it once the widths are known. */
export interface Cell {
  text: string;
  paint?: (text: string) => string;
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
  if (width > columns) return rows.flatMap((row, at) => [...(at > 0 ? [""] : []), ...block(headings, row)]);
  return lines.map((line) =>
    line
      .map(({ text, paint = same }, at) => paint(text) + " ".repeat((widths[at] ?? 0) - stringWidth(text)))
      .join(gap)
      .trimEnd(),
  );
}

/** One thing's facts, a line each; what is empty is left out. */
export function block(headings: readonly string[], cells: readonly Cell[]): string[] {
  const width = Math.max(...headings.map((heading) => heading.length));
  return headings.flatMap((heading, at) => {
    const { text = "", paint = same } = cells[at] ?? {};
    return text === "" ? [] : [heading.padEnd(width) + gap + paint(text)];
  });
}

function same(text: string): string {
  return text;
}
