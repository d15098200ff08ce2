import { createPrism, type Prism } from "@atlas-snapshot-export/mock/prism";
import { afterAll, describe, expect, test } from "vitest";
import { answerCases } from "./cases/answers.ts";
import { constraintCases } from "./cases/constraints.ts";
import { credentialCases } from "./cases/credentials.ts";
import { failureCases } from "./cases/failures.ts";
import { inputCases } from "./cases/inputs.ts";
import { jobLifeCases } from "./cases/job-life.ts";
import { operationCases } from "./cases/operations.ts";
import { pathEncodingCases } from "./cases/path-encoding.ts";
import { pathsCases } from "./cases/paths.ts";
import { refusalCases } from "./cases/refusals.ts";
import { versionCases } from "./cases/versions.ts";
import type { Contract } from "./contract.ts";
import { coverageTable, createCoverage, gaps } from "./coverage.ts";
import { declaredBy } from "./declared.ts";
import type { Definition } from "./definition.ts";
import type { RunOptions } from "./run-options.ts";
import { createRequestChecks } from "./schema-check.ts";
import { liveTarget } from "./targets/live.ts";
import { mockTarget } from "./targets/mock.ts";
import { prismTarget } from "./targets/prism.ts";
import type { Target } from "./targets/target.ts";

/** Registers every case of a definition, to be run against one target. */
export async function contractRun(definition: Definition, options: RunOptions): Promise<void> {
  const prism = await createPrism(definition.document);
  const target = await startTarget(definition, prism, options);
  const exercised = createCoverage();
  const skips = new Map<string, number>();
  const contract: Contract = {
    definition,
    target,
    prism,
    checkOf: createRequestChecks(definition.document),
    exercised,
    skipped: createCoverage(),
    skips,
  };
  const declared = declaredBy(definition.document);

  const meta = { target: { name: options.target, title: target.title } };
  describe(options.target, { meta }, () => {
    afterAll(async () => {
      console.log([target.title, coverageTable(declared, exercised), ...linesOf(skips)].join("\n"));
      await target.close();
    });

    describe("operations", () => operationCases(contract));
    // Before all that needs a sign-in: what is wrong with that shows here by its name.
    describe("credentials", () => credentialCases(contract));
    describe("answers", () => answerCases(contract));
    describe("inputs", () => inputCases(contract));
    describe("constraints", () => constraintCases(contract));
    describe("refusals", () => refusalCases(contract));
    describe("path encoding", () => pathEncodingCases(contract));
    describe("paths", () => pathsCases(contract));
    describe("failures", () => failureCases(contract));
    describe("versions", () => versionCases(contract));
    describe("job life", () => jobLifeCases(contract));

    // Last, because it judges what the others have done.
    describe("coverage", () => {
      test("everything that the definition declares was exercised, or skipped for a reason", () => {
        expect(gaps(declared, exercised, contract.skipped)).toEqual([]);
      });
    });
  });
}

function linesOf(skips: Contract["skips"]): string[] {
  return [...skips].map(([reason, cases]) => `${cases} skipped: ${reason}`);
}

function startTarget(definition: Definition, prism: Prism, options: RunOptions): Promise<Target> {
  switch (options.target) {
    case "mock":
      return mockTarget(definition);
    case "prism":
      return prismTarget(definition, prism);
    case "live":
      return liveTarget(definition, prism, options);
  }
}
