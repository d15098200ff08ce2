/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  mutate: ["src/**/*.ts", "!src/**/*.gen.ts", "!src/**/*.test.ts", "!src/testing/**"],
  // Stryker would rewrite tsconfig.json with an API that TypeScript 7 does not have; vitest does not read that file.
  tsconfigFile: "none",
  concurrency: 2,
  reporters: ["clear-text", "dots"],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
};
