import { bundlePath } from "@atlas-snapshot-export/generate/files/make";
import type { Files } from "../mutation.ts";
import type { Alarm, Verdict } from "../verdict.ts";
import { checkMadeFiles, checkPast, generate, readAndMake } from "./definition-checks.ts";
import { checkLint, checkPackages } from "./package-checks.ts";
import type { Tree } from "./tree.ts";

/** A change, ready to be written down, and who is to judge it. */
export interface Job {
  files: Files;
  /**
   * - `mutation`: everybody, up to the first alarm
   * - `glance`: those who read the definition, after `pnpm generate`
   * - `everything`: all of them, the style of the code included, after `pnpm generate`
   */
  by: "mutation" | "glance" | "everything";
  /** The checks that are left out, to see what the others are worth. */
  without: readonly string[];
}

/** Runs what CI would run, the cheapest first, up to the first alarm; then puts everything back. */
export function createJudge(tree: Tree): (job: Job) => Promise<Verdict[]> {
  const baseBundle = tree.read(bundlePath) ?? "";
  return async (job) => {
    tree.write(job.files);
    try {
      return await judge(tree, baseBundle, job);
    } finally {
      tree.restore();
    }
  };
}

async function judge(tree: Tree, baseBundle: string, { files, by, without }: Job): Promise<Verdict[]> {
  const begunAt = performance.now();
  const verdict = (generated: boolean, alarm: Alarm | undefined): Verdict => {
    return { generated, alarm, seconds: (performance.now() - begunAt) / 1000 };
  };
  const paths = Object.keys(files);
  const isOfDefinition = paths.some((path) => path.endsWith(".yaml"));
  const reading = await readAndMake(tree);
  if ("alarm" in reading) {
    const states = isOfDefinition && by === "mutation" ? [false, true] : [by !== "mutation"];
    return states.map((generated) => verdict(generated, reading.alarm));
  }

  const stale = verdict(false, checkMadeFiles(tree, reading.made));
  if (by === "mutation" && !isOfDefinition) {
    return [stale.alarm ? stale : verdict(false, await checkPackages(tree, paths))];
  }
  const written = generate(tree, reading.made);
  const past = without.includes("spec:changeset --check") ? undefined : checkPast(tree, baseBundle);
  if (by === "glance") return [verdict(true, past)];
  const changed = [...paths, ...written];
  const style = by === "everything" ? await checkLint(tree, changed) : undefined;
  const followed = verdict(true, past ?? style ?? (await checkPackages(tree, changed)));
  return by === "mutation" ? [stale, followed] : [followed];
}
