import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { type Document, isCollection, isMap, isScalar, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { Files } from "../mutation.ts";

export type Path = readonly (string | number)[];

/** A node of one of the definition's files. */
export interface Location {
  file: string;
  path: Path;
}

/** The YAML of the definition, file by file: path below the root → text. */
export type Sources = Readonly<Record<string, string>>;

/** Where OpenAPI begins. */
export const entry = "spec/openapi.yaml";

export function readSources(root: string): Sources {
  const files = globSync("spec/{openapi,*/**/*}.yaml", { cwd: root, exclude: ["**/node_modules"] }).sort();
  return Object.fromEntries(
    files.map((file) => [file.replaceAll("\\", "/"), readFileSync(`${root}/${file}`, "utf8")]),
  );
}

export function parse(text: string): Document {
  return parseDocument(text, { merge: true });
}

/** As it would be written after an edit that edits nothing. */
export function normalized(text: string): string {
  return print(parse(text));
}

function print(document: Document): string {
  return document.toString({ lineWidth: 0 });
}

/** The files as they are after an edit of the one that the location is in. */
export function edited(sources: Sources, file: string, edit: (document: Document) => void): Files {
  const document = parse(sources[file] ?? "");
  edit(document);
  return { [file]: print(document) };
}

/** Follows a `$ref` that stands in a file. */
export function target(file: string, reference: string): Location {
  const [path = "", pointer = ""] = reference.split("#");
  const tokens = pointer.split("/").slice(1);
  return {
    file: path === "" ? file : join(dirname(file), path),
    path: tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~")),
  };
}

/** `spec/paths/export-jobs.yaml#/collection/post` (RFC 6901). */
export function pointer({ file, path }: Location): string {
  const tokens = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`);
  return `${file}#${tokens.join("")}`;
}

/** The map at a path of the document. */
export function mapAt(document: Document, path: Path): YAMLMap<unknown, unknown> {
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(node)) return node;
  throw new Error(`There is no map at /${path.join("/")}.`);
}

function pairAt(document: Document, path: Path): Pair<unknown, unknown> {
  const key = path.at(-1);
  const pair = mapAt(document, path.slice(0, -1)).items.find((item) => keyOf(item) === String(key));
  if (pair) return pair;
  throw new Error(`There is nothing at /${path.join("/")}.`);
}

export function renameKey(document: Document, path: Path, name: string): void {
  pairAt(document, path).key = document.createNode(name);
}

/** Adds or replaces a key; what is missing on the way is made, and a list that stood in one line still does. */
export function set(document: Document, path: Path, value: unknown): void {
  const old = document.getIn(path, true);
  const node = document.createNode(value);
  if (isCollection(node)) node.flow = isCollection(old) ? old.flow === true : Array.isArray(value);
  document.setIn(path, node);
}

export function keyOf({ key }: Pair<unknown, unknown>): string {
  return String(isScalar(key) ? key.value : key);
}

/** Whether a pair is `<<`, which borrows from another map. */
export function isMerge({ key }: Pair<unknown, unknown>): boolean {
  return isScalar(key) && typeof key.value === "symbol";
}
