import { type ExitCode, exitCodes } from "./exit-code.ts";

/** How a command ends that did not do what it was asked: each text is one line. */
export interface Failure {
  exitCode: ExitCode;
  /** What did not work. */
  what: string;
  /** Why not. */
  why: string;
  /** What to do about it. */
  todo: string;
  /** What a program wants to know besides. */
  details?: FailureDetails;
}

export interface FailureDetails {
  /** The HTTP status, where the service answered. */
  status?: number;
  /** The service's code. */
  errorCode?: string;
  /** The job that is there all the same. */
  exportId?: string;
  /** What makes the same export repeatable without a second job. */
  idempotencyKey?: string;
}

/** A failure on its way to where it is told. */
export class CommandFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(failure.what, { cause });
    this.failure = failure;
  }
}

/** Something is wrong with how the command was called. */
export function usageFailure(what: string, why: string, todo: string): CommandFailure {
  return new CommandFailure({ exitCode: exitCodes.usage, what, why, todo });
}
