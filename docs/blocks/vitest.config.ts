import { defineConfig } from "vitest/config";

export default defineConfig({
  // What the blocks print is of interest where they fail.
  test: { silent: "passed-only", testTimeout: 120_000 },
});
