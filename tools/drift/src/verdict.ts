/** A check that failed, and what it said. */
export interface Alarm {
  by: string;
  message: string;
}

/** What became of a mutation. */
export interface Verdict {
  /** Whether `pnpm generate` had followed it. */
  generated: boolean;
  alarm?: Alarm | undefined;
  /** From the first check to the alarm, or to the end of the last check. */
  seconds: number;
}
