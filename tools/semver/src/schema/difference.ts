import type { Change } from "../change.ts";
import type { RuleId } from "../rules/rule.ts";
import { code } from "../words.ts";

/** Names a place within a schema: a component or an operation's body, then property names. */
export type Place = string;

export function difference(rule: RuleId, place: Place, from?: unknown, to?: unknown): Change {
  return { rule, subject: code(place), from, to, operations: [] };
}

export function turnOfPresence(from: unknown, to: unknown): "added" | "removed" | "changed" {
  if (from === undefined) return "added";
  return to === undefined ? "removed" : "changed";
}
