import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Kind, Mutation, Operator } from "./mutation.ts";

/** The made files, path → text, and whose operations are in them. */
export interface MadeTexts {
  files: Readonly<Record<string, string>>;
  operationIds: readonly string[];
}

export function readMadeTexts(
  root: string,
  paths: readonly string[],
  operationIds: readonly string[],
): MadeTexts {
  return {
    files: Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), "utf8")])),
    operationIds,
  };
}

type Found = Omit<Mutation, "kind" | "operator">;

/** What becomes of made files that somebody edits, forgets to make, or leaves lying about. */
export const madeFileOperators: readonly Operator<MadeTexts>[] = [
  ...operators("made file edited", ({ files, operationIds }, belongs) =>
    Object.entries(files)
      .filter(([path]) => belongs(path))
      .flatMap(([path, text]) => edits(path, text, operationIds)),
  ),
  ...operators("made file missing", ({ files, operationIds }, belongs) =>
    Object.keys(files)
      .filter(belongs)
      .map((path) => ({
        place: path,
        operations: operationIds,
        names: [path],
        apply: () => ({ [path]: undefined }),
      })),
  ),
  ...operators("made file too much", ({ files, operationIds }, belongs) => {
    const paths = Object.keys(files).filter(belongs);
    const leftOver = new Set(paths.map((path) => path.replace(/[^/]+$/, "left-over.gen.ts")));
    return [...leftOver].map((path) => ({
      place: path,
      operations: operationIds,
      names: [path],
      apply: () => ({ [path]: "export const leftOver = true;\n" }),
    }));
  }),
];

function operators(
  name: string,
  find: (made: MadeTexts, belongs: (path: string) => boolean) => Found[],
): Operator<MadeTexts>[] {
  const kinds: Kind[] = ["definition", "client", "mock"];
  return kinds.map((kind) => ({ kind, name, find: (made) => find(made, (path) => kindOf(path) === kind) }));
}

function kindOf(path: string): Kind {
  if (path.startsWith("packages/client/")) return "client";
  return path.startsWith("packages/mock/") ? "mock" : "definition";
}

/** One word of a line made another one, in every line that has a text or a truth in it. */
function edits(path: string, text: string, operations: readonly string[]): Found[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const changed = changedLine(line);
    if (changed === line || /^(\/\/|import|\s*\*)/.test(line)) return [];
    return [
      {
        place: `${path}:${index + 1}`,
        operations,
        names: [`line ${index + 1}`, ...(line.match(/[\w-]+/g) ?? [])],
        apply: () => ({ [path]: lines.with(index, changed).join("\n") }),
      },
    ];
  });
}

function changedLine(line: string): string {
  if (/\btrue\b/.test(line)) return line.replace(/\btrue\b/, "false");
  return line.replace(/"(\w[^"]*)"(?!.*")/, '"$1Edited"');
}
