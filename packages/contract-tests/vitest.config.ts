import { defineConfig } from "vitest/config";

export default defineConfig({
  // Named, because the reporter that Vitest chooses by itself can leave out what a passing run prints: the coverage.
  test: { reporters: ["default"] },
});
