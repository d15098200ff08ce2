import fc from "fast-check";
import { expect, test } from "vitest";
import { kinds, run, type ScheduledFault } from "./flow.ts";
import { type Step, steps } from "./steps.ts";

/** How many schedules are tried: 1,000 unless `SCHEDULES` says another number. */
const numRuns = Number(process.env["SCHEDULES"] ?? 1_000);

const fault: fc.Arbitrary<ScheduledFault> = fc.record({
  step: fc.constantFrom(...(Object.keys(steps) as Step[])),
  request: fc.integer({ min: 1, max: 6 }),
  kind: fc.constantFrom(...kinds),
});

const faults = fc.uniqueArray(fault, { maxLength: 8, selector: ({ step, request }) => `${step} ${request}` });

const jitter = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 1 });

test(`whatever goes wrong, and for however many callers, one job is made and nobody is told an untruth (${numRuns} schedules)`, {
  timeout: 60_000 + numRuns * 2_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(faults, fc.integer({ min: 1, max: 4 }), jitter, async (schedule, callers, numbers) => {
      let next = 0;
      const random = () => numbers[next++ % numbers.length] ?? 0;
      const { lies } = await run({ faults: schedule, callers, random });
      expect(lies).toEqual([]);
    }),
    { numRuns },
  );
});
