import { relative, resolve } from "node:path";
import { getLineColLocation, type LocationObject, type NormalizedProblem } from "@redocly/openapi-core";
import { createReach, printOperations, type Reach, tokensOf } from "./reach.ts";
import { readSources } from "./sources.ts";

/** What is wrong with the definition, a line for each problem: file, place, rule, what it asks, and the operations that it concerns. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
}

/** @throws {DefinitionError} when there is a problem that nobody has decided to ignore */
export function refuse(entry: string, problems: NormalizedProblem[]): void {
  const found = problems.filter((problem) => !problem.ignored);
  if (found.length === 0) return;
  const reach = createReach(readSources(entry), resolve(entry));
  throw new DefinitionError(found.map((problem) => describe(problem, reach)).join("\n"));
}

function describe({ location: [where], from, ruleId, message }: NormalizedProblem, reach: Reach): string {
  if (!where) return `${ruleId}: ${message}`;
  const { start } = getLineColLocation(where);
  const usedAt =
    from && from.source.absoluteRef !== where.source.absoluteRef ? `, used at ${place(from)}` : "";
  const operations = printOperations(operationsAt(where, reach), reach.count);
  const position = `${fileOf(where)}:${start.line}:${start.col} ${where.pointer ?? ""}`;
  return `${position} ${ruleId}: ${message}${usedAt} (${operations})`;
}

function operationsAt({ source, pointer = "" }: LocationObject, reach: Reach): string[] {
  return reach({ file: source.absoluteRef, tokens: tokensOf(pointer) });
}

function place(location: LocationObject): string {
  return `${fileOf(location)}${location.pointer ?? ""}`;
}

function fileOf({ source }: LocationObject): string {
  return relative(process.cwd(), source.absoluteRef);
}
