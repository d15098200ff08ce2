import { bundleDiscrepancies, type Discrepancy } from "./bundle-discrepancies.ts";
import type { Difference, MadeFiles } from "./made-files.ts";
import { bundlePath } from "./make.ts";
import { textDiscrepancy } from "./text-discrepancy.ts";

/**
 * What does not match the definition, where, and for which operations. Where the bundle differs, the other files
 * follow from it: then the bundle says it best.
 *
 * @param read what is on the disk at a path
 */
export function printDifferences(
  differences: Difference[],
  made: MadeFiles,
  read: (path: string) => string,
): string {
  const isBundleAsMade = !differences.some(({ path }) => path === bundlePath);
  const lines = differences.flatMap(({ path, what }) => [
    `  ${what.padEnd(8)}${path}${whose[what]}`,
    ...(what === "changed" && (isBundleAsMade || path === bundlePath)
      ? discrepancies(path, read(path), made).map(printDiscrepancy)
      : []),
  ]);
  return `Made files do not match spec/openapi.yaml:\n${lines.join("\n")}\n\nTo mend it, run: pnpm generate`;
}

/** A file that is missing, every operation misses; one that nobody made, none needs. */
const whose = { changed: "", missing: " (every operation)", stray: " (no operation)" };

function discrepancies(path: string, onDisk: string, made: MadeFiles): Discrepancy[] {
  const yielded = made[path] ?? "";
  if (path === bundlePath && isJson(onDisk)) return bundleDiscrepancies(onDisk, yielded);
  return [textDiscrepancy(onDisk, yielded, made[bundlePath] ?? "{}")];
}

function printDiscrepancy({ what, operations }: Discrepancy): string {
  return `            ${what}${operations === "" ? "" : ` (${operations})`}`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
