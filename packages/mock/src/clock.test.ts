import { expect, test } from "vitest";
import { systemClock } from "./clock.ts";

// setTimeout takes what 31 bits cannot hold for 1 ms.
test.each([2 ** 31, Number.MAX_VALUE])("the system's clock does not ring at once for %d ms", async (ms) => {
  let hasRung = false;
  const cancel = systemClock.schedule(() => {
    hasRung = true;
  }, ms);
  await new Promise<void>((resolve) => systemClock.schedule(resolve, 20));
  cancel();
  expect(hasRung).toBe(false);
});
