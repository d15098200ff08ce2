import type { Notices } from "./errors.ts";

/** Places to log and to count at. What they are handed holds no credential. An error thrown in one is not caught. */
export interface Hooks {
  /** Before each attempt, the sign-in's own requests included. */
  onRequest?: (request: ObservedRequest) => void;
  /** After each answer, whatever its status. */
  onResponse?: (response: ObservedResponse) => void;
  /** Before the wait that a retry begins with. */
  onRetry?: (retry: Retry) => void;
  /** On what the client copes with and somebody should know, such as a token store that fails. */
  onWarning?: (warning: Warning) => void;
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
