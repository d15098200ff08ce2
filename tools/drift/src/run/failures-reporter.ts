import { writeFileSync } from "node:fs";
import type { Reporter, TestCase, TestModule, Vitest } from "vitest/node";

/** One test that failed, or a file whose tests could not begin. */
export interface Failure {
  /** Absolute. */
  file: string;
  /** The names of the groups that the test is in, and its own. */
  title: string;
  /** As Vitest prints it: the message, how expected and actual differ, and where. */
  message: string;
}

interface Told {
  message: string;
  diff?: string | undefined;
  stacks?: readonly { file: string; line: number }[] | undefined;
}

/** Writes the failures of a run to Vitest's `outputFile`. What was not run because another test had failed is none. */
export default class FailuresReporter implements Reporter {
  #path = "";

  onInit({ config: { outputFile } }: Vitest): void {
    this.#path = String(outputFile);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Told[]): void {
    const failures = [
      ...modules.flatMap(failuresOf),
      ...unhandled.map((error) => ({
        file: "",
        title: "an error that nobody caught",
        message: print([error]),
      })),
    ];
    writeFileSync(this.#path, JSON.stringify(failures));
  }
}

function failuresOf(module: TestModule): Failure[] {
  const file = module.moduleId;
  const broken = module.errors();
  const failed = [...module.children.allTests("failed")].map((test: TestCase) => {
    return { file, title: titleOf(test), message: print(test.result().errors ?? []) };
  });
  return broken.length === 0 ? failed : [...failed, { file, title: "cannot be run", message: print(broken) }];
}

function titleOf(test: TestCase): string {
  const names = [test.name];
  for (let at = test.parent; at.type === "suite"; at = at.parent) names.unshift(at.name);
  return names.join(" › ");
}

function print(errors: readonly Told[]): string {
  return errors
    .flatMap(({ message, diff, stacks = [] }) => [
      message,
      ...(diff ? [diff] : []),
      ...stacks.slice(0, 3).map(({ file, line }) => `  at ${file}:${line}`),
    ])
    .join("\n");
}
