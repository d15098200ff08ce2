import { expect, test } from "vitest";
import { callOperation } from "../client-call.ts";
import type { Contract } from "../contract.ts";
import type { Example, Operation, Parameter } from "../definition.ts";
import { inputOf } from "../input.ts";
import { expectOnWire, listen } from "../wire.ts";
import { sentHeaders, wireRequestOf } from "../wire-request.ts";

/** Every parameter and every example of a request body goes out as the definition has it, and changes no result. */
export function inputCases(contract: Contract): void {
  for (const operation of contract.definition.operations) {
    const { operationId, parameters, body } = operation;
    const optional = parameters.filter(({ required }) => !required);
    const accepted = (title: string, sent: readonly Parameter[], example?: Example): void =>
      test(`${operationId} › ${title}`, () => exchange(contract, operation, sent, example));

    accepted("required parameters", []);
    for (const parameter of optional) accepted(`${parameter.in}.${parameter.name}`, [parameter]);
    if (optional.length > 1) accepted("all parameters", optional);
    for (const example of body?.examples ?? []) accepted(`request › ${example.name}`, [], example);
  }
}

async function exchange(
  { target, prism, exercised }: Contract,
  operation: Operation,
  optional: readonly Parameter[],
  example: Example | undefined,
): Promise<void> {
  const { operationId, parameters, answers } = operation;
  const input = inputOf(operation, optional, example);
  const request = wireRequestOf(operation, input);
  const success = answers.find(({ status }) => status >= 200 && status < 300);
  if (success === undefined) expect.fail("The operation has no 2xx answer.");
  const answered = success.body?.examples[0];

  const arrived = listen(target);
  const preference = { status: success.status, example: answered?.name };
  const outcome = await callOperation(operationId, input, target, preference);
  const asked = await prism.ask({ ...request, headers: sentHeaders(request.headers) });

  for (const { in: place, name } of parameters.filter((parameter) => input[parameter.name] !== undefined)) {
    exercised.of(operationId).parameters.add(`${place}.${name}`);
  }
  if (example) exercised.of(operationId).examples.add(`request ${example.name}`);
  expectOnWire(arrived(), request);
  expect(outcome).toEqual({ result: answered?.value });
  expect(asked).toMatchObject({ violations: { input: [] } });
  expect(asked.problem).toBeUndefined();
}
