import { stripVTControlCharacters } from "node:util";
import type { SerializedError } from "vitest";
import type { TestCase, TestModule } from "vitest/node";
import type { Items } from "../coverage.ts";

/** One test as the report needs it. */
export interface Result {
  /** What it was run against; `undefined` for a test that is about something else than a target. */
  readonly target: { readonly name: string; readonly title: string } | undefined;
  readonly operationId: string | undefined;
  readonly exercises: Items;
  /** The file, or the suite in it, that the test is one of. */
  readonly group: string;
  readonly title: string;
  readonly state: State;
  /** Why it was skipped. */
  readonly reason: string | undefined;
  readonly errors: readonly Failing[];
}

export type State = "passed" | "failed" | "skipped";

/** What failed, and how. */
export interface Failing {
  readonly message: string;
  /** Lines of what was expected (`-`), of what came (`+`), and of both. */
  readonly diff: string | undefined;
  /** The line of code, from the package's folder on. */
  readonly at: string | undefined;
}

/** Reads what the runner knows once it is through; what fails in a file outside of its tests counts as one that failed. */
export function readResults(modules: readonly TestModule[]): Result[] {
  return modules.flatMap((module) => [
    ...module.errors().map((error) => resultOfFile(module, error)),
    ...[...module.children.allTests()].map(resultOf),
  ]);
}

function resultOf(test: TestCase): Result {
  const { target, contract } = test.meta();
  const result = test.result();
  const { parent, module } = test;
  return {
    target,
    operationId: contract?.operationId,
    exercises: contract?.exercises ?? {},
    group: target && parent.type === "suite" ? parent.name : module.relativeModuleId,
    title: target || parent.type === "module" ? test.name : `${parent.fullName} › ${test.name}`,
    // A test that did not run to its end says nothing, and a run that was ended has failed as a whole.
    state: result.state === "pending" ? "skipped" : result.state,
    reason: result.state === "skipped" ? result.note : undefined,
    errors: result.state === "failed" ? result.errors.map(failing) : [],
  };
}

function resultOfFile({ relativeModuleId }: TestModule, error: SerializedError): Result {
  return {
    target: undefined,
    operationId: undefined,
    exercises: {},
    group: relativeModuleId,
    title: "outside of its tests",
    state: "failed",
    reason: undefined,
    errors: [failing(error)],
  };
}

export function failing({ message, stack, ...error }: SerializedError): Failing {
  const { diff } = error as { diff?: unknown };
  const [, at] = /\/(src\/[^:()]+:\d+)/.exec(stack ?? "") ?? [];
  return {
    message: stripVTControlCharacters(message),
    diff: typeof diff === "string" ? withoutLegend(stripVTControlCharacters(diff)) : undefined,
    at,
  };
}

/** The runner begins every diff with what its signs mean. */
function withoutLegend(diff: string): string {
  return diff.replace(/^- Expected\n\+ Received\n\n/, "");
}
