import { expect } from "vitest";
import { isTokenRequest } from "./client-call.ts";
import type { Contract } from "./contract.ts";
import type { Arrival } from "./targets/target.ts";
import type { WireRequest } from "./wire-request.ts";

/** Begins to listen: the function it returns tells what has arrived since, requests for a token apart. */
export function listen({ definition, target: { arrivals } }: Contract): () => readonly Arrival[] {
  const heard = arrivals.length;
  return () => arrivals.slice(heard).filter(({ path }) => !isTokenRequest(definition, path));
}

/**
 * Holds what arrived against what the definition wants. It can be more than one request, as a refused token is
 * renewed and tried again, but they are all alike.
 */
export function expectOnWire(arrived: readonly Arrival[], wanted: WireRequest): void {
  expect(arrived, "nothing arrived").not.toHaveLength(0);
  for (const request of arrived) {
    expect(asWireRequest(request, wanted), "the request on the wire").toEqual({
      ...wanted,
      query: parsed(wanted.query),
    });
    const what = `what the request and its answer of ${request.status} break`;
    expect(request.violations, what).toEqual({ input: [], output: [] });
  }
}

/** The query is compared by its names and values, in order: there is more than one way to encode them. */
function asWireRequest({ method, path, query, headers, body }: Arrival, wanted: WireRequest): object {
  const compared = Object.keys(wanted.headers).map((name) => [name, headers[name]]);
  return {
    method,
    path,
    query: parsed(query),
    headers: Object.fromEntries(compared),
    body: body === "" ? undefined : JSON.parse(body),
  };
}

function parsed(query: string): string[][] {
  return [...new URLSearchParams(query)];
}
