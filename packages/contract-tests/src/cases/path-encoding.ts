import * as client from "@atlas-snapshot-export/client";
import { expect, vi } from "vitest";
import { callOffline, isTokenRequest, offlineOptions, thrown } from "../client-call.ts";
import { readClientInternals } from "../client-internals.ts";
import type { Contract } from "../contract.ts";
import { contractCase } from "../contract-case.ts";
import type { Definition, Operation, Parameter } from "../definition.ts";
import { type Input, inputOf } from "../input.ts";
import { callByPath } from "../path-call.ts";
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
      const expectOwnPathFor = (value: string, from?: typeof client): Promise<void> =>
        expectOwnPath(definition, operation, { ...inputOf(operation), [name]: value }, parameter, from);
      for (const value of ASTRAY) {
        const title = `path.${name} › ${JSON.stringify(value)} is refused or encoded`;
        contractCase(contract, { operation, title }, () => expectOwnPathFor(value));
      }
      const title = `path.${name} › is encoded even if no rule refuses anything`;
      contractCase(contract, { operation, title }, async () => {
        using lenient = await withoutRules(operation, parameter);
        await expectOwnPathFor(EVERY_RESERVED, lenient.client);
        await expectOwnPathByPath(
          definition,
          operation,
          { ...inputOf(operation), [name]: EVERY_RESERVED },
          lenient,
        );
      });
    }
  }
}

async function expectOwnPath(
  definition: Definition,
  operation: Operation,
  input: Input,
  { name }: Parameter,
  from: typeof client = client,
): Promise<void> {
  const { outcome, urls } = await callOffline(definition, operation.operationId, input, { from });
  if ("error" in outcome) {
    const { violations } = thrown(outcome, from.RequestValidationError);
    expect([...new Set(violations.map(({ field }) => field))]).toEqual([name]);
    expect(urls, "it was sent").toEqual([]);
    return;
  }
  expectSentTo(definition, operation, input, urls);
}

/** On openapi-fetch's own surface. */
async function expectOwnPathByPath(
  definition: Definition,
  operation: Operation,
  input: Input,
  { client }: Lenient,
): Promise<void> {
  const { options, requests } = offlineOptions(definition);
  await callByPath(client.withPaths(client.createAtlasClient(options)), operation, input);
  const urls = requests.map(({ url }) => url);
  expectSentTo(definition, operation, input, urls);
}

function expectSentTo(
  definition: Definition,
  operation: Operation,
  input: Input,
  urls: readonly URL[],
): void {
  const { path, query } = wireRequestOf(operation, input);
  const sent = urls.filter(({ pathname }) => !isTokenRequest(definition, pathname));
  expect(sent.map(({ pathname, searchParams, hash }) => `${pathname}?${searchParams}${hash}`)).toEqual([
    `${path}?${query}`,
  ]);
}

/** A client that lets every value of a parameter pass its check, until it is disposed of. */
interface Lenient extends Disposable {
  client: typeof client;
}

async function withoutRules({ operationId }: Operation, { name }: Parameter): Promise<Lenient> {
  const { operations, client } = await readClientInternals();
  const parameter = operations.find((operation) => operation.operationId === operationId)?.parameters[name];
  if (parameter === undefined) throw new Error(`The client's ${operationId} has no parameter ${name}.`);
  const spy = vi.spyOn(parameter, "check").mockReturnValue();
  return { client, [Symbol.dispose]: () => spy.mockRestore() };
}
