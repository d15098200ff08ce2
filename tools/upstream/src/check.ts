import { readFile } from "node:fs/promises";
import { compare } from "./compare.ts";
import { judge, parseDeviations } from "./deviations.ts";
import { readOpenApi } from "./read-file.ts";
import { printReport } from "./report.ts";

export interface Check {
  /** The vendor's file: a path or a URL. @default the `source` in the list of deviations */
  location?: string | undefined;
  /** Path of our bundle. */
  definition: string;
  /** Path of the list of deviations. */
  list: string;
  /** As YYYY-MM-DD. */
  today: string;
}

export interface Verdict {
  isAsListed: boolean;
  text: string;
}

/** @throws {UnusableFileError} when one of the three files cannot be read or is something else */
export async function check({ location, definition, list, today }: Check): Promise<Verdict> {
  const { source, deviations } = parseDeviations(list, await readFile(list, "utf8"), today);
  const vendor = await readOpenApi(location ?? source);
  const differences = compare(await readOpenApi(definition), vendor);
  const { unlisted, gone } = judge(differences, deviations);
  if (unlisted.length > 0 || gone.length > 0) {
    return { isAsListed: false, text: printReport({ vendor: vendor.name, list, unlisted, gone }, today) };
  }
  const text = `Nothing new: ${differences.length} differences from ${vendor.name}, all of them in ${list}.\n`;
  return { isAsListed: true, text };
}
