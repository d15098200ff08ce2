// Changes one thing at a time in the definition, the examples, the made files, the client and the mock, runs what CI
// would run, and counts who notices and says where to look. Fails unless all are noticed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readCatalogue } from "./catalogue.ts";
import { normalized } from "./definition/sources.ts";
import type { Mutation } from "./mutation.ts";
import { type Result, scoreOf } from "./outcome.ts";
import { printSurvivor, printTable } from "./report.ts";
import { judgeHarmless, judgeMutations, type Options } from "./run/judge-all.ts";
import { sample } from "./sample.ts";

const usage = `Usage: pnpm test:drift [--only <kind or operator>]… [--sample <of each operator>] [--without <check>]… [--workers <number>]

--only      the operators whose kind or name holds these words
--sample    how many mutations of each operator, 6 by default
--without   a check to leave out, such as "spec:changeset --check": what are the others worth?
--workers   how many at a time, each in its own copy of the project; as many as there are processors by default`;

/** More than these would say that the operators make up changes that mean nothing. */
const mostEquivalent = 5;

const root = fileURLToPath(new URL("../../..", import.meta.url)).replace(/\/$/, "");
const { values } = readArguments();
const { mutations, operators, operationIds } = readCatalogue(root);
const wanted = operators.filter(({ kind, name }) =>
  values.only === undefined ? true : values.only.some((words) => `${kind}: ${name}`.includes(words)),
);
const { chosen, left } = sample(mutations, {
  operators: wanted,
  operationIds: values.only === undefined ? operationIds : [],
  most: Number(values.sample),
});
const harmless = chosen.filter(({ kind }) => kind === "harmless");
const harmful = chosen.filter(({ kind }) => kind !== "harmless");
const survivors: string[] = [];

const options: Options = {
  root,
  operationCount: operationIds.length,
  workers: Number(values.workers),
  without: values.without,
  tell(result, mutation) {
    const { id, outcome, caughtBy = "nobody", seconds } = result;
    console.log(`${outcome.padEnd(10)} ${id} (${caughtBy}, ${seconds.toFixed(1)} s)`);
    if (isAsWanted(result)) return;
    survivors.push(id);
    console.log(printSurvivor(result, ...textsOf(mutation)));
  },
  tellOfAll(edits, { by, message }) {
    console.log(`${edits.length} harmless edits together: ${by} said\n${message}`);
  },
};

// The harmless ones first: they show that the checks are quiet when there is nothing to say.
const results = [...(await judgeHarmless(harmless, options)), ...(await judgeMutations(harmful, options))];
report(results);

function readArguments() {
  try {
    return parseArgs({
      options: {
        only: { type: "string", multiple: true },
        sample: { type: "string", default: "6" },
        without: { type: "string", multiple: true, default: [] },
        workers: { type: "string", default: String(availableParallelism()) },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exit(2);
  }
}

function isAsWanted({ kind, outcome }: Result): boolean {
  return kind === "harmless" ? outcome !== "caught" : outcome !== "survived";
}

function textsOf(mutation: Mutation): [before: string, after: string] {
  const files = Object.entries(mutation.apply());
  const before = files.map(([path]) => {
    if (!existsSync(join(root, path))) return "";
    const text = readFileSync(join(root, path), "utf8");
    return path.endsWith(".yaml") ? normalized(text) : text;
  });
  return [before.join("\n"), files.map(([, text]) => text ?? "").join("\n")];
}

function report(all: Result[]): void {
  const { applied, caught, score } = scoreOf(all);
  const equivalent = all.filter(({ outcome }) => outcome === "equivalent");
  const alarms = all.filter(({ kind, outcome }) => kind === "harmless" && outcome === "caught");
  console.log(`\n${printTable(all)}\n`);
  for (const { id, reason } of equivalent) console.log(`equivalent: ${id}: ${reason}`);
  for (const id of survivors) console.log(`not as it should be: ${id}`);
  const rest = Object.entries(left).map(([operator, number]) => `${operator} ${number}`);
  if (rest.length > 0) console.log(`Left out, by operator: ${rest.join("; ")}.\n`);
  console.log(
    `Caught ${caught} of ${applied}: ${(score * 100).toFixed(1)} %. Equivalent: ${equivalent.length}. Harmless edits: ${harmless.length}, alarms: ${alarms.length}.`,
  );
  const directory = join(root, "reports/drift");
  mkdirSync(directory, { recursive: true });
  // The contract run's page shows the whole; a part of it must not be taken for that.
  const isWhole = values.only === undefined && values.without.length === 0;
  writeFileSync(
    join(directory, isWhole ? "drift.json" : "part.json"),
    `${JSON.stringify({ mutations: all, score }, null, 2)}\n`,
  );
  if (survivors.length > 0 || equivalent.length > mostEquivalent) process.exitCode = 1;
}
