import type { ApiError, BadRequestDetail, ExportJob } from "@atlas-snapshot-export/types";
import type { Answer } from "./fetch/answer.ts";

/** What all errors of this client have in common. Tell them apart by `name`, or by the guards below. */
export class AtlasError extends Error {
  override readonly name: string = "AtlasError";
  /** Marks the family across duplicate copies of this package, where `instanceof` cannot. */
  readonly isAtlasError: true = true;
}

/** One field of a request that breaks the definition. */
export interface Violation {
  /** Where it is, such as `groupId` or `body.customData[0].key`. */
  field: string;
  /** The rule it breaks, as the end of a sentence that begins with the field. */
  rule: string;
  /** The form of what was given, never the value. */
  given: string;
}

/** The input breaks the definition. Nothing was sent. */
export class RequestValidationError extends AtlasError {
  override readonly name = "RequestValidationError";
  declare readonly operationId: string;
  declare readonly violations: readonly Violation[];

  constructor(operationId: string, violations: readonly Violation[]) {
    super(`${operationId} was not sent, its input breaks the definition:\n${describe(violations, "given")}`);
    Object.assign(this, { operationId, violations });
  }
}

/**
 * The service answered with 2xx, and the body breaks the definition. Thrown with `validateResponses: "error"`, and
 * for a list that cannot be read as one.
 */
export class ResponseValidationError extends AtlasError {
  override readonly name = "ResponseValidationError";
  declare readonly operationId: string;
  declare readonly violations: readonly Violation[];
  /** The body as it came. What the call was to do is done. */
  declare readonly data: unknown;

  constructor(operationId: string, violations: readonly Violation[], data: unknown) {
    super(
      `${operationId} succeeded, but its response is not as it should be:\n${describe(violations, "received")}`,
    );
    Object.assign(this, { operationId, violations, data });
  }
}

/** As many as somebody reads in a log. */
const maxDescribed = 20;

function describe(violations: readonly Violation[], form: "given" | "received"): string {
  const described = violations.slice(0, maxDescribed);
  const lines = described.map(({ field, rule, given }) => `  ${field} ${rule} (${form}: ${given})`);
  const left = violations.length - described.length;
  if (left > 0) lines.push(`  and ${left} more`);
  return lines.join("\n");
}

/** What the headers of an answer tell besides it. */
export interface Notices {
  /** How long the service asks to be left alone, in milliseconds; undefined when it does not ask. */
  retryAfterMs: number | undefined;
  /** The project's rate limit, where the service states it: the bucket's capacity, and what is left in it. */
  rateLimit: { limit: number | undefined; remaining: number | undefined };
  /** Since when this version of the operation is deprecated (RFC 9745), as sent. */
  deprecation: string | undefined;
  /** When this version of the operation ends (RFC 8594), as sent. */
  sunset: string | undefined;
}

/** What an `AtlasApiError` is made from. */
export interface FailedCall {
  method: string;
  url: string;
  response: Answer;
  /** The parsed body, or its text, or nothing. */
  body: unknown;
  notices: Notices;
}

/** The service answered, and not with a 2xx status. */
export class AtlasApiError extends AtlasError implements Notices {
  override readonly name = "AtlasApiError";
  /** The HTTP status. */
  declare readonly status: number;
  /** The service's code, from the body or from `X-Error-Code`; undefined when neither has one. */
  declare readonly errorCode: string | undefined;
  /** What to do about it, where that is known. It is part of the message. */
  declare readonly hint: string | undefined;
  /** The cause in the service's words. */
  declare readonly detail: string | undefined;
  /** The reason phrase of the status, from the body. */
  declare readonly reason: string | undefined;
  /** What is wrong with which field of the request. */
  declare readonly badRequestDetail: BadRequestDetail | undefined;
  /** The values that `detail` was made from. */
  declare readonly parameters: ApiError["parameters"];
  declare readonly retryAfterMs: number | undefined;
  declare readonly rateLimit: Notices["rateLimit"];
  declare readonly deprecation: string | undefined;
  declare readonly sunset: string | undefined;
  declare readonly method: string;
  declare readonly url: string;
  declare readonly response: Answer;
  /** The body as it came: parsed if it was JSON, else its text. */
  declare readonly body: unknown;

  constructor({ method, url, response, body, notices }: FailedCall) {
    const fields = readBody(body);
    const { status } = response;
    const errorCode = fields.errorCode ?? response.headers.get("X-Error-Code") ?? undefined;
    const what = [status, errorCode ?? fields.reason ?? response.statusText].filter(Boolean).join(" ");
    const why = fields.detail ? `: ${fields.detail}` : "";
    const isStale =
      status === 401 && /\bstale *= *"?true/i.test(response.headers.get("WWW-Authenticate") ?? "");
    const hint = hints.get(errorCode) ?? (isStale ? staleHint : hints.get(status));
    super(`${method} ${url} failed with ${what}${why}${hint ? ` (${hint})` : ""}`);
    Object.assign(this, notices, fields, { status, errorCode, hint, method, url, response, body });
  }
}

