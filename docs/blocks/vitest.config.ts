import { defineConfig } from "vitest/config";

export default defineConfig({
  root: "..",
  test: {
    include: ["blocks/src/*.test.ts", "blocks/written/*.test.ts", "reference/*.test.ts"],
    // What the blocks print is of interest where they fail.
    silent: "passed-only",
    testTimeout: 120_000,
  },
});
