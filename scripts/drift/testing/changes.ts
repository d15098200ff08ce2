import { parse, type Sources } from "../definition/sources.ts";
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
    changedLines(printed(path, before[path] ?? ""), after ?? "").map((line) => line.replace(/^(.) +/, "$1 ")),
  );
}

/** As the YAML library would write it, so that only what was edited differs. */
function printed(path: string, text: string): string {
  return path.endsWith(".yaml") ? parse(text).toString({ lineWidth: 0 }) : text;
}
