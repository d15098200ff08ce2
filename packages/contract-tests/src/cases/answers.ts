import { AtlasApiError } from "@atlas-snapshot-export/client";
import { expect, test } from "vitest";
import { callOperation, type Outcome, resultOf, thrown } from "../client-call.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Answer, Example, Operation } from "../definition.ts";
import { inputOf } from "../input.ts";
import { expectOnWire, listen } from "../wire.ts";
import { wireRequestOf } from "../wire-request.ts";

/** Every named example of every answer comes through the client as the definition has it. */
export function answerCases(contract: Contract): void {
  for (const operation of contract.definition.operations) {
    for (const answer of operation.answers) {
      const { status, body } = answer;
      const title = `${operation.operationId} › ${status}`;
      for (const example of body?.examples ?? []) answerCase(contract, operation, answer, example);
      if (body === undefined) answerCase(contract, operation, answer, undefined);
      else if (body.examples.length === 0) test(`${title} has an example`, () => expect.fail("It has none."));
    }
  }
}

function answerCase(
  contract: Contract,
  operation: Operation,
  { status }: Answer,
  example: Example | undefined,
): void {
  const { operationId } = operation;
  const title = example ? `${status} › ${example.name}` : String(status);
  const exercises = {
    statuses: [String(status)],
    examples: example ? [`${status} ${example.name}`] : [],
  };
  contractCase(contract, { operation, title, exercises, needs: ["chosenExample"] }, async () => {
    const input = inputOf(operation);
    const arrived = listen(contract);
    const prefer = { status, example: example?.name };
    const { outcome, complaints } = await callOperation(contract, { operationId, input, prefer });

    expectOnWire(arrived(), wireRequestOf(operation, input), outcome);
    expect(complaints, "what Prism complains of").toEqual([]);
    if (status >= 200 && status < 300) expect(resultOf(outcome)).toEqual(example?.value);
    else expectApiError(outcome, status, example?.value);
  });
}

/** The fields that the error lifts out of its body. */
const LIFTED = ["errorCode", "detail", "reason", "badRequestDetail", "parameters"] as const;

function expectApiError(outcome: Outcome, status: number, body: unknown): void {
  const error = thrown(outcome, AtlasApiError);
  expect({ status: error.status, body: error.body, ...lifted(error) }).toEqual({
    status,
    body,
    ...lifted(body),
  });
}

function lifted(from: unknown): object {
  return Object.fromEntries(LIFTED.map((name) => [name, Object(from)[name]]));
}
