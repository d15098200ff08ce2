import * as client from "@atlas-snapshot-export/client";
import { examples } from "@atlas-snapshot-export/spec/examples";
import { expect, test } from "vitest";
import { readClientInternals } from "../client-internals.ts";
import type { Contract } from "../contract.ts";
import type { Body } from "../definition.ts";

/** What is made from the definition has the same operations and examples as the definition. */
export function operationCases({ definition, prism }: Contract): void {
  const operationIds = definition.operations.map(({ operationId }) => operationId);

  test("the client exports a function for each operation", () => {
    const missing = operationIds.filter((operationId) => typeof Object(client)[operationId] !== "function");
    expect(missing, "operations without a function: run `pnpm generate`").toEqual([]);
  });

  test("the client has no operation beside those of the definition", async () => {
    const { operationFunctions, operations } = await readClientInternals();
    const known = [...operationFunctions, ...operations.map(({ operationId }) => operationId)];
    expect(known.filter((name) => !operationIds.includes(name))).toEqual([]);
  });

  test("Prism has the same operations", () => {
    expect(prism.operations.map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
  });

  test("the fixtures of the spec package are the definition's examples", () => {
    const declared = definition.operations.map(({ operationId, body, answers }) => [
      operationId,
      {
        requests: valuesOf(body),
        responses: Object.fromEntries(answers.map((answer) => [answer.status, valuesOf(answer.body)])),
      },
    ]);
    expect(examples, "they differ: run `pnpm generate`").toEqual(Object.fromEntries(declared));
  });
}

function valuesOf(body: Body | undefined): object {
  return Object.fromEntries((body?.examples ?? []).map(({ name, value }) => [name, value]));
}
