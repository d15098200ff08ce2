/**
 * Measures the client beside its peers, and the machinery, and prints a line for each figure: `pnpm bench`.
 *
 * `--only <row>` measures one row, and may be given more than once; `--compare <json>` shows what has changed since
 * the run that wrote that file.
 */
import { parseArgs } from "node:util";
import { makePeers } from "./peers/make.ts";
import { printComparison, printReport } from "./report.ts";
import { readResults, resultsNow, save } from "./results.ts";
import type { Line, Row } from "./row.ts";
import { rows } from "./rows.ts";

const { only, compare } = readArguments();
const before = compare === undefined ? undefined : readResults(compare);

makePeers();
const lines: Line[] = [];
for (const row of rows.filter(({ name }) => only.length === 0 || only.includes(name))) {
  console.error(`measuring ${row.name} …`);
  lines.push(...(await measure(row)));
}
const results = resultsNow(lines);
console.log(before ? printComparison(before, results) : printReport(results));
console.error(`\nwritten to ${save(results)}`);

/** A row that cannot be measured does not lose the others. */
async function measure(row: Row): Promise<Line[]> {
  try {
    return await row.measure();
  } catch (error) {
    console.error(`${row.name} could not be measured:`, error);
    process.exitCode = 1;
    return [];
  }
}

function readArguments(): { only: readonly string[]; compare: string | undefined } {
  try {
    const { values } = parseArgs({
      options: { only: { type: "string", multiple: true, default: [] }, compare: { type: "string" } },
    });
    const unknown = values.only.find((name) => !rows.some((row) => row.name === name));
    if (unknown === undefined) return { only: values.only, compare: values.compare };
    console.error(`There is no row ${unknown}; there are ${rows.map(({ name }) => name).join(", ")}.`);
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: pnpm bench [--only <row> …] [--compare <json>]`);
  }
  process.exit(2);
}
