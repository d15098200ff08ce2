import type { Job } from "./judge.ts";
import type { Files, Mutation } from "./mutation.ts";
import { judgeVerdict, type Result } from "./outcome.ts";
import { runJobs } from "./run.ts";

export interface Options {
  root: string;
  operationCount: number;
  workers: number;
  /** The checks that are left out. */
  without: readonly string[];
  /** Told of each result as it comes. */
  tell(result: Result, mutation: Mutation): void;
}

/** Makes each mutation by itself, and looks who notices. In the order of the mutations. */
export async function judgeMutations(mutations: readonly Mutation[], options: Options): Promise<Result[]> {
  return judgeEach(mutations, "mutation", options);
}

/**
 * Makes each edit by itself for those who read the definition, then all together for everybody: if nobody minds them
 * all, nobody minds one of them. If somebody does, each is made by itself again to find which it was.
 */
export async function judgeHarmless(edits: readonly Mutation[], options: Options): Promise<Result[]> {
  if (edits.length === 0) return [];
  const atAGlance = await judgeEach(edits, "glance", { ...options, tell: () => {} });
  const files: Files = {};
  for (const edit of edits) Object.assign(files, edit.apply(files));
  let isQuiet = false;
  await runJobs(options.root, [{ files, by: "everything", without: options.without }], {
    workers: 1,
    done(_, verdicts) {
      isQuiet = verdicts.every(({ alarm }) => !alarm);
    },
  });
  if (!isQuiet) return judgeEach(edits, "everything", options);
  for (const [index, result] of atAGlance.entries()) options.tell(result, edits[index] as Mutation);
  return atAGlance;
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
