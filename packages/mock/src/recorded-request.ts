import type { ReceivedRequest } from "./exchange.ts";
import type { FaultKind } from "./faults.ts";
import type { Outcome } from "./front.ts";
import type { Violations } from "./violation.ts";

/** A request that a mock received, and what became of it. */
export interface RecordedRequest {
  /** In upper case. */
  readonly method: string;
  /** As on the wire, still percent-encoded. */
  readonly path: string;
  /** As on the wire, without the question mark; empty when there was none. */
  readonly query: string;
  /** Names in lower case. `authorization` holds the scheme alone, such as `Digest`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw text. */
  readonly body: string;
  /** `undefined` for what is no operation of the definition, such as a request for a token. */
  readonly operationId: string | undefined;
  /** `undefined` until it is answered. */
  readonly status: number | undefined;
  /** What the request (`input`) and the mock's answer to it (`output`) break in the definition. */
  readonly violations: Violations;
  /** What the scenario let go wrong with it. */
  readonly fault: FaultKind | undefined;
}

/** The requests of one mock in the order in which they came. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];

  /** Records a request that is not answered yet; the function it returns completes the record. */
  open(request: ReceivedRequest): (outcome: Outcome) => RecordedRequest {
    const index = this.requests.length;
    const headers = withoutSecret(request.headers);
    const record = { ...request, headers };
    this.requests.push({
      ...record,
      operationId: undefined,
      status: undefined,
      violations: { input: [], output: [] },
      fault: undefined,
    });
    return ({ operationId, status, violations, fault }) => {
      const complete = { ...record, operationId, status, violations, fault };
      this.requests[index] = complete;
      return complete;
    };
  }
}

function withoutSecret(headers: ReceivedRequest["headers"]): Record<string, string> {
  const { authorization, ...others } = headers;
  if (authorization === undefined) return others;
  const [, scheme = "unknown"] = /^(\S+)\s/.exec(authorization) ?? [];
  return { ...others, authorization: scheme };
}
