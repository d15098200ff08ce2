import type { Files, Mutation } from "../mutation.ts";
import { judgeVerdict, type Result } from "../outcome.ts";
import type { Alarm, Verdict } from "../verdict.ts";
import type { Job } from "./judge.ts";
import { runJobs } from "./run.ts";

export interface Options {
  root: string;
  operationCount: number;
  workers: number;
  /** The checks that are left out. */
  without: readonly string[];
  /** Told of each result as it comes. */
  tell(result: Result, mutation: Mutation): void;
  /** Told of what is said of several harmless edits that were made together. */
  tellOfAll(edits: readonly Mutation[], alarm: Alarm): void;
}

/** Makes each mutation by itself, and looks who notices. In the order of the mutations. */
export async function judgeMutations(mutations: readonly Mutation[], options: Options): Promise<Result[]> {
  return judgeEach(mutations, "mutation", options);
}

/**
 * Makes each edit by itself for those who read the definition, then all together for everybody: if nobody minds them
 * all, nobody minds one of them. If somebody does, each half is made by itself, down to the edit that is minded.
 */
export async function judgeHarmless(edits: readonly Mutation[], options: Options): Promise<Result[]> {
  if (edits.length === 0) return [];
  const atAGlance = await judgeEach(edits, "glance", { ...options, tell: () => {} });
  const minded = await findMinded(edits, options);
  return edits.map((edit, index) => {
    const result = minded.get(edit) ?? (atAGlance[index] as Result);
    options.tell(result, edit);
    return result;
  });
}

/** The edits that somebody minds, and what is said of each. */
async function findMinded(edits: readonly Mutation[], options: Options): Promise<Map<Mutation, Result>> {
  const verdict = await judgeTogether(edits, options);
  if (!verdict.alarm) return new Map();
  options.tellOfAll(edits, verdict.alarm);
  const [first, ...others] = edits as [Mutation, ...Mutation[]];
  if (others.length === 0) return new Map([[first, judgeVerdict(first, verdict, options.operationCount)]]);
  const middle = Math.ceil(edits.length / 2);
  const inFront = await findMinded(edits.slice(0, middle), options);
  const behind = await findMinded(edits.slice(middle), options);
  return new Map([...inFront, ...behind]);
}

async function judgeTogether(edits: readonly Mutation[], { root, without }: Options): Promise<Verdict> {
  const files: Files = {};
  for (const edit of edits) Object.assign(files, edit.apply(files));
  const verdicts: Verdict[] = [];
  await runJobs(root, [{ files, by: "everything", without }], {
    workers: 1,
    done: (_, given) => verdicts.push(...given),
  });
  return verdicts[0] as Verdict;
}

async function judgeEach(
  mutations: readonly Mutation[],
  by: Job["by"],
  { root, operationCount, workers, without, tell }: Options,
): Promise<Result[]> {
  const results: Result[][] = [];
  const jobs = mutations.map((mutation): Job => ({ files: mutation.apply(), by, without }));
  await runJobs(root, jobs, {
    workers,
    done(index, verdicts) {
      const mutation = mutations[index] as Mutation;
      const judged = verdicts.map((verdict) => judgeVerdict(mutation, verdict, operationCount));
      results[index] = judged;
      for (const result of judged) tell(result, mutation);
    },
  });
  return results.flat();
}
