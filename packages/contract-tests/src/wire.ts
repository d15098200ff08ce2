import type { Violation } from "@atlas-snapshot-export/mock";
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
  }
  expectUnbroken(arrived);
}

/** Requests and answers as they were judged where they passed; or only the answers, to requests that are broken. */
export function expectUnbroken(
  arrived: readonly Arrival[],
  sides: readonly (keyof Arrival["violations"])[] = ["input", "output"],
): void {
  const breaches = arrived.flatMap(({ status, violations }) =>
    sides.flatMap((side) => {
      const which = side === "input" ? "the request" : `the answer of ${status}`;
      return violations[side].map((violation) => `${which}: ${describe(violation)}`);
    }),
  );
  expect(breaches, breaches.join("; ")).toEqual([]);
}

function describe({ place, message, rule }: Violation): string {
  return `${[place, message].filter(Boolean).join(" ")} (${rule})`;
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
