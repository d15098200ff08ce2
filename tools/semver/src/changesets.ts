import { createHash } from "node:crypto";
import { parseDocument } from "yaml";
import {
  type Change,
  combine,
  describe,
  isAtLeast,
  isHarmless,
  type Level,
  type Levels,
  level,
  levels,
  packages,
} from "./change.ts";
import { UsageError } from "./definition.ts";
import { isNode } from "./node.ts";

const scope = "@atlas-snapshot-export/";

/** A file of .changeset: its path and text. */
export interface Changeset {
  path: string;
  text: string;
}

/** The changeset that tells users of the changes: the level of each package, then a line for each change. */
export function writeChangeset(changes: Change[]): Changeset {
  const asked = combine(changes);
  const releases = packages.flatMap((name) => (asked[name] ? [`"${scope}${name}": ${asked[name]}`] : []));
  const lines = changes.map((change) => {
    const breaking = level(change) === "major" ? "**Breaking:** " : "";
    return `- ${breaking}${describe(change)}.`;
  });
  const text = ["---", ...releases, "---", "", "The definition changed:", "", ...lines, ""].join("\n");
  return { path: `.changeset/definition-${hash(text)}.md`, text };
}

/** Whether an earlier run wrote this, and nobody has touched it since. */
export function isAsWritten({ path, text }: Changeset): boolean {
  return path.endsWith(`/definition-${hash(text)}.md`);
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/** What the changesets raise each of the packages by, together. */
export function readLevels(changesets: Changeset[]): Levels {
  const all = changesets.map(releasesOf);
  const found = packages.map((name) => [
    name,
    levels.findLast((candidate) => all.some((releases) => releases[`${scope}${name}`] === candidate)),
  ]);
  return Object.fromEntries(found.filter(([, raised]) => raised !== undefined));
}

function releasesOf({ path, text }: Changeset): Record<string, unknown> {
  const [, frontMatter] = /^---\r?\n([\s\S]*?)^---\s*$/m.exec(text) ?? [];
  const parsed = frontMatter === undefined ? undefined : parseDocument(frontMatter, { logLevel: "silent" });
  const releases: unknown = parsed?.errors.length === 0 ? (parsed.toJS() ?? {}) : undefined;
  if (isNode(releases)) return releases;
  throw new UsageError(
    `${path} is not a changeset. It has to begin with the packages and levels between two lines of ---, such as:\n\n---\n"${scope}spec": minor\n---`,
  );
}

/** A package whose users would not be told enough. */
export interface Shortfall {
  package: string;
  asked: Level;
  found: Level | undefined;
}

/** The packages that the changesets raise by less than the changes ask for; what is harmless asks, but may wait. */
export function shortfalls(changes: Change[], found: Levels): Shortfall[] {
  const asked = combine(changes.filter((change) => !isHarmless(change)));
  return packages.flatMap((name) => {
    const level = asked[name];
    if (level === undefined || isAtLeast(found[name], level)) return [];
    return [{ package: name, asked: level, found: found[name] }];
  });
}
