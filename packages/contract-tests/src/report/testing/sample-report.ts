import { createCoverage, type Items } from "../../coverage.ts";
import type { Report } from "../report.ts";
import { reportOf } from "../report.ts";
import type { Failing, Result, State } from "../results.ts";

export const MOCK = { name: "mock", title: "the mock, in process" };
export const PRISM = { name: "prism", title: "the stock `prism mock`" };

interface Sample {
  readonly results: readonly Result[];
  /** @default one, `getThing` */
  readonly operationIds?: readonly string[];
}

/** A report of a small definition, in which every operation has the same things. */
export function sampleReport({ results, operationIds = ["getThing"] }: Sample): Report {
  const declared = createCoverage();
  for (const operationId of operationIds) {
    const tally = declared.of(operationId);
    for (const status of ["200", "404"]) tally.statuses.add(status);
    for (const example of ["200 whole", "200 <bold>", "404 gone"]) tally.examples.add(example);
    for (const rule of ["path.id/required", "path.id/pattern"]) tally.constraints.add(rule);
    tally.parameters.add("path.id");
    tally.credentials.add("ApiKey");
  }
  return reportOf({
    at: new Date("2026-11-24T12:00:00Z"),
    definition: { title: "Things", version: "1.2.3" },
    operations: operationIds.map((operationId) => ({ operationId, method: "GET", path: "/things/{id}" })),
    declared,
    results,
    drift: {
      score: 0.5,
      mutations: [
        mutation("definition", "caught", { caughtBy: "contract.test.ts", message: "getThing › 200" }),
        mutation("client", "survived", {}),
        mutation("mock", "equivalent", { reason: "Nobody can tell." }),
        mutation("harmless", "survived", {}),
      ],
    },
    deviations: [
      { place: "*/operationId", kind: "changed", reason: "Ours.", date: "2026-11-14", ageDays: 10 },
    ],
  });
}

type Mutation = NonNullable<Report["drift"]>["mutations"][number];

function mutation(kind: string, outcome: Mutation["outcome"], more: Partial<Mutation>): Mutation {
  return {
    id: kind,
    kind,
    generated: false,
    operator: "rename a property",
    place: "spec/things.yaml",
    seconds: 1.5,
    outcome,
    ...more,
  };
}

/** The results of one witness that is content with everything. */
export function contentResults(target: Result["target"], operationId = "getThing"): Result[] {
  const passed = (group: string, title: string, exercises: Items): Result =>
    sampleResult({ target, operationId, group, title: `${operationId} › ${title}`, exercises });
  return [
    passed("answers", "200 › whole", { statuses: ["200"], examples: ["200 whole"] }),
    passed("answers", "200 › <bold>", { statuses: ["200"], examples: ["200 <bold>"] }),
    passed("answers", "404 › gone", { statuses: ["404"], examples: ["404 gone"] }),
    passed("inputs", "required parameters", { statuses: ["200"], parameters: ["path.id"] }),
    passed("constraints", "path.id › required", { constraints: ["path.id/required"] }),
    passed("constraints", "path.id › pattern", { constraints: ["path.id/pattern"] }),
    passed("credentials", "signs in with ApiKey", { credentials: ["ApiKey"] }),
    passed("path encoding", "path.id › a/b", {}),
  ];
}

export function sampleResult(given: Partial<Result>): Result {
  return {
    target: MOCK,
    operationId: "getThing",
    exercises: {},
    group: "answers",
    title: "getThing › 200 › whole",
    state: "passed",
    reason: undefined,
    errors: [],
    ...given,
  };
}

/** The results with what became of one of them changed. */
export function withOutcome(
  results: readonly Result[],
  title: string,
  state: State,
  more: { reason?: string; errors?: readonly Failing[] } = {},
): Result[] {
  return results.map((result) => (result.title === title ? { ...result, state, ...more } : result));
}
