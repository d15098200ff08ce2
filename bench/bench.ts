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
import type { Line } from "./row.ts";
import { rows } from "./rows.ts";

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, compare: { type: "string" } },
});
const chosen = rows.filter(({ name }) => values.only?.includes(name) ?? true);
const unknown = values.only?.find((name) => !rows.some((row) => row.name === name));
if (unknown !== undefined) {
  console.error(`There is no row ${unknown}; there are ${rows.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const before = values.compare === undefined ? undefined : readResults(values.compare);

makePeers();
const lines: Line[] = [];
for (const row of chosen) {
  console.error(`measuring ${row.name} …`);
  lines.push(...(await row.measure()));
}
const results = resultsNow(lines);
console.log(before ? printComparison(before, results) : printReport(results));
console.error(`\nwritten to ${save(results)}`);
