import { relative, resolve } from "node:path";
import { getLineColLocation, type LocationObject, type NormalizedProblem } from "@redocly/openapi-core";
import { createReach, type Documents, type Place, printOperations, type Reach, tokensOf } from "./reach.ts";
import { schemaNames } from "./schema-names.ts";
import { readSources } from "./sources.ts";

/** What is wrong with the definition, a line for each problem: file, place, rule, what it asks, and the operations that it concerns. */
export class DefinitionError extends Error {
  override readonly name = "DefinitionError";
}

/** @throws {DefinitionError} when there is a problem that nobody has decided to ignore */
export function refuse(entry: string, problems: NormalizedProblem[]): void {
  const found = problems.filter((problem) => !problem.ignored);
  if (found.length === 0) return;
  const documents = readSources(entry);
  const reach = createReach(documents, resolve(entry));
  throw new DefinitionError(found.map((problem) => describe(problem, documents, reach)).join("\n"));
}

function describe(problem: NormalizedProblem, documents: Documents, reach: Reach): string {
  const {
    location: [where],
    ruleId,
    message,
  } = problem;
  if (!where) return `${ruleId}: ${message}`;
  const { start } = getLineColLocation(where);
  const user = userOf(problem) ?? where;
  const operations = printOperations(reach(placeOf(user)), reach.count);
  return [
    `${fileOf(where)}:${start.line}:${start.col} ${where.pointer ?? ""} ${ruleId}: ${message}`,
    ...(user === where ? [] : [`used at ${fileOf(user)}${user.pointer ?? ""}`]),
    ...judgedBy(problem, documents),
  ]
    .join(", ")
    .concat(` (${operations})`);
}

/** What refers to the file that the problem is in. */
function userOf({ location: [where], from }: NormalizedProblem): LocationObject | undefined {
  return from && from.source.absoluteRef !== where?.source.absoluteRef ? from : undefined;
}

/** The schemas that an example is held against. */
function judgedBy(problem: NormalizedProblem, documents: Documents): string[] {
  const {
    location: [where],
    ruleId,
  } = problem;
  if (!where || ruleId !== "no-invalid-media-type-examples") return [];
  const [inline = "", way = ""] = (where.pointer ?? "").split(/(?<=\/value)(?=\/|$)/);
  const user = userOf(problem);
  const mediaType = user ? placeOf(user) : { ...placeOf(where), tokens: tokensOf(inline).slice(0, -3) };
  const schema = { ...mediaType, tokens: [...mediaType.tokens, "schema"] };
  const names = schemaNames(documents, schema, tokensOf(way));
  return names.length === 0 ? [] : [`held against ${names.join(" › ")}`];
}

function placeOf({ source, pointer = "" }: LocationObject): Place {
  return { file: source.absoluteRef, tokens: tokensOf(pointer) };
}

function fileOf({ source }: LocationObject): string {
  return relative(process.cwd(), source.absoluteRef);
}
