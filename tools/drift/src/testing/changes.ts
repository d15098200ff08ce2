import { normalized, type Sources } from "../definition/sources.ts";
import type { Mutation } from "../mutation.ts";
import { changedLines } from "../report.ts";

/** The lines that a mutation changes, as a diff marks them, without their indentation. */
export function changesOf(
  mutations: readonly Mutation[],
  operator: string,
  place: string,
  before: Sources,
): string[] {
  const mutation = mutations.find((one) => one.operator === operator && one.place === place);
  if (!mutation) {
    const known = mutations.filter((one) => one.operator === operator).map((one) => one.place);
    throw new Error(`«${operator}» is not at ${place}, but at ${known.join(", ") || "no place"}.`);
  }
  return Object.entries(mutation.apply()).flatMap(([path, after]) =>
    changedLines(normalized(before[path] ?? ""), after ?? "").map((line) => line.replace(/^(.) +/, "$1 ")),
  );
}