const accessList = "add this machine's address to the access list of the credential";
const roles =
  "creating and reading exports need different roles: Project Backup Export Operator to create, Project Backup Manager to read; Project Atlas Admin may do both";

const staleHint =
  "the credential may be right: the service refuses new nonces as stale, because of a clock, a proxy, or several servers that do not share nonces; try again, or use a service account";

/** What to do about a failure, where we know: by the service's code first, else by the status. */
const hints: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ["IP_ADDRESS_NOT_ON_ACCESS_LIST", accessList],
  ["API_KEY_ACCESS_LIST_ACCESS_DENIED", accessList],
  ["USER_UNAUTHORIZED", `the credential is right, and lacks a role: ${roles}`],
  ["CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", "only dedicated clusters, M10 and larger, can export"],
  ["WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", "the service is being upgraded: try again later"],
  [401, "check the credential: it is unknown, wrong or expired"],
  [403, roles],
  [409, "the snapshot already has an active export"],
  [410, "the service no longer has this version of the operation: update this package"],
]);

/** Every field may be missing, null or of another type: the live service sends all of that. */
function readBody(body: unknown): Partial<ApiError> {
  const fields = Object(body) as Record<string, unknown>;
  const { badRequestDetail, parameters } = fields;
  const text = (name: string) => (typeof fields[name] === "string" && fields[name]) || undefined;
  return {
    errorCode: text("errorCode"),
    detail: text("detail"),
    reason: text("reason"),
    badRequestDetail: Object(badRequestDetail) === badRequestDetail ? badRequestDetail : undefined,
    parameters: Array.isArray(parameters) ? parameters : undefined,
  } as Partial<ApiError>;
}

/** Signing in failed: the credential is refused, or cannot be used here. */
export class AuthenticationError extends AtlasError {
  override readonly name = "AuthenticationError";
}

/** The code of a response beyond `maxResponseBytes`. */
export const responseTooLarge = "RESPONSE_TOO_LARGE";

/** No whole and readable answer came. */
export class NetworkError extends AtlasError {
  override readonly name = "NetworkError";
  declare readonly method: string;
  declare readonly url: string;
  /** False only when the request was certainly not sent, such as over a connection that could not be established. */
  declare readonly mayHaveArrived: boolean;
  /**
   * The runtime's code for the connection, such as `ECONNREFUSED` or `CERT_HAS_EXPIRED`; `PROXY_` and a status, such as
   * `PROXY_407`, where a proxy refused; `RESPONSE_TOO_LARGE` beyond the client's `maxResponseBytes`; undefined where
   * the runtime gives no code, as on Deno.
   */
  declare readonly code: string | undefined;

  constructor(what: string, { method, url, mayHaveArrived, code, cause }: NetworkFailure) {
    super(`${method} ${url}: ${what}`, { cause });
    Object.assign(this, { method, url, mayHaveArrived, code });
  }
}

/** What a `NetworkError` is made from. */
export interface NetworkFailure {
  method: string;
  url: string;
  mayHaveArrived: boolean;
  code?: string | undefined;
  cause?: unknown;
}

/** The error of a request that was not answered, or not so that the answer could be read. */
export function noAnswer(
  { method, url }: Pick<NetworkFailure, "method" | "url">,
  what: string,
  cause?: unknown,
  mayHaveArrived = true,
): NetworkError {
  return new NetworkError(what, { method, url, mayHaveArrived, cause });
}

/** The wait for a job was given up; the job goes on. */
export class ExportTimeoutError extends AtlasError {
  override readonly name = "ExportTimeoutError";
  declare readonly exportId: string;
  /** The job as it was last seen; undefined when no look at it succeeded. */
  declare readonly job: ExportJob | undefined;

  constructor({ exportId, timeoutMs, job, cause }: ExpiredWait) {
    const seen = job ? `it was last seen ${job.state ?? "without a state"}` : "it could not be read";
    const next = `the export goes on: wait again with exportId ${exportId}`;
    super(`export job ${exportId} did not end within ${timeoutMs} ms, ${seen}; ${next}`, { cause });
    Object.assign(this, { exportId, job });
  }
}

/** What an `ExportTimeoutError` is made from. */
export interface ExpiredWait {
  exportId: string;
  timeoutMs: number;
  job: ExportJob | undefined;
  cause?: unknown;
}

