import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Reporter } from "vitest/node";
import { declaredBy } from "../declared.ts";
import { definition } from "../definition.ts";
import { readDeviations } from "./deviations.ts";
import { readDrift } from "./drift.ts";
import { pageOf } from "./page/page.ts";
import { type Report, reportOf } from "./report.ts";
import { failing, type Result, readResults } from "./results.ts";

const ROOT = new URL("../../../../", import.meta.url);

interface ReporterOptions {
  /** Where the report goes. @default reports/contract */
  readonly directory?: string;
}

/** Writes the report of a run of Vitest that had cases of the contract. */
export function contractReporter(options: ReporterOptions = {}): Reporter {
  const { directory = fileURLToPath(new URL("reports/contract", ROOT)) } = options;
  return {
    async onTestRunEnd(modules, unhandled) {
      const results = readResults(modules);
      if (!results.some(({ target }) => target !== undefined)) return;
      const report = await reportFor([...results, ...unhandled.map(unhandledResult)]);
      await mkdir(directory, { recursive: true });
      const style = await readFile(new URL("page/page.css", import.meta.url), "utf8");
      await writeFile(join(directory, "contract.json"), `${JSON.stringify(report, undefined, 1)}\n`);
      await writeFile(join(directory, "index.html"), pageOf(report, style));
      console.log(`Report: ${join(directory, "index.html")}`);
    },
  };
}

async function reportFor(results: readonly Result[]): Promise<Report> {
  const { document, operations } = definition;
  const { title, version } = document.info;
  const now = new Date();
  return reportOf({
    at: now,
    definition: { title, version },
    operations,
    declared: declaredBy(document),
    results,
    drift: await readDrift(new URL("reports/drift/drift.json", ROOT)),
    deviations: readDeviations(await readFile(new URL("spec/deviations.yaml", ROOT), "utf8"), now),
  });
}

/** An error outside of any test. */
function unhandledResult(error: Parameters<typeof failing>[0]): Result {
  return {
    target: undefined,
    operationId: undefined,
    exercises: {},
    group: "the run itself",
    title: "an error that nobody caught",
    state: "failed",
    reason: undefined,
    errors: [failing(error)],
  };
}
