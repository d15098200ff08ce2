import { cpSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";

/** What is not copied: what is large, made by tools on the way, or not the project's. */
const left = new Set([".git", ".turbo", ".vite", ".vite-temp", "coverage", "reports"]);

/**
 * A copy of the project to break things in. It shares the installed packages with the original; the links between
 * the packages of the workspace lead to the copies.
 */
export function copyWorkspace(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), "drift-"));
  cpSync(root, copy, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !left.has(basename(path)) && relative(root, path) !== "node_modules",
  });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "junction");
  return copy;
}
