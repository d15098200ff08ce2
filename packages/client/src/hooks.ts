import type { Notices } from "./errors.ts";
import { requireFunctions } from "./require-functions.ts";
import { type Known, requireKnown } from "./require-known.ts";

/**
 * Where to log and to count. What hooks are called with holds no credential. A hook may be asynchronous: the call waits
 * for it. An exception in one fails the call.
 */
export interface Hooks {
  /** Before each attempt, the sign-in's own requests included. */
  onRequest?: (request: ObservedRequest) => unknown;
  /** After each answer, whatever its status. */
  onResponse?: (response: ObservedResponse) => unknown;
  /** Before the wait that a retry begins with. */
  onRetry?: (retry: Retry) => unknown;
  /** On what the client copes with and somebody should know, such as a token store that fails. */
  onWarning?: (warning: Warning) => unknown;
}

const hookNames: Known<Hooks> = { onRequest: 1, onResponse: 1, onRetry: 1, onWarning: 1 };

/** @throws {TypeError} when there is a hook that would never be called, or that cannot be called */
export function requireHooks(hooks: Hooks): void {
  requireKnown("hooks", hooks, hookNames);
  const given = Object.entries(hooks).filter(([, hook]) => hook !== undefined);
  requireFunctions("hooks", Object.fromEntries(given));
}

/** One attempt at a request. */
export interface ObservedRequest {
  method: string;
  url: string;
}

/** One attempt that was answered. */
export interface ObservedResponse extends ObservedRequest, Notices {
  status: number;
  durationMs: number;
  headers: Headers;
}

/** An attempt that failed, and what follows it. */
export interface Retry extends ObservedRequest {
  /** The number of the attempt that failed, from 1. */
  attempt: number;
  delayMs: number;
  /** The status that it failed with, when there was an answer. */
  status: number | undefined;
  /** What it failed with, when there was none. */
  error: unknown;
}

/** Something that does not keep a call from going on. */
export interface Warning {
  message: string;
  cause?: unknown;
}