/** An export job exists, but following it failed. The job goes on. `cause` is the failure. */
export class ExportWaitError extends AtlasError {
  override readonly name = "ExportWaitError";
  /** Where the job can be read: pass it to `waitForExportJob` to go on. */
  declare readonly reference: FailedWait["reference"];
  /** What the job carries in its custom data; undefined for `token: false`. */
  declare readonly token: string | undefined;
  /** The job as `createExportJob` returned it. */
  declare readonly job: ExportJob;

  constructor({ reference, token, job, cause }: FailedWait) {
    const why = cause instanceof Error ? cause.message : typeof cause;
    super(`export job ${reference.exportId} goes on, but could not be followed to its end: ${why}`, {
      cause,
    });
    Object.assign(this, { reference, token, job });
  }
}

/** What an `ExportWaitError` is created from. */
export interface FailedWait {
  reference: { groupId: string; clusterName: string; exportId: string };
  token: string | undefined;
  job: ExportJob;
  cause: unknown;
}

/** An export was not created, or nobody knows. `cause` is the failure that began it. */
export class ExportCreationError extends AtlasError {
  override readonly name = "ExportCreationError";
  /**
   * What is known: there is certainly no job (`not-created`), another job of the snapshot is in the way
   * (`conflict`), or the list that would tell could not be read (`unknown`).
   */
  declare readonly outcome: "not-created" | "conflict" | "unknown";
  /** What the job carries in its custom data, if there is one. Call `createExportJob` with it to go on safely. */
  declare readonly token: string | undefined;
  /** The job in the way, when it is known. */
  declare readonly job: ExportJob | undefined;

  constructor(message: string, { outcome, token, job, cause }: FailedCreation) {
    super(message, { cause });
    Object.assign(this, { outcome, token, job });
  }
}

/** What an `ExportCreationError` is made from. */
export interface FailedCreation {
  outcome: ExportCreationError["outcome"];
  token: string | undefined;
  job?: ExportJob | undefined;
  cause: unknown;
}

/** Whether the failure can pass by itself: no connection, 408, 429, 5xx, in a call or in its sign-in. */
export function isTransient(error: unknown): boolean {
  if (isNetworkError(error)) return error.code !== responseTooLarge;
  if (isAtlasApiError(error)) return [408, 429].includes(error.status) || error.status >= 500;
  return isAuthenticationError(error) && isTransient(error.cause);
}

/** How long the service asks to be left alone, in milliseconds, in a call or in its sign-in. */
export function retryAfterOf(error: unknown): number | undefined {
  if (isAtlasApiError(error)) return error.retryAfterMs;
  return isAuthenticationError(error) ? retryAfterOf(error.cause) : undefined;
}

/** Whether an error is one of this client's, whichever copy of the package threw it. */
export function isAtlasError(error: unknown): error is AtlasError {
  return Object(error).isAtlasError === true;
}

/** Whether the input of a call breaks the definition, so that nothing was sent. */
export function isRequestValidationError(error: unknown): error is RequestValidationError {
  return hasName(error, "RequestValidationError");
}

/** Whether the service answered with 2xx, but with a body that breaks the definition. */
export function isResponseValidationError(error: unknown): error is ResponseValidationError {
  return hasName(error, "ResponseValidationError");
}

/**
 * Whether the service answered, and not with a 2xx status.
 *
 * @example
 * try {
 *   await exportSnapshot(atlas, { groupId, clusterName, snapshotId, exportBucketId });
 * } catch (error) {
 *   if (isAtlasApiError(error)) console.error(error.status, error.errorCode);
 *   else throw error;
 * }
 */
export function isAtlasApiError(error: unknown): error is AtlasApiError {
  return hasName(error, "AtlasApiError");
}

/** Whether signing in failed. */
export function isAuthenticationError(error: unknown): error is AuthenticationError {
  return hasName(error, "AuthenticationError");
}

/** Whether no whole and readable answer came; `mayHaveArrived` says if the request may have taken effect. */
export function isNetworkError(error: unknown): error is NetworkError {
  return hasName(error, "NetworkError");
}

/** Whether the wait for a job was given up; the job goes on. */
export function isExportTimeoutError(error: unknown): error is ExportTimeoutError {
  return hasName(error, "ExportTimeoutError");
}

/** Whether an export job exists that could not be followed to its end; `reference` says which. */
export function isExportWaitError(error: unknown): error is ExportWaitError {
  return hasName(error, "ExportWaitError");
}

/** Whether an export was not created, or nobody knows; `outcome` says which. */
export function isExportCreationError(error: unknown): error is ExportCreationError {
  return hasName(error, "ExportCreationError");
}

function hasName(error: unknown, name: string): boolean {
  return isAtlasError(error) && error.name === name;
}
