import type { Mutation } from "./mutation.ts";
import { namesPlace } from "./naming.ts";
import type { Verdict } from "./verdict.ts";

/** What became of one mutation, as it stands in the report. */
export interface Result {
  id: string;
  kind: Mutation["kind"];
  operator: string;
  place: string;
  /** The first of the operations where it is felt. */
  operationId?: string;
  /** Whether `pnpm generate` had followed it. */
  generated: boolean;
  caughtBy?: string;
  seconds: number;
  message?: string;
  /** Of a harmless one, `survived` is what is wanted. */
  outcome: "caught" | "survived" | "equivalent";
  /** Why it survived, or why it is equivalent. */
  reason?: string;
}

/** The mutations that count: neither harmless nor equivalent. */
export function scoreOf(results: readonly Result[]): { applied: number; caught: number; score: number } {
  const counted = results.filter(({ kind, outcome }) => kind !== "harmless" && outcome !== "equivalent");
  const caught = counted.filter(({ outcome }) => outcome === "caught").length;
  return { applied: counted.length, caught, score: counted.length === 0 ? 1 : caught / counted.length };
}

/** An alarm counts only when whoever reads it knows where to look. */
export function judgeVerdict(
  mutation: Mutation,
  { generated, alarm, seconds }: Verdict,
  operationCount: number,
): Result {
  const { kind, operator, place, operations, equivalent } = mutation;
  const result = {
    id: `${kind}: ${operator}: ${place}${generated ? ", generated" : ""}`,
    ...{ kind, operator, place, generated, seconds: Math.round(seconds * 1000) / 1000 },
    ...(operations[0] === undefined ? {} : { operationId: operations[0] }),
    ...(alarm ? { caughtBy: alarm.by, message: alarm.message } : {}),
  };
  if (!alarm && equivalent !== undefined) return { ...result, outcome: "equivalent", reason: equivalent };
  if (!alarm) return { ...result, outcome: "survived" };
  if (kind === "harmless" || namesPlace(alarm.message, mutation, operationCount)) {
    return { ...result, outcome: "caught" };
  }
  const reason = `${alarm.by} noticed it, but does not name both an operation and the place`;
  return { ...result, outcome: "survived", reason };
}
