import type { RecordedRequest } from "@atlas-snapshot-export/mock";
import { expect } from "vitest";
import { isTokenRequest } from "./client-call.ts";
import type { Target } from "./target.ts";
import type { WireRequest } from "./wire-request.ts";

/** Begins to listen: the function it returns tells what has arrived since, requests for a token apart. */
export function listen({ url, requests }: Target): () => readonly RecordedRequest[] | undefined {
  const heard = requests?.length;
  return () => requests?.slice(heard).filter(({ path }) => !isTokenRequest(`${url}${path}`));
}

/**
 * Holds what arrived against what the definition wants. It can be more than one request, as a refused token is
 * renewed and tried again, but they are all alike.
 */
export function expectOnWire(arrived: readonly RecordedRequest[] | undefined, wanted: WireRequest): void {
  if (arrived === undefined) return;
  expect(arrived, "nothing arrived").not.toHaveLength(0);
  for (const request of arrived) {
    expect(asWireRequest(request, wanted), "the request on the wire").toEqual({
      ...wanted,
      query: parsed(wanted.query),
    });
    expect(request.violations, "what request and answer break").toEqual({ input: [], output: [] });
  }
}

/** The query is compared by its names and values, in order: there is more than one way to encode them. */
function asWireRequest({ method, path, query, headers, body }: RecordedRequest, wanted: WireRequest): object {
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
