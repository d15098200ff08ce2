/** What several measurements of one thing say. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const [min = Number.NaN] = sorted;
  return { median: middle(sorted), min, max: sorted.at(-1) ?? min };
}

export function median(values: readonly number[]): number {
  return middle(values.toSorted((a, b) => a - b));
}

/** What is counted, not measured: bytes, instantiations. */
export function exactly(value: number): Spread {
  return { median: value, min: value, max: value };
}

function middle(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}
