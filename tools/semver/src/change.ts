import type { RuleId } from "./rules/rule.ts";
import { rules } from "./rules.ts";

export const packages = ["spec", "types", "client", "mock"] as const;
export type Package = (typeof packages)[number];

/** As semantic versioning and changesets name it, lowest first. */
export const levels = ["patch", "minor", "major"] as const;
export type Level = (typeof levels)[number];

/** What a change asks of the packages that it concerns. */
export type Levels = Partial<Record<Package, Level>>;

export interface Change {
  rule: RuleId;
  /** What changed, in backticks where it is a name. */
  subject: string;
  from?: unknown;
  to?: unknown;
  /** The operations where the change is felt; none when it is felt in all of them, or when `subject` names one. */
  operations: string[];
  /** Whether it is felt in every operation, of several. */
  isEverywhere?: boolean;
}

/** What the change asks of each package that it concerns. */
export function levelsOf({ rule }: Change): Levels {
  return rules[rule].levels;
}

/** What the change asks of the package that it concerns most. */
export function level(change: Change): Level {
  return highest(Object.values(levelsOf(change))) ?? "patch";
}

/** Whether nothing that the packages do or mean is different: such a change may wait for the next release. */
export function isHarmless({ rule }: Change): boolean {
  return rules[rule].isHarmless === true;
}

/** What all changes together ask of each package. */
export function combine(changes: Change[]): Levels {
  const asked = packages.map((name) => [name, highest(changes.map((change) => levelsOf(change)[name]))]);
  return Object.fromEntries(asked.filter(([, found]) => found !== undefined));
}

/** The change in one sentence, in the words of a user. */
export function describe(change: Change): string {
  const { operations, isEverywhere } = change;
  const where = isEverywhere ? "every operation" : operations.map((id) => `\`${id}\``).join(", ");
  return `${rules[change.rule].says(change)}${where === "" ? "" : ` (${where})`}`;
}

export function highest(found: (Level | undefined)[]): Level | undefined {
  return levels.findLast((candidate) => found.includes(candidate));
}

export function isAtLeast(found: Level | undefined, asked: Level): boolean {
  return found !== undefined && levels.indexOf(found) >= levels.indexOf(asked);
}
