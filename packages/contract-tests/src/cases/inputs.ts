import type { AuthProvider } from "@atlas-snapshot-export/client";
import { expect } from "vitest";
import { callOperation, resultOf } from "../client-call.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import { type Example, type Operation, type Parameter, successOf } from "../definition.ts";
import { inputOf, withKnown } from "../input.ts";
import type { Arrival } from "../targets/target.ts";
import { expectOnWire, listen } from "../wire.ts";
import { sentHeaders, wireRequestOf } from "../wire-request.ts";

/** Every parameter and every example of a request body goes out as the definition has it, and changes no result. */
export function inputCases(contract: Contract): void {
  for (const operation of contract.definition.operations) {
    const { parameters, body } = operation;
    const optional = parameters.filter(({ required }) => !required);
    const accepted = (title: string, sent: readonly Parameter[], example?: Example): void =>
      acceptedCase(contract, operation, title, { sent, example });

    accepted("required parameters", []);
    for (const parameter of optional) accepted(`${parameter.in}.${parameter.name}`, [parameter]);
    if (optional.length > 1) accepted("all parameters", optional);
    for (const example of body?.examples ?? []) accepted(`request › ${example.name}`, [], example);
  }
}

interface Sent {
  /** Beside the required parameters. */
  readonly sent: readonly Parameter[];
  /** @default the body's first */
  readonly example?: Example | undefined;
  /** @default what the target lets in */
  readonly auth?: AuthProvider;
}

function acceptedCase(contract: Contract, operation: Operation, title: string, input: Sent): void {
  const success = successOf(operation);
  const { sent } = input;
  // What every call needs is the first case's; after that it goes without saying.
  const exercised = sent.length > 0 ? sent : operation.parameters.filter(({ required }) => required);
  const exercises = {
    statuses: [String(success.status)],
    parameters: exercised.map(({ in: place, name }) => `${place}.${name}`),
    examples: input.example ? [`request ${input.example.name}`] : [],
  };
  contractCase(contract, { operation, title, exercises, needs: ["answer"] }, async () => {
    await expectAccepted(contract, operation, input);
  });
}

/** Sends a valid request and holds it and its answer against the definition; back with what arrived. */
export async function expectAccepted(
  contract: Contract,
  operation: Operation,
  { sent, example, ...auth }: Sent,
): Promise<readonly Arrival[]> {
  const { operationId } = operation;
  const { target, prism } = contract;
  const success = successOf(operation);
  const input = withKnown(operation, inputOf(operation, sent, example), target.known);
  const request = wireRequestOf(operation, input);
  const isChosen = target.obstacle({ operation, needs: ["chosenExample"] }) === undefined;
  const chosen = success.body?.examples[0];
  const prefer = isChosen ? { status: success.status, example: chosen?.name } : undefined;

  const listened = listen(contract);
  const { outcome, complaints } = await callOperation(contract, { operationId, input, prefer, ...auth });
  const asked = await prism.ask({ ...request, headers: sentHeaders(request.headers) });

  const arrived = listened();
  expectOnWire(arrived, request, outcome);
  expect(complaints, "what Prism complains of").toEqual([]);
  expect(resultOf(outcome)).toEqual(isChosen ? chosen?.value : arrived.at(-1)?.answer?.body);
  expect(asked).toMatchObject({ violations: { input: [] } });
  expect(asked.problem).toBeUndefined();
  return arrived;
}
