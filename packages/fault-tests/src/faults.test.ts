import { afterAll, describe, expect, test } from "vitest";
import { kinds, run, type ScheduledFault, type Step, steps } from "./flow.ts";
import { inParallel } from "./in-parallel.ts";
import { faultTable, type Tried } from "./table.ts";

const names = Object.keys(steps) as Step[];
const at = (request: number): ScheduledFault[] =>
  names.flatMap((step) => kinds.map((kind) => ({ step, request, kind })));

const singles = at(1).map((fault) => [fault]);

/** Every fault at every step with every fault at another step, or at the second request of the same one. */
const pairs = at(1).flatMap((first) => [
  ...at(1)
    .filter(({ step }) => names.indexOf(step) > names.indexOf(first.step))
    .map((second) => [first, second]),
  ...at(2)
    .filter(({ step }) => step === first.step)
    .map((second) => [first, second]),
]);

const tried = { singles: [] as Tried[], pairs: [] as Tried[] };

const tryAll = (schedules: readonly ScheduledFault[][], isInstant: boolean): Promise<Tried[]> =>
  inParallel(schedules, async (faults) => {
    // Alone, a fault of the list is met only by a caller who has it looked through first.
    const looksFirst = faults.length === 1 && faults[0]?.step === "reconcile";
    const verdict = await run({ faults, isInstant, ...(looksFirst ? { token: "audit-2026-q4" } : {}) });
    return { faults, verdict };
  });

function untruthful(runs: readonly Tried[]): string[] {
  return runs.flatMap(({ faults, verdict }) =>
    verdict.lies.map((lie) => `${faults.map(describeFault).join(" + ")}: ${lie}`),
  );
}

function describeFault({ step, request, kind }: ScheduledFault): string {
  return `${kind} at ${step} ${request}`;
}

describe("whatever goes wrong, there is one job at the most and the answer is the truth", () => {
  test("without a fault the export succeeds", async () => {
    const { answers, jobs, lies } = await run({ faults: [] });
    expect({ answers, jobs, lies }).toEqual({ answers: ["successful"], jobs: 1, lies: [] });
  });

  describe.each([
    ["while the job runs", false],
    ["when the job is over at once, and the service would take a second one", true],
  ])("%s", (_, isInstant) => {
    test("one fault at any step", { timeout: 3_600_000 }, async () => {
      const runs = await tryAll(singles, isInstant);
      tried.singles.push(...runs);
      expect(untruthful(runs)).toEqual([]);
      expect(runs.filter(({ verdict }) => verdict.happened.length === 0)).toEqual([]);
    });

    test("two faults at any two steps, or twice at the same", { timeout: 3_600_000 }, async () => {
      const runs = await tryAll(pairs, isInstant);
      tried.pairs.push(...runs);
      expect(untruthful(runs)).toEqual([]);
    });
  });
});

afterAll(() => console.log(faultTable(tried.singles, tried.pairs)));
