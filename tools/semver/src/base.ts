import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { parseDefinition, UsageError } from "./definition.ts";
import type { Node } from "./node.ts";

export const bundle = "spec/generated/openapi.json";

/** What the definition is compared with. */
export interface Base {
  name: string;
  definition: Node;
  /** The changesets that lay there already, path → text: they tell of older changes. */
  changesets: Record<string, string>;
}

/**
 * Reads the older definition from a file or a git revision.
 *
 * @param wanted path or revision
 * @default origin/main, else the latest release of the spec package, else main
 */
export function readBase(wanted: string | undefined): Base {
  if (wanted !== undefined && statSync(wanted, { throwIfNoEntry: false })?.isFile()) {
    return {
      name: wanted,
      definition: parseDefinition(readFileSync(wanted, "utf8"), wanted),
      changesets: {},
    };
  }
  const name = wanted ?? defaultRevision();
  const commit = commitOf(name);
  if (commit === undefined) {
    throw new UsageError(
      `There is neither a file nor a git revision ${JSON.stringify(name)} to compare with.`,
    );
  }
  const text = git("show", `${commit}:${bundle}`);
  if (text === undefined) throw new UsageError(`${name} has no ${bundle} to compare with.`);
  return {
    name,
    definition: parseDefinition(text, `${bundle} of ${name}`),
    changesets: changesetsOf(commit),
  };
}

function defaultRevision(): string {
  const candidates = ["origin/main", latestRelease(), "main"];
  const found = candidates.find((name) => name !== undefined && commitOf(name) !== undefined);
  if (found !== undefined) return found;
  throw new UsageError(
    "There is nothing to compare with: no origin/main, no released version and no main. Fetch one, or name another with --base <revision or file>.",
  );
}

function latestRelease(): string | undefined {
  const tags = git(
    "-c",
    "versionsort.suffix=-",
    "tag",
    "--list",
    "@atlas-snapshot-export/spec@*",
    "--sort=-version:refname",
  );
  return tags?.split("\n")[0] || undefined;
}

function commitOf(revision: string): string | undefined {
  return git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`)?.trim();
}

function changesetsOf(commit: string): Record<string, string> {
  const paths = git("ls-tree", "--name-only", commit, ".changeset/")?.split("\n") ?? [];
  const texts = paths
    .filter((path) => path.endsWith(".md"))
    .map((path): [string, string] => [path, git("show", `${commit}:${path}`) ?? ""]);
  return Object.fromEntries(texts);
}

/** What git prints, or nothing when it refuses. */
function git(...args: string[]): string | undefined {
  const { status, stdout } = spawnSync("git", args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return status === 0 ? stdout : undefined;
}
