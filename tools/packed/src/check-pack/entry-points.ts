import { checkPackage, type Problem } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Tarball } from "./tarball.ts";

/** What publint has to say of the package, suggestions included. */
export async function publintProblems({ data }: Tarball): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: data } });
  return messages.map((message) => formatMessage(message, pkg, { color: false }) ?? message.code);
}

/**
 * Where TypeScript would not find an entry point's types, or would find the wrong ones, under node16, nodenext and
 * bundler resolution.
 */
export async function typeProblems({ contents }: Tarball): Promise<string[]> {
  const result = await checkPackage(contents, { excludeEntrypoints: [/\.(json|yaml)$/] });
  if (!result.types) return ["the package has no types"];
  return result.problems.filter((problem) => !isAccepted(problem)).map(describe);
}

function describe(problem: Problem): string {
  if ("entrypoint" in problem)
    return `${problem.kind}: ${problem.entrypoint} under ${problem.resolutionKind}`;
  return `${problem.kind}: ${"fileName" in problem ? problem.fileName : problem.typesFileName}`;
}

/** The packages are ESM only: `require` of them works from Node 22 on, and resolution without `exports` is not supported. */
function isAccepted(problem: Problem): boolean {
  if (problem.kind === "CJSResolvesToESM") return true;
  return "resolutionKind" in problem && problem.resolutionKind === "node10";
}
