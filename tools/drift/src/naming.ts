import type { Mutation } from "./mutation.ts";

/** Whoever reads only the message has to know which operation it is about, and which place. */
export function namesPlace(
  message: string,
  { kind, operations, names }: Pick<Mutation, "kind" | "operations" | "names">,
  operationCount: number,
): boolean {
  const isOfAll = operations.length >= operationCount;
  // That nothing uses a scheme any more is told by naming no operation.
  const ids = isOfAll ? [...operations, "every operation", "no operation"] : operations;
  // A check of the definition tells of many things at once: both names have to be about the same one.
  const parts = kind === "definition" || kind === "examples" ? message.split("\n") : [message];
  return parts.some((part) => mentionsOne(part, ids) && mentionsOne(part, names));
}

function mentionsOne(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const word = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    return new RegExp(`(?<![\\w-])${word}(?![\\w-])`, "i").test(text);
  });
}
