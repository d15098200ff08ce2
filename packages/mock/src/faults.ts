import { apiError } from "./api-error.ts";
import type { ReceivedRequest } from "./exchange.ts";
import { type Outcome, outsideDefinition } from "./front.ts";

/**
 * What can go wrong with one request. Up to `accessTokenExpired` the request takes no effect; after the others it
 * does, and only the answer suffers.
 */
export type FaultKind =
  /** The connection is cut before the request is handled. */
  | "cutBefore"
  /** No answer comes, and nothing is done. */
  | "silentBefore"
  /** 429 that says when to come back. */
  | "rateLimited"
  /** 429 that does not. */
  | "rateLimitedWithoutRetryAfter"
  /** 500 in the ordinary error shape, before anything was done. */
  | "internalErrorBefore"
  /** 502 without a body. */
  | "badGateway"
  /** 503 as an HTML page. */
  | "unavailableHtml"
  /** All tokens issued so far have just ended. */
  | "accessTokenExpired"
  /** The request is carried out, then the connection is cut. */
  | "cutAfter"
  /** The request is carried out; half of the answer arrives. */
  | "cutInBody"
  /** The request is carried out; no answer comes. */
  | "silentAfter"
  /** The request is carried out; the answer is a 500. */
  | "internalErrorAfter"
  /** The answer's status with no body. */
  | "emptyBody"
  /** The answer's status with half of its JSON. */
  | "truncatedJson"
  /** The answer's status with an HTML page. */
  | "wrongMediaType";

/** One fault at one request. */
export interface Fault {
  /** An operationId, or `token` for the token endpoint. */
  readonly on: string;
  /** Which request of that operation, from 1. */
  readonly request: number;
  readonly kind: FaultKind;
}

export interface FaultOptions {
  readonly faults: readonly Fault[];
  /** The operation that a request is for, or `token`. */
  readonly nameOf: (request: ReceivedRequest) => Promise<string>;
  /** Ends every token that was issued so far. */
  readonly expireTokens: () => void;
}

type Receive = (request: ReceivedRequest) => Promise<Outcome>;

/** Lets things go wrong where the scenario says so, on either side of what really happens. */
export function withFaults(receive: Receive, { faults, nameOf, expireTokens }: FaultOptions): Receive {
  if (faults.length === 0) return receive;
  const counts = new Map<string, number>();
  return async (request) => {
    const name = await nameOf(request);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const fault = faults.find(({ on, request: which }) => on === name && which === count);
    if (fault === undefined) return receive(request);
    if (fault.kind === "accessTokenExpired") expireTokens();
    const outcome = insteadOf[fault.kind] ?? spoil(fault.kind, await receive(request));
    return { ...outcome, fault: fault.kind };
  };
}

const refused = (...answer: Parameters<typeof apiError>) => outsideDefinition(apiError(...answer));

/** What is answered by the faults that keep a request from taking effect. */
const insteadOf: Partial<Record<FaultKind, Outcome>> = {
  cutBefore: { ...refused(500, "CUT", "The connection is cut."), delivery: "cut" },
  silentBefore: { ...refused(500, "SILENT", "No answer comes."), delivery: "none" },
  rateLimited: refused(429, "RATE_LIMITED", "The rate limit is used up.", { "retry-after": "7" }),
  rateLimitedWithoutRetryAfter: refused(429, "RATE_LIMITED", "The rate limit is used up."),
  internalErrorBefore: refused(500, "UNEXPECTED_ERROR", "The service failed before it did anything."),
  badGateway: { ...refused(502, "BAD_GATEWAY", ""), headers: {}, text: "" },
  unavailableHtml: html(refused(503, "SERVICE_UNAVAILABLE", "")),
};

/** The answer to a request that did take effect, as the fault lets it arrive. */
function spoil(kind: FaultKind, outcome: Outcome): Outcome {
  switch (kind) {
    case "cutAfter":
      return { ...outcome, delivery: "cut" };
    case "cutInBody":
      return { ...outcome, delivery: "half" };
    case "silentAfter":
      return { ...outcome, delivery: "none" };
    case "internalErrorAfter":
      return refused(500, "UNEXPECTED_ERROR", "The service failed after it did what was asked.");
    case "emptyBody":
      return { ...outcome, text: "" };
    case "truncatedJson":
      return { ...outcome, text: outcome.text.slice(0, outcome.text.length / 2) };
    case "wrongMediaType":
      return html(outcome);
    default:
      return outcome;
  }
}

function html(outcome: Outcome): Outcome {
  const text = "<!doctype html><title>Atlas</title><h1>Down for maintenance</h1>";
  return { ...outcome, headers: { ...outcome.headers, "content-type": "text/html" }, text };
}
