import type { AuthProvider } from "@atlas-snapshot-export/client";
import type { RecordedRequest } from "@atlas-snapshot-export/mock";
import type { Answer } from "@atlas-snapshot-export/mock/prism";
import type { Operation, SignInKind } from "../definition.ts";

/** What the client is run against. */
export interface Target {
  /** What it is in one sentence, for tables and the report. */
  readonly title: string;
  /** The base URL for the client. */
  readonly url: string;
  /** Signs in what is meant to be let in. One for all calls: a service limits how many tokens it gives out. */
  readonly auth: AuthProvider;
  /** The ways to sign in that the target has. */
  readonly signIn: Readonly<Partial<Record<SignInKind, AuthProvider>>>;
  /** How often a call may be tried before its answer counts. */
  readonly maxAttempts: number;
  /** Whether a stock Prism is on the way, which complains of what a request or an answer breaks. */
  readonly complains: boolean;
  /** What arrived there, in order. */
  readonly arrivals: readonly Arrival[];
  /** Why a case cannot be had here; `undefined` for one that can. */
  obstacle(wish: Wish): string | undefined;
  /** What exists there, by the name of the parameter or of the body's property; examples stand in for the rest. */
  readonly known: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A request as it arrived, with what it and its answer break in the definition. */
export type Arrival = Pick<
  RecordedRequest,
  "method" | "path" | "query" | "headers" | "body" | "status" | "violations"
> & {
  /** Without its envelope; where the target can tell. */
  readonly answer?: Answer;
};

/** A case as a target sees it. */
export interface Wish {
  readonly operation: Operation;
  /** None for a case that sends nothing. */
  readonly needs: readonly Need[];
}

/** What a case asks of a target. */
export type Need =
  /** An answer, whatever it is. */
  | "answer"
  /** The example of the definition that `Prefer` names (RFC 7240). */
  | "chosenExample"
  /** Leave to change something once. */
  | "creation"
  /** A memory: what was created can be read. */
  | "state"
  /** One of the ways to sign in. */
  | SignInKind
  /** A look at whether a token is one of its own. */
  | "tokenCheck"
  /** A look at the version date in a media type. */
  | "versionCheck"
  /** To take an empty segment of a path for a parameter that is missing, and for no other path. */
  | "emptySegment";

/** Whether a request of this method changes nothing, by the definition of HTTP (RFC 9110, section 9.2.1). */
export function isSafe({ method }: Operation): boolean {
  return ["GET", "HEAD", "OPTIONS"].includes(method);
}
