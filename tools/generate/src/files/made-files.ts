import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Paths below the root → contents. */
export type MadeFiles = Record<string, string>;

export interface Difference {
  path: string;
  what: "missing" | "changed" | "stray";
}

/** Where only made files may lie: whatever else is found there is stray, tracked by git or not. */
const madeOnly = ["{spec,packages/*}/generated/**/*", "{spec,packages,scripts}/**/*.gen.*"];

/** How the made files on disk differ from what the definition yields now. */
export function compare(root: string, files: MadeFiles): Difference[] {
  const made = Object.entries(files).flatMap(([path, content]): Difference[] => {
    const onDisk = readIfPresent(join(root, path));
    if (onDisk === undefined) return [{ path, what: "missing" }];
    return onDisk === content ? [] : [{ path, what: "changed" }];
  });
  const stray = globSync(madeOnly, {
    cwd: root,
    exclude: ["**/node_modules", "**/dist"],
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, "/").length))
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !(path in files));
  return [...made, ...stray.map((path): Difference => ({ path, what: "stray" }))];
}

/** Brings the disk to what the definition yields, and says what it touched. */
export function mend(root: string, files: MadeFiles): Difference[] {
  const differences = compare(root, files);
  for (const { path, what } of differences) {
    const target = join(root, path);
    if (what === "stray") {
      rmSync(target);
    } else {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, files[path] ?? "");
    }
  }
  return differences;
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
