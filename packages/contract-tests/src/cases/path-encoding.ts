import { RequestValidationError } from "@atlas-snapshot-export/client";
import { expect, test, vi } from "vitest";
import { callOffline, isTokenRequest, thrown } from "../client-call.ts";
import { readClientInternals } from "../client-internals.ts";
import type { Contract } from "../contract.ts";
import type { Operation, Parameter } from "../definition.ts";
import { type Input, inputOf } from "../input.ts";
import { wireRequestOf } from "../wire-request.ts";

const EVERY_RESERVED = "../x?y=1#z";

/** Values that lead to another path where nobody looks. */
const ASTRAY = [EVERY_RESERVED, "..", ".", "a/b", "a\\b", "%2e%2e%2f", "a;b", "a b"];

/** No value of a path parameter takes a request to another path than the operation's own. */
export function pathEncodingCases({ definition }: Contract): void {
  for (const operation of definition.operations) {
    for (const parameter of operation.parameters.filter(({ in: place }) => place === "path")) {
      const title = `${operation.operationId} › path.${parameter.name}`;
      for (const value of ASTRAY) {
        test(`${title} › ${JSON.stringify(value)} is refused or encoded`, () =>
          expectOwnPath(operation, { ...inputOf(operation), [parameter.name]: value }, parameter));
      }
      test(`${title} › is encoded even if no rule refuses anything`, async () => {
        using _ = await withoutRules(operation, parameter);
        await expectOwnPath(
          operation,
          { ...inputOf(operation), [parameter.name]: EVERY_RESERVED },
          parameter,
        );
      });
    }
  }
}

async function expectOwnPath(operation: Operation, input: Input, { name }: Parameter): Promise<void> {
  const { outcome, urls } = await callOffline(operation.operationId, input);
  if ("error" in outcome) {
    const { violations } = thrown(outcome, RequestValidationError);
    expect([...new Set(violations.map(({ field }) => field))]).toEqual([name]);
    expect(urls, "it was sent").toEqual([]);
    return;
  }
  const { path, query } = wireRequestOf(operation, input);
  const sent = urls.filter((url) => !isTokenRequest(url));
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
