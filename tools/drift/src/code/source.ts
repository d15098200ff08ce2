import { globSync, readFileSync } from "node:fs";
import ts from "typescript";
import type { Kind, Mutation, Operator } from "../mutation.ts";

/** The hand-written code of a package: path below the root → text. */
export interface Code {
  files: Readonly<Record<string, string>>;
  /** All of them: hand-written code serves every operation. */
  operationIds: readonly string[];
}

/** Another text in the place of a node. */
export interface Replacement {
  node: ts.Node;
  text: string;
  /** What to call the place, besides the file and the function. */
  names?: readonly string[];
}

export function readCode(root: string, directory: string, operationIds: readonly string[]): Code {
  const paths = globSync(`${directory}/src/**/*.ts`, { cwd: root, exclude: ["**/testing/**"] })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !/\.(gen|test|d)\.ts$/.test(path))
    .sort();
  return {
    files: Object.fromEntries(paths.map((path) => [path, readFileSync(`${root}/${path}`, "utf8")])),
    operationIds,
  };
}

/** Visits every node of the code; each replacement that comes of it is a mutation of its own. */
export function codeOperator(
  kind: Kind,
  name: string,
  replace: (node: ts.Node, source: ts.SourceFile) => Replacement | undefined,
): Operator<Code> {
  return {
    kind,
    name,
    find: ({ files, operationIds }) =>
      Object.entries(files).flatMap(([path, text]) => {
        const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
        return replacementsIn(source, replace).map((replacement) =>
          toFound(path, source, operationIds, replacement),
        );
      }),
  };
}

function replacementsIn(
  source: ts.SourceFile,
  replace: (node: ts.Node, source: ts.SourceFile) => Replacement | undefined,
): Replacement[] {
  const found: Replacement[] = [];
  const visit = (node: ts.Node): void => {
    const replacement = replace(node, source);
    if (replacement) found.push(replacement);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function toFound(
  path: string,
  source: ts.SourceFile,
  operationIds: readonly string[],
  { node, text, names = [] }: Replacement,
): Omit<Mutation, "kind" | "operator"> {
  const [start, end] = [node.getStart(source), node.getEnd()];
  const line = source.getLineAndCharacterOfPosition(start).line + 1;
  const [file = ""] = /[^/]+(?=\.ts$)/.exec(path) ?? [];
  return {
    place: `${path}:${line}`,
    // The token endpoint is no operation of the definition, and goes by this name.
    operations: /token/.test(file) ? [...operationIds, "token"] : operationIds,
    names: [...names, ...functionName(node), file, ...wordsOf(file)],
    apply: () => ({ [path]: source.text.slice(0, start) + text + source.text.slice(end) }),
  };
}

const shortestName = 5;

/** `rate-limits` is about the rate, and about limits or a limit. */
function wordsOf(file: string): string[] {
  return file.split("-").flatMap((word) => [word, word.replace(/s$/, "")]);
}

/** The name of the function that a node stands in, unless it is a word that any message could have. */
function functionName(node: ts.Node): string[] {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isFunctionDeclaration(at) || ts.isMethodDeclaration(at) || ts.isVariableDeclaration(at)) {
      const name = at.name?.getText() ?? "";
      if (name !== "") return name.length < shortestName ? [] : [name];
    }
  }
  return [];
}

/** The name of a property of an object literal, without quotes. */
export function propertyName(node: ts.Node): string | undefined {
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node)) return undefined;
  return ts.isComputedPropertyName(node.name) ? undefined : node.name.text;
}
