/** A line of a table whose columns are as wide as their headings, so that it can be printed before the next is known. */
export function layOut(
  headings: readonly string[],
  names: readonly string[],
): (cells: readonly string[]) => string {
  const widths = headings.map(({ length }) => Math.max(length, "refused".length));
  widths[0] = Math.max(...names.map(({ length }) => length), headings[0]?.length ?? 0);
  widths[1] = "150.0.7000.100, esbuild 0.28.2".length;
  return (cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd();
}
