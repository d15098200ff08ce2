import type { Mutation, Operator } from "./mutation.ts";

export interface SampleOptions {
  operators: readonly Pick<Operator<never>, "kind" | "name">[];
  operationIds: readonly string[];
  /** Of each operator. */
  most: number;
}

/** What is run, and what an operator would have found besides. */
export interface Sample {
  chosen: Mutation[];
  left: Record<string, number>;
}

/**
 * At most so many mutations of each operator, always the same ones: each time the one that lies in the file, and
 * touches the operations, that had the fewest so far.
 *
 * @throws Error when an operator found no place, or an operation is touched by none of the chosen
 */
export function sample(
  mutations: readonly Mutation[],
  { operators, operationIds, most }: SampleOptions,
): Sample {
  const counts = new Map<string, number>();
  const chosen: Mutation[] = [];
  const left: Record<string, number> = {};
  for (const { kind, name } of operators) {
    const candidates = mutations.filter((mutation) => mutation.kind === kind && mutation.operator === name);
    if (candidates.length === 0) {
      throw new Error(`${kind}: «${name}» finds no place any more; it has to learn how things look now.`);
    }
    const picked = pick(candidates, most, counts);
    chosen.push(...picked);
    if (candidates.length > picked.length) left[`${kind}: ${name}`] = candidates.length - picked.length;
  }
  const untouched = operationIds.filter((id) => !chosen.some(({ operations }) => operations.includes(id)));
  if (untouched.length > 0) throw new Error(`No mutation touches ${untouched.join(", ")}: raise --sample.`);
  return { chosen, left };
}

function pick(candidates: readonly Mutation[], most: number, counts: Map<string, number>): Mutation[] {
  const picked = new Set<Mutation>();
  const seen = new Map<string, number>();
  while (picked.size < Math.min(most, candidates.length)) {
    const rest = candidates.filter((candidate) => !picked.has(candidate));
    const weights = new Map(rest.map((candidate) => [candidate, weigh(candidate, seen, counts)]));
    const least = Math.min(...weights.values());
    const next = rest.find((candidate) => weights.get(candidate) === least) as Mutation;
    picked.add(next);
    for (const key of keysOf(next)) seen.set(key, (seen.get(key) ?? 0) + 1);
    for (const key of keysOf(next)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return candidates.filter((candidate) => picked.has(candidate));
}

/** What can be observed comes first, then what is new to the operator, then what is rare in all. */
function weigh(candidate: Mutation, seen: Map<string, number>, counts: Map<string, number>): number {
  const sum = (of: Map<string, number>) =>
    keysOf(candidate).reduce((total, key) => total + (of.get(key) ?? 0), 0) / keysOf(candidate).length;
  return (candidate.equivalent === undefined ? 0 : 1e9) + sum(seen) * 1e4 + sum(counts);
}

/** The file and the thing in it, and the operations. */
function keysOf({ place, operations }: Mutation): string[] {
  const [file = ""] = place.split(/[#:]/);
  return [file, place.replace(/\/[^/]*$/, ""), ...operations];
}
