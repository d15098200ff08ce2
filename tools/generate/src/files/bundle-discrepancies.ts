import { isDeepStrictEqual } from "node:util";
import { createReach, printOperations } from "../definition/reach.ts";

/** One thing that a made file says otherwise than the definition. */
export interface Discrepancy {
  /** The place, and what is there. */
  what: string;
  /** Who feels it. */
  operations: string;
}

/** As many as somebody reads at once. */
const longestList = 10;

/** How a bundle differs from the one that the definition yields, place by place. */
export function bundleDiscrepancies(onDisk: string, made: string): Discrepancy[] {
  const [before, after] = [JSON.parse(onDisk), JSON.parse(made)];
  const reaches = [before, after].map((document) => createReach(new Map([["", document]]), ""));
  const all = Math.max(...reaches.map(({ count }) => count));
  return shortened(
    differences(before, after).map(({ tokens, from, to }) => ({
      what: `${tokens.join("/")} ${describe(from, to)}`,
      operations: printOperations([...new Set(reaches.flatMap((reach) => reach({ file: "", tokens })))], all),
    })),
  );
}

interface ValueDifference {
  tokens: string[];
  from: unknown;
  to: unknown;
}

function differences(from: unknown, to: unknown, tokens: string[] = []): ValueDifference[] {
  if (isDeepStrictEqual(from, to)) return [];
  if (!isObject(from) || !isObject(to) || Array.isArray(from) !== Array.isArray(to)) {
    return [{ tokens, from, to }];
  }
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return keys.flatMap((key) => differences(from[key], to[key], [...tokens, key]));
}

function describe(from: unknown, to: unknown): string {
  if (from === undefined) return `is missing: ${text(to)}`;
  return to === undefined ? `is too much: ${text(from)}` : `is ${text(from)}, not ${text(to)}`;
}

export function text(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length <= 80 ? json : `${json.slice(0, 80)}…`;
}

function shortened(all: Discrepancy[]): Discrepancy[] {
  const rest = all.length - longestList;
  if (rest <= 0) return all;
  return [...all.slice(0, longestList), { what: `and ${rest} more places`, operations: "" }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
