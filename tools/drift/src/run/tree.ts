import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Files } from "../mutation.ts";

/** The files of a copy of the project, and the way back to how they were. */
export interface Tree {
  readonly root: string;
  read(path: string): string | undefined;
  write(files: Files): void;
  /** Begins to watch what a build writes; the function that it returns tells which files are no longer what they were. */
  build(directory: string): () => string[];
  /** Makes every file what it was in the beginning. */
  restore(): void;
}

export function createTree(root: string): Tree {
  const before = new Map<string, string | undefined>();
  const builtBefore = new Map<string, Files>();
  const rebuilt = new Set<string>();

  return {
    root,
    read,
    write(files) {
      for (const path of Object.keys(files)) if (!before.has(path)) before.set(path, read(path));
      put(files);
    },
    build(directory) {
      const files = builtBefore.get(directory) ?? built(directory);
      builtBefore.set(directory, files);
      rebuilt.add(directory);
      return () => Object.keys(changesTo(files, built(directory)));
    },
    restore() {
      put(Object.fromEntries(before));
      before.clear();
      for (const directory of rebuilt) put(changesTo(builtBefore.get(directory) ?? {}, built(directory)));
      rebuilt.clear();
    },
  };

  function read(path: string): string | undefined {
    try {
      return readFileSync(join(root, path), "utf8");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  function put(files: Files): void {
    for (const [path, text] of Object.entries(files)) {
      const target = join(root, path);
      if (text === undefined) rmSync(target, { force: true });
      else {
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, text);
      }
    }
  }

  function built(directory: string): Files {
    const found = globSync(`${directory}/dist/**/*`, { cwd: root, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
    return Object.fromEntries(found.map((path) => [path, read(path)]));
  }
}

/** What to write so that the files are the wanted ones again. */
function changesTo(wanted: Files, now: Files): Files {
  const paths = new Set([...Object.keys(wanted), ...Object.keys(now)]);
  return Object.fromEntries(
    [...paths].filter((path) => wanted[path] !== now[path]).map((path) => [path, wanted[path]]),
  );
}
