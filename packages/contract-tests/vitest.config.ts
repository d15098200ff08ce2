import { defineConfig } from "vitest/config";
import { contractReporter } from "./src/report/reporter.ts";

export default defineConfig({
  test: {
    // Named, because the reporter that Vitest chooses by itself can leave out what a passing run prints: the coverage.
    reporters: ["default", contractReporter()],
    provide: { run: { target: "mock" } },
    // A process, or a service at a distance, takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
