import { type Coverage, KINDS, type Kind } from "../coverage.ts";
import type { Operation } from "../definition.ts";
import type { DatedDeviation } from "./deviations.ts";
import type { Drift } from "./drift.ts";
import type { Failing, Result, State } from "./results.ts";

/** What a contract run found: the content of `contract.json`. */
export interface Report {
  /** When the run ended, in ISO 8601. */
  readonly at: string;
  readonly definition: { readonly title: string; readonly version: string };
  /** Whether everything that was looked at agrees. */
  readonly agrees: boolean;
  readonly targets: readonly TargetReport[];
  readonly operations: readonly OperationReport[];
  /** The tests that are about something else than a target. */
  readonly suites: readonly SuiteReport[];
  readonly failures: readonly Failure[];
  /** `null` where nobody has measured it. */
  readonly drift: Drift | null;
  readonly deviations: readonly DatedDeviation[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface TargetReport extends Counts {
  readonly name: string;
  readonly title: string;
  /** How many cases it cannot do, and why. */
  readonly skips: readonly { readonly reason: string; readonly cases: number }[];
}

export interface OperationReport {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  /** Everything that the definition declares of it. */
  readonly items: readonly ItemReport[];
  /** Every case that is about it. */
  readonly cases: readonly CaseReport[];
}

export interface ItemReport {
  readonly kind: Kind;
  readonly name: string;
  /** By the target's name; `missing` where no case was about it. */
  readonly states: Readonly<Record<string, State | "missing">>;
  /** The cases that are about it, by their place in the list of the operation. */
  readonly cases: readonly number[];
}

export interface CaseReport {
  readonly target: string;
  readonly group: string;
  readonly title: string;
  readonly state: State;
  readonly reason?: string;
  /** The id of its failure. */
  readonly failure?: string;
}

export interface SuiteReport extends Counts {
  readonly name: string;
}

export interface Failure {
  /** Good for a link. */
  readonly id: string;
  readonly target: string | null;
  readonly operationId: string | null;
  readonly group: string;
  readonly title: string;
  readonly errors: readonly Failing[];
}

export interface Findings {
  readonly at: Date;
  readonly definition: Report["definition"];
  readonly operations: readonly Pick<Operation, "operationId" | "method" | "path">[];
  readonly declared: Coverage;
  readonly results: readonly Result[];
  readonly drift: Drift | undefined;
  readonly deviations: readonly DatedDeviation[];
}

/** Puts together what was declared and what became of it. */
export function reportOf(findings: Findings): Report {
  const { at, definition, operations, declared, results, drift, deviations } = findings;
  const failures = failuresOf(results);
  const targets = targetsOf(results);
  const names = targets.map(({ name }) => name);
  const byOperation = Map.groupBy(results, ({ operationId }) => operationId);
  return {
    at: at.toISOString(),
    definition,
    agrees: failures.size === 0,
    targets,
    operations: operations.map(({ operationId, method, path }) => {
      const own = byOperation.get(operationId) ?? [];
      const items = itemsOf(declared, operationId, own, names);
      return { operationId, method, path, items, cases: own.map((result) => caseOf(result, failures)) };
    }),
    suites: [...Map.groupBy(results.filter(isBesideTargets), ({ group }) => group)].map(([name, own]) => ({
      name,
      ...countsOf(own),
    })),
    failures: [...failures.values()],
    drift: drift ?? null,
    deviations,
  };
}

function isBesideTargets({ target }: Result): boolean {
  return target === undefined;
}

function failuresOf(results: readonly Result[]): Map<Result, Failure> {
  const failed = results.filter(({ state }) => state === "failed");
  return new Map(
    failed.map((result, index) => {
      const { target, operationId = null, group, title, errors } = result;
      return [
        result,
        { id: `failure-${index + 1}`, target: target?.name ?? null, operationId, group, title, errors },
      ];
    }),
  );
}

/** In the order in which one would ask them, the nearest first. */
const ORDER = ["mock", "prism", "live"];

function targetsOf(results: readonly Result[]): TargetReport[] {
  const byTarget = Map.groupBy(results, ({ target }) => target?.name);
  const inOrder = [...byTarget].sort(([one = ""], [other = ""]) => ORDER.indexOf(one) - ORDER.indexOf(other));
  return inOrder.flatMap(([name, own]) => {
    const title = own[0]?.target?.title;
    if (name === undefined || title === undefined) return [];
    const skipped = Map.groupBy(
      own.filter(({ state }) => state === "skipped"),
      ({ reason = "It was not run." }) => reason,
    );
    const skips = [...skipped].map(([reason, cases]) => ({ reason, cases: cases.length }));
    return [{ name, title, ...countsOf(own), skips }];
  });
}

function countsOf(results: readonly Result[]): Counts {
  const count = (state: State): number => results.filter((result) => result.state === state).length;
  return { passed: count("passed"), failed: count("failed"), skipped: count("skipped") };
}

function itemsOf(
  declared: Coverage,
  operationId: string,
  results: readonly Result[],
  targets: readonly string[],
): ItemReport[] {
  return KINDS.flatMap((kind) =>
    [...declared.of(operationId)[kind]].map((name) => {
      const cases = [...results.keys()].filter((index) => results[index]?.exercises[kind]?.includes(name));
      const states = targets.map((target) => [target, stateOf(cases, results, target)]);
      return { kind, name, states: Object.fromEntries(states), cases };
    }),
  );
}

/** The worst counts, except that being skipped is nothing beside a case that was not. */
function stateOf(
  cases: readonly number[],
  results: readonly Result[],
  target: string,
): ItemReport["states"][string] {
  const states = cases
    .map((index) => results[index])
    .filter((result) => result?.target?.name === target)
    .map((result) => result?.state);
  return (["failed", "passed", "skipped"] as const).find((state) => states.includes(state)) ?? "missing";
}

function caseOf(result: Result, failures: ReadonlyMap<Result, Failure>): CaseReport {
  const { target, group, title, state, reason } = result;
  const failure = failures.get(result);
  return {
    target: target?.name ?? "",
    group,
    title,
    state,
    ...(reason !== undefined && { reason }),
    ...(failure && { failure: failure.id }),
  };
}
