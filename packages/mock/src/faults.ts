import { apiError } from "./api-error.ts";
import type { ReceivedRequest } from "./exchange.ts";
import { type Outcome, outsideDefinition } from "./front.ts";
import type { NameRequest, RequestName } from "./request-name.ts";

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

/** What goes wrong with the requests of one operation. */
export interface Fault {
  /** An operationId, or `token` for the token endpoint. */
  readonly on: RequestName;
  /**
   * Which request of that operation, from 1.
   * @default every one
   */
  readonly request?: number;
  readonly kind: FaultKind;
}

export interface FaultOptions {
  readonly faults: readonly Fault[];
  readonly nameOf: NameRequest;
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
    if (name === undefined) return receive(request);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const fault = faults.find(({ on, request: which = count }) => on === name && which === count);
    if (fault === undefined) return receive(request);
    if (fault.kind === "accessTokenExpired") expireTokens();
    const effect = EFFECTS[fault.kind];
    const outcome = typeof effect === "function" ? effect(await receive(request)) : effect;
    return { ...outcome, fault: fault.kind };
  };
}

const refused = (...answer: Parameters<typeof apiError>) => outsideDefinition(apiError(...answer));

/** What is answered in place of taking effect, or what becomes of the answer to a request that did take effect. */
const EFFECTS: Record<FaultKind, Outcome | ((outcome: Outcome) => Outcome)> = {
  cutBefore: { ...refused(500, "CUT", "The connection is cut."), delivery: "cut" },
  silentBefore: { ...refused(500, "SILENT", "No answer comes."), delivery: "none" },
  rateLimited: refused(429, "RATE_LIMITED", "The rate limit is used up.", { "retry-after": "7" }),
  rateLimitedWithoutRetryAfter: refused(429, "RATE_LIMITED", "The rate limit is used up."),
  internalErrorBefore: refused(500, "UNEXPECTED_ERROR", "The service failed before it did anything."),
  badGateway: { ...refused(502, "BAD_GATEWAY", ""), headers: {}, text: "" },
  unavailableHtml: html(refused(503, "SERVICE_UNAVAILABLE", "")),
  accessTokenExpired: (outcome) => outcome,
  cutAfter: (outcome) => ({ ...outcome, delivery: "cut" }),
  cutInBody: (outcome) => ({ ...outcome, delivery: "half" }),
  silentAfter: (outcome) => ({ ...outcome, delivery: "none" }),
  internalErrorAfter: () =>
    refused(500, "UNEXPECTED_ERROR", "The service failed after it did what was asked."),
  emptyBody: (outcome) => ({ ...outcome, text: "" }),
  truncatedJson: (outcome) => ({ ...outcome, text: outcome.text.slice(0, outcome.text.length / 2) }),
  wrongMediaType: html,
};

export const FAULT_KINDS: readonly string[] = Object.keys(EFFECTS);

function html(outcome: Outcome): Outcome {
  const text = "<!doctype html><title>Atlas</title><h1>Down for maintenance</h1>";
  return { ...outcome, headers: { ...outcome.headers, "content-type": "text/html" }, text };
}
