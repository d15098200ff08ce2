import { afterAll, describe, expect, test } from "vitest";
import { type CallerFault, callerFaultsAt, plugs } from "./callers-code.ts";
import { kinds, run, type ScheduledFault } from "./flow.ts";
import { inParallel } from "./in-parallel.ts";
import { type Step, steps } from "./steps.ts";
import { describeTried, faultTable, type Tried } from "./table.ts";

const names = Object.keys(steps) as Step[];
const at = (request: number): ScheduledFault[] =>
  names.flatMap((step) => kinds.map((kind) => ({ step, request, kind })));

type Schedule = Pick<Tried, "faults" | "callerFault">;

const singles: Schedule[] = at(1).map((fault) => ({ faults: [fault] }));

/** Every fault at every step with every fault at another step, or at the second request of the same one. */
const pairs: Schedule[] = at(1).flatMap((first) => [
  ...at(1)
    .filter(({ step }) => names.indexOf(step) > names.indexOf(first.step))
    .map((second) => ({ faults: [first, second] })),
  ...at(2)
    .filter(({ step }) => step === first.step)
    .map((second) => ({ faults: [first, second] })),
]);

const callerFaults: CallerFault[] = names.flatMap(callerFaultsAt);

const callerSingles: Schedule[] = callerFaults.map((callerFault) => ({ faults: [], callerFault }));

/** Every fault of the network at the create, with every exception of the caller's code at any step. */
const callerPairs: Schedule[] = kinds.flatMap((kind) =>
  callerFaults
    .filter(({ way }) => way === "throws")
    .map((callerFault) => ({ faults: [{ step: "create", request: 1, kind }], callerFault })),
);

const tried = { singles: [] as Tried[], pairs: [] as Tried[] };

const tryAll = (schedules: readonly Schedule[], isInstant: boolean): Promise<Tried[]> =>
  inParallel(schedules, async ({ faults, callerFault }) => {
    // Alone, a fault of the list is only met by a caller who passes a token, so that the list is read first.
    const isOfList = callerFault?.step === "reconcile" || faults[0]?.step === "reconcile";
    const readsFirst = isOfList && faults.length + (callerFault ? 1 : 0) === 1;
    const token = readsFirst ? { token: "audit-2026-q4" } : {};
    return { faults, callerFault, verdict: await run({ faults, callerFault, isInstant, ...token }) };
  });

const untruthful = (runs: readonly Tried[]): string[] =>
  runs.flatMap((one) => one.verdict.lies.map((lie) => `${describeTried(one)}: ${lie}`));

describe("whatever goes wrong, there is one job at most, and what the caller gets is true", () => {
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

  // A job that is over at once is the harder case: the service would take a second one.
  test("the caller's own code fails, in any way at any step", { timeout: 3_600_000 }, async () => {
    const runs = await tryAll(callerSingles, true);
    tried.singles.push(...runs);
    expect(untruthful(runs)).toEqual([]);
  });

  test("the caller's own code throws beside a fault of the network", { timeout: 3_600_000 }, async () => {
    const runs = await tryAll(callerPairs, true);
    tried.pairs.push(...runs);
    expect(untruthful(runs)).toEqual([]);
    const failing = new Set(
      [...tried.singles, ...runs].flatMap(({ callerFault, verdict }) =>
        callerFault && verdict.callerFailures > 0 ? [callerFault.plug] : [],
      ),
    );
    expect(plugs.filter((plug) => !failing.has(plug))).toEqual([]);
  });
});

afterAll(() => console.log(faultTable(tried.singles, tried.pairs)));
