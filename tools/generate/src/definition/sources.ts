import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { parseDocument } from "yaml";
import type { Documents } from "./reach.ts";

/** The definition's files by their absolute paths: the entry, and whatever it and they refer to. What cannot be read is left out. */
export function readSources(entry: string): Documents {
  const found = new Map<string, unknown>();
  const enter = (path: string): void => {
    if (found.has(path)) return;
    const text = readIfPossible(path);
    if (text === undefined) return;
    const document: unknown = parseDocument(text, { merge: true, logLevel: "silent" }).toJS();
    found.set(path, document);
    for (const [file = ""] of text.matchAll(/(?<=\$ref: *["']?)[^"'#\s]+/g))
      enter(resolve(dirname(path), file));
  };
  enter(resolve(entry));
  return found;
}

function readIfPossible(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
