import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test judges speed, and on a busy machine everything takes its time: what hangs is told, a little later.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
