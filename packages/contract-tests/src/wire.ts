import type { Violation } from "@atlas-snapshot-export/mock";
import { expect } from "vitest";
import { isTokenRequest, type Outcome } from "./client-call.ts";
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
 *
 * @param outcome what the call ended with: it tells why nothing arrived
 */
export function expectOnWire(arrived: readonly Arrival[], wanted: WireRequest, outcome: Outcome): void {
  const end = "error" in outcome ? String(outcome.error) : "a result";
  expect(arrived, `nothing arrived, and the call ended with ${end}`).not.toHaveLength(0);
  for (const request of arrived) {
    const { headers, query, ...rest } = wanted;
    const compared = { ...rest, ...headers, query: parsed(query) };
    const actual = asSent(request, wanted);
    for (const [name, value] of Object.entries(compared)) {
      expect(actual[name], `${name} on the wire`).toEqual(value);
    }
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

/** The parts that are compared. The query is, by its names and values, in order: there is more than one way to encode it. */
function asSent(
  { method, path, query, headers, body }: Arrival,
  wanted: WireRequest,
): Record<string, unknown> {
  return {
    ...Object.fromEntries(Object.keys(wanted.headers).map((name) => [name, headers[name]])),
    method,
    path,
    query: parsed(query),
    body: body === "" ? undefined : JSON.parse(body),
  };
}

function parsed(query: string): string[][] {
  return [...new URLSearchParams(query)];
}
