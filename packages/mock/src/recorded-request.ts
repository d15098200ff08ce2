import type { ReceivedRequest } from "./exchange.ts";
import type { FaultKind } from "./faults.ts";
import type { Outcome } from "./front.ts";
import type { Violations } from "./violation.ts";

/** A request that a mock received, and what became of it. Secrets are left out of it. */
export interface RecordedRequest {
  /** In upper case. */
  readonly method: string;
  /** As on the wire, still percent-encoded. */
  readonly path: string;
  /** As on the wire, without the question mark; empty when there was none. A token in it is blanked out. */
  readonly query: string;
  /** Names in lower case. `authorization` holds the scheme alone, such as `Digest`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The raw text; the secrets of a form are blanked out. */
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
    const record = withoutSecrets(request);
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

/** The headers that a secret can be in: of some the scheme says enough, such as `Bearer`. */
const SECRET_HEADERS = ["authorization", "proxy-authorization", "cookie"];

/** The fields of a form that are secrets (RFC 6749, RFC 7009 and RFC 7521). */
const SECRET_FIELDS = [
  ...["token", "access_token", "refresh_token", "client_secret", "client_assertion", "assertion"],
  ...["password", "code"],
];

function withoutSecrets({ baseUrl: _, ...request }: ReceivedRequest): ReceivedRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      SECRET_HEADERS.includes(name) ? schemeOf(value) : value,
    ]),
  );
  const { query, body } = request;
  return { ...request, headers, query: withoutFields(query), body: withoutFields(body) };
}

function schemeOf(value: string): string {
  return /^([\w-]+)\s/.exec(value)?.[1] ?? "unknown";
}

/** A form with its secrets blanked out, and any other text as it is. */
function withoutFields(text: string): string {
  const fields = SECRET_FIELDS.join("|");
  return text.replaceAll(new RegExp(`(?<=(?:^|&)(?:${fields})=)[^&]+`, "g"), "…");
}
