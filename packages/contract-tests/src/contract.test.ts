import { startMock } from "@atlas-snapshot-export/mock";
import { createPrism } from "@atlas-snapshot-export/mock/prism";
import { afterAll, describe, expect, test } from "vitest";
import { answerCases } from "./cases/answers.ts";
import { constraintCases } from "./cases/constraints.ts";
import { inputCases } from "./cases/inputs.ts";
import { operationCases } from "./cases/operations.ts";
import { pathEncodingCases } from "./cases/path-encoding.ts";
import type { Contract } from "./contract.ts";
import { coverageTable, createCoverage, gaps } from "./coverage.ts";
import { declaredBy } from "./declared.ts";
import { definition } from "./definition.ts";

const mock = await startMock();
const prism = await createPrism(definition.document);
const contract: Contract = { definition, target: mock, prism, exercised: createCoverage() };
const declared = declaredBy(definition.document);

afterAll(() => {
  console.log(coverageTable(declared, contract.exercised));
  return mock.close();
});

describe("operations", () => operationCases(contract));
describe("answers", () => answerCases(contract));
describe("inputs", () => inputCases(contract));
describe("constraints", () => constraintCases(contract));
describe("path encoding", () => pathEncodingCases(contract));

// Last, because it judges what the others have done.
describe("coverage", () => {
  test("everything that the definition declares was exercised", () => {
    expect(gaps(declared, contract.exercised)).toEqual([]);
  });
});
