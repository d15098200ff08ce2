import type { Answer, PrismAnswer } from "./answer.ts";
import type { Operation } from "./operation.ts";
import type { Preference } from "./prism-request.ts";

/** A request as it came over the wire. */
export interface ReceivedRequest {
  /** In upper case. */
  readonly method: string;
  /** Still percent-encoded. */
  readonly path: string;
  /** Without the question mark; empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Where the client reached the service, such as `http://mock:4010`, where the request says it. */
  readonly baseUrl?: string | undefined;
}

/** A request that passed every check, and what the definition answers to it. */
export interface Exchange {
  readonly operation: Operation;
  readonly request: ReceivedRequest;
  readonly json: unknown;
  /** What `Prefer` asks for. */
  readonly preference: Preference | undefined;
  /** The definition's example. */
  readonly answer: PrismAnswer;
}

/** A layer that answers, or changes what the next one answers. */
export type Respond = (exchange: Exchange) => Answer | Promise<Answer>;
