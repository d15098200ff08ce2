import { AtlasApiError } from "@atlas-snapshot-export/client";
import { expect, test } from "vitest";
import { callOperation, type Outcome, thrown } from "../client-call.ts";
import type { Contract } from "../contract.ts";
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
      for (const example of body?.examples ?? []) {
        test(`${title} › ${example.name}`, () => exchange(contract, operation, answer, example));
      }
      if (body === undefined) test(title, () => exchange(contract, operation, answer, undefined));
      else if (body.examples.length === 0) test(`${title} has an example`, () => expect.fail("It has none."));
    }
  }
}

async function exchange(
  { target, exercised }: Contract,
  operation: Operation,
  { status }: Answer,
  example: Example | undefined,
): Promise<void> {
  const { operationId } = operation;
  const input = inputOf(operation);
  const arrived = listen(target);
  const outcome = await callOperation(operationId, input, target, { status, example: example?.name });

  exercised.of(operationId).statuses.add(String(status));
  if (example) exercised.of(operationId).examples.add(`${status} ${example.name}`);
  expectOnWire(arrived(), wireRequestOf(operation, input));
  if (status >= 200 && status < 300) expect(outcome).toEqual({ result: example?.value });
  else expectApiError(outcome, status, example?.value);
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
