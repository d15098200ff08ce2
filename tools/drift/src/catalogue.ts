import { globSync } from "node:fs";
import { clientOperators } from "./code/client-operators.ts";
import { harmlessCodeOperators } from "./code/harmless-operators.ts";
import { mockOperators } from "./code/mock-operators.ts";
import { readCode } from "./code/source.ts";
import { exampleOperators } from "./definition/example-operators.ts";
import { harmlessOperators } from "./definition/harmless-operators.ts";
import { schemaOperators } from "./definition/schema-operators.ts";
import { serviceOperators } from "./definition/service-operators.ts";
import { readSources } from "./definition/sources.ts";
import { walk } from "./definition/walk.ts";
import { madeFileOperators, readMadeTexts } from "./made-file-operators.ts";
import { type Mutation, mutationsOf, type Operator } from "./mutation.ts";

/** Every mutation that could be made of the project as it is. */
export interface Catalogue {
  mutations: Mutation[];
  operators: Pick<Operator<never>, "kind" | "name">[];
  operationIds: readonly string[];
}

export function readCatalogue(root: string): Catalogue {
  const definition = walk(readSources(root));
  const { operationIds } = definition;
  const made = readMadeTexts(root, madeFiles(root), operationIds);
  const client = readCode(root, "packages/client", operationIds);
  const mock = readCode(root, "packages/mock", operationIds);
  const ofDefinition = [...schemaOperators, ...serviceOperators, ...exampleOperators];
  return {
    mutations: [
      ...mutationsOf(ofDefinition, definition),
      ...mutationsOf(madeFileOperators, made),
      ...mutationsOf(clientOperators, client),
      ...mutationsOf(mockOperators, mock),
      ...mutationsOf(harmlessOperators, definition),
      ...mutationsOf(harmlessCodeOperators, client),
    ],
    operators: [
      ...ofDefinition,
      ...madeFileOperators,
      ...clientOperators,
      ...mockOperators,
      ...harmlessOperators,
      ...harmlessCodeOperators,
    ],
    operationIds,
  };
}

function madeFiles(root: string): string[] {
  const patterns = ["{spec,packages/*}/generated/*", "packages/*/src/**/*.gen.ts"];
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}
