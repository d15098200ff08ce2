import { RequestValidationError } from "@atlas-snapshot-export/client";
import { expect, vi } from "vitest";
import { callOffline, isTokenRequest, thrown } from "../client-call.ts";
import { readClientInternals } from "../client-internals.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Definition, Operation, Parameter } from "../definition.ts";
import { type Input, inputOf } from "../input.ts";
import { wireRequestOf } from "../wire-request.ts";

const EVERY_RESERVED = "../x?y=1#z";

/** Values that lead to another path where nobody looks. */
const ASTRAY = [EVERY_RESERVED, "..", ".", "a/b", "a\\b", "%2e%2e%2f", "a;b", "a b"];

/** No value of a path parameter takes a request to another path than the operation's own. */
export function pathEncodingCases(contract: Contract): void {
  const { definition } = contract;
  for (const operation of definition.operations) {
    for (const parameter of operation.parameters.filter(({ in: place }) => place === "path")) {
      const { name } = parameter;
      const expectOwnPathFor = (value: string): Promise<void> =>
        expectOwnPath(definition, operation, { ...inputOf(operation), [name]: value }, parameter);
      for (const value of ASTRAY) {
        const title = `path.${name} › ${JSON.stringify(value)} is refused or encoded`;
        contractCase(contract, { operation, title }, () => expectOwnPathFor(value));
      }
      const title = `path.${name} › is encoded even if no rule refuses anything`;
      contractCase(contract, { operation, title }, async () => {
        using _ = await withoutRules(operation, parameter);
        await expectOwnPathFor(EVERY_RESERVED);
      });
    }
  }
}

async function expectOwnPath(
  definition: Definition,
  operation: Operation,
  input: Input,
  { name }: Parameter,
): Promise<void> {
  const { outcome, urls } = await callOffline(definition, operation.operationId, input);
  if ("error" in outcome) {
    const { violations } = thrown(outcome, RequestValidationError);
    expect([...new Set(violations.map(({ field }) => field))]).toEqual([name]);
    expect(urls, "it was sent").toEqual([]);
    return;
  }
  const { path, query } = wireRequestOf(operation, input);
  const sent = urls.filter(({ pathname }) => !isTokenRequest(definition, pathname));
  expect(sent.map(({ pathname, searchParams, hash }) => `${pathname}?${searchParams}${hash}`)).toEqual([
    `${path}?${query}`,
  ]);
}

/** Lets every value of a parameter pass the client's check, until it is disposed of. */
async function withoutRules({ operationId }: Operation, { name }: Parameter): Promise<Disposable> {
  const { operations } = await readClientInternals();
  const parameter = operations.find((operation) => operation.operationId === operationId)?.parameters[name];
  if (parameter === undefined) throw new Error(`The client's ${operationId} has no parameter ${name}.`);
  return vi.spyOn(parameter, "check").mockReturnValue(true);
}
