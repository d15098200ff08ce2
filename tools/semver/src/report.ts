import { type Change, combine, describe, isHarmless, type Levels, level, packages } from "./change.ts";
import { shortfalls } from "./changesets.ts";

/** GitHub takes 65,536 characters in a comment. */
const longestList = 200;

/** What was found, in Markdown, for the pull request. */
export function printReport(changes: Change[], found: Levels, baseName: string): string {
  if (changes.length === 0) return `For users the definition means the same as at \`${baseName}\`.`;
  const asked = combine(changes);
  const short = shortfalls(changes, found);
  const rows = packages
    .filter((name) => asked[name])
    .map((name) => {
      const isShort = short.some((shortfall) => shortfall.package === name);
      return `| ${name} | ${asked[name]} | ${found[name] ?? "nothing"}${isShort ? " ❌" : ""} |`;
    });
  const lines = changes.slice(0, longestList).map((change) => `- **${level(change)}** ${describe(change)}`);
  const rest = changes.length - lines.length;
  return [
    "### What the change of the definition means for users",
    "",
    `Compared with \`${baseName}\`:`,
    "",
    ...lines,
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    "",
    "| package | asks for | new changesets say |",
    "| --- | --- | --- |",
    ...rows,
    "",
    changes.every(isHarmless)
      ? "None of this needs a changeset; `pnpm spec:changeset` writes one all the same."
      : short.length === 0
        ? "The changesets are high enough."
        : "**The changesets are too low.** To mend it, run `pnpm spec:changeset`, put its lines into your own words where you know better, and commit the file.",
  ].join("\n");
}
