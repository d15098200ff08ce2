import { parse } from "yaml";

/** A difference from the vendor's file that the project has decided to live with. */
export interface DatedDeviation {
  readonly place: string;
  readonly kind: string;
  readonly reason: string;
  /** The day of the decision, as YYYY-MM-DD. */
  readonly date: string;
  readonly ageDays: number;
}

const DAY_MS = 86_400_000;

/** Reads `spec/deviations.yaml`, the oldest first. What is wrong with it, `pnpm check:upstream` tells. */
export function readDeviations(yaml: string, now: Date): DatedDeviation[] {
  const { deviations = [] } = Object(parse(yaml)) as { deviations?: Omit<DatedDeviation, "ageDays">[] };
  return deviations
    .map(({ place, kind, reason, date }) => ({ place, kind, reason, date, ageDays: daysSince(date, now) }))
    .sort((one, other) => other.ageDays - one.ageDays);
}

function daysSince(date: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / DAY_MS));
}
