import { defineConfig } from "vitest/config";

export default defineConfig({
  // One browser and one server for all; a busy machine takes its time for a hundred pages.
  test: {
    include: ["*.test.ts", "check/*.test.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});
