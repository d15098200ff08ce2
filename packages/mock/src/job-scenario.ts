import type { ExampleNames } from "./examples.gen.ts";
import { placed, requireFields } from "./requirements.ts";

/** The name of an example of `getBackupExportJob`, which stands for a state of a job. */
export type JobExample = ExampleNames["getBackupExportJob"][200];

/** A state that passes. */
export interface PassingStep {
  readonly example: JobExample;
  /** How long the job stays so, in milliseconds of the mock's clock. */
  readonly forMs: number;
}

/** The state that stays. */
export interface LastStep {
  readonly example: JobExample;
}

/** What a job goes through, from its creation on. The last step stays for ever, so it has no `forMs`. */
export type JobScenario = readonly [...PassingStep[], LastStep];

/** One second queued, two at work, then done. */
export const DEFAULT_JOB_SCENARIO: JobScenario = [
  { example: "queued", forMs: 1000 },
  { example: "inProgress", forMs: 2000 },
  { example: "successful" },
];

/** @throws TypeError when a scenario cannot be played, telling which step is wrong and how it should look. */
export function requirePlayableJob(place: string, scenario: JobScenario, examples: readonly string[]): void {
  // Widened, because plain JavaScript and `as` get past the type.
  const steps = placed<{ readonly example: string; readonly forMs?: unknown }>(place, scenario);
  if (steps.length === 0) throw new TypeError(`${place} is empty; the least is [{ example: "successful" }].`);
  for (const [index, [step, given]] of steps.entries()) {
    requireFields(step, given, ["example", "forMs"]);
    const { example, forMs } = given;
    const isLast = index === steps.length - 1;
    if (!examples.includes(example)) {
      throw new TypeError(`${step} has the example ${example}; known are ${examples.join(", ")}.`);
    }
    if (isLast && "forMs" in given) {
      throw new TypeError(`${step} is the last and stays for ever, so it must not have forMs.`);
    }
    if (!isLast && !(typeof forMs === "number" && forMs >= 0)) {
      throw new TypeError(
        `${step} is not the last, so it needs forMs, e.g. { example: "${example}", forMs: 1000 }.`,
      );
    }
  }
}

/** The step that is on after some time, and when it began, both in milliseconds since the job's creation. */
export function stepAt(scenario: JobScenario, elapsedMs: number): { example: JobExample; sinceMs: number } {
  let sinceMs = 0;
  for (const step of scenario) {
    if (!("forMs" in step) || elapsedMs < sinceMs + step.forMs) return { example: step.example, sinceMs };
    sinceMs += step.forMs;
  }
  throw new Error("A scenario without a last step passed requirePlayableJob.");
}
