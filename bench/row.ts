import type { Spread } from "./spread.ts";

/** One thing that the bench measures. */
export interface Row {
  /** What `--only` takes. */
  readonly name: string;
  measure(): Promise<Line[]>;
}

/** One figure of ours beside the same figure of each peer. */
export interface Line {
  /** Names the figure from one run to the next. */
  readonly title: string;
  /** What the figures are in: `B`, `ms`, or `× bare fetch`. */
  readonly unit: string;
  /** What else was measured. */
  readonly detail?: string;
  readonly ours: Spread;
  readonly peers?: Readonly<Record<string, Spread>>;
  readonly target?: Target;
}

export type Target =
  | { readonly atMost: number }
  | { readonly atLeast: number }
  | { readonly atMostTimes: number; readonly peer: string };
