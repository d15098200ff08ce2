import type { ApiError, ExportJob } from "@atlas-snapshot-export/types";

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
  readonly operationId: string;
  readonly violations: readonly Violation[];

  constructor(operationId: string, violations: readonly Violation[]) {
    super(`${operationId} was not sent, its input breaks the definition:\n${describe(violations, "given")}`);
    this.operationId = operationId;
    this.violations = violations;
  }
}

/**
 * The service answered with 2xx, and the body breaks the definition. Thrown with `validateResponses: "error"`, and
 * for a list that cannot be read as one.
 */
export class ResponseValidationError extends AtlasError {
  override readonly name = "ResponseValidationError";
  readonly operationId: string;
  readonly violations: readonly Violation[];
  /** The body as it came. What the call was to do is done. */
  readonly data: unknown;

  constructor(operationId: string, violations: readonly Violation[], data: unknown) {
    super(describeResponseViolations(operationId, violations));
    this.operationId = operationId;
    this.violations = violations;
    this.data = data;
  }
}

export function describeResponseViolations(operationId: string, violations: readonly Violation[]): string {
  return `${operationId} succeeded, but its answer breaks the definition:\n${describe(violations, "received")}`;
}

/** As many as somebody reads in a log. */
const maxDescribed = 20;

function describe(violations: readonly Violation[], form: "given" | "received"): string {
  const described = violations.slice(0, maxDescribed);
  const lines = described.map(({ field, rule, given }) => `  ${field} ${rule} (${form}: ${given})`);
  const left = violations.length - described.length;
  return [...lines, ...(left > 0 ? [`  and ${left} more`] : [])].join("\n");
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
  response: Response;
  /** The parsed body, or its text, or nothing. */
  body: unknown;
  notices: Notices;
}

/** The service answered, and not with a 2xx status. */
export class AtlasApiError extends AtlasError implements Notices {
  override readonly name = "AtlasApiError";
  /** The HTTP status. */
  readonly status: number;
  /** The service's code, from the body or from `X-Error-Code`; undefined when neither has one. */
  readonly errorCode: string | undefined;
  readonly detail: string | undefined;
  readonly reason: string | undefined;
  readonly badRequestDetail: ApiError["badRequestDetail"];
  readonly parameters: ApiError["parameters"];
  readonly retryAfterMs: number | undefined;
  readonly rateLimit: Notices["rateLimit"];
  readonly deprecation: string | undefined;
  readonly sunset: string | undefined;
  readonly method: string;
  readonly url: string;
  readonly response: Response;
  /** The body as it came: parsed if it was JSON, else its text. */
  readonly body: unknown;

  constructor({ method, url, response, body, notices }: FailedCall) {
    const { errorCode, detail, reason, badRequestDetail, parameters } = readBody(body);
    const code = errorCode ?? response.headers.get("X-Error-Code") ?? undefined;
    const what = [response.status, code ?? reason ?? response.statusText].filter(Boolean).join(" ");
    const why = detail ? `: ${detail}` : "";
    const hint = hints.get(code) ?? hints.get(response.status);
    super(`${method} ${url} failed with ${what}${why}${hint ? ` (${hint})` : ""}`);
    this.status = response.status;
    this.errorCode = code;
    this.detail = detail;
    this.reason = reason;
    this.badRequestDetail = badRequestDetail;
    this.parameters = parameters;
    this.retryAfterMs = notices.retryAfterMs;
    this.rateLimit = notices.rateLimit;
    this.deprecation = notices.deprecation;
    this.sunset = notices.sunset;
    this.method = method;
    this.url = url;
    this.response = response;
    this.body = body;
  }
}

/** What to do about a failure, where we know: by the service's code first, else by the status. */
const hints: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  ["IP_ADDRESS_NOT_ON_ACCESS_LIST", "add this machine's address to the access list of the credential"],
  ["CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", "only dedicated clusters, M10 and larger, can export"],
  ["WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", "the service is being upgraded: try again later"],
  [401, "check the credential: it is unknown, wrong or expired"],
  [
    403,
    "creating and reading exports need different roles: Project Backup Export Operator to create, Project Backup Manager to read; Project Atlas Admin may do both",
  ],
  [409, "the snapshot already has an active export"],
  [410, "the service no longer has this version of the operation: update this package"],
]);

/** Every field may be missing, null or of another type: the live service sends all of that. */
function readBody(body: unknown): Partial<ApiError> {
  const fields = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string) =>
    typeof fields[name] === "string" && fields[name] !== "" ? { [name]: fields[name] } : {};
  const { badRequestDetail, parameters } = fields;
  return {
    ...text("errorCode"),
    ...text("detail"),
    ...text("reason"),
    ...(typeof badRequestDetail === "object" && badRequestDetail !== null ? { badRequestDetail } : {}),
    ...(Array.isArray(parameters) ? { parameters } : {}),
  };
}

/** Signing in failed: the credential is refused, or cannot be used here. */
export class AuthenticationError extends AtlasError {
  override readonly name = "AuthenticationError";
}

/** No answer came: there is no status to tell. */
export class NetworkError extends AtlasError {
  override readonly name = "NetworkError";
  readonly method: string;
  readonly url: string;
  /** False only when the request certainly never left: the connection was not made. */
  readonly mayHaveArrived: boolean;

  constructor(what: string, { method, url, mayHaveArrived, cause }: NetworkFailure) {
    super(`${method} ${url}: ${what}`, { cause });
    this.method = method;
    this.url = url;
    this.mayHaveArrived = mayHaveArrived;
  }
}

/** What a `NetworkError` is made from. */
export interface NetworkFailure {
  method: string;
  url: string;
  mayHaveArrived: boolean;
  cause?: unknown;
}

/** The wait for a job was given up; the job goes on. */
export class ExportTimeoutError extends AtlasError {
  override readonly name = "ExportTimeoutError";
  readonly exportId: string;
  /** The job as it was last seen; undefined when no look at it succeeded. */
  readonly job: ExportJob | undefined;

  constructor({ exportId, timeoutMs, job, cause }: ExpiredWait) {
    const seen = job ? `it was last seen ${job.state}` : "it could not be read";
    const next = `the export goes on: wait again with exportId ${exportId}`;
    super(`export job ${exportId} did not end within ${timeoutMs} ms, ${seen}; ${next}`, { cause });
    this.exportId = exportId;
    this.job = job;
  }
}

/** What an `ExportTimeoutError` is made from. */
export interface ExpiredWait {
  exportId: string;
  timeoutMs: number;
  job: ExportJob | undefined;
  cause?: unknown;
}

/** An export was not created, or nobody knows. `cause` is the failure that began it. */
export class ExportCreationError extends AtlasError {
  override readonly name = "ExportCreationError";
  /**
   * What is known: there is certainly no job (`not-created`), another job of the snapshot is in the way
   * (`conflict`), or the list that would tell could not be read (`unknown`).
   */
  readonly outcome: "not-created" | "conflict" | "unknown";
  /** What the job carries in its custom data, if there is one. Call `createExportJob` with it to go on safely. */
  readonly token: string | undefined;
  /** The job in the way, when it is known. */
  readonly job: ExportJob | undefined;

  constructor(message: string, { outcome, token, job, cause }: FailedCreation) {
    super(message, { cause });
    this.outcome = outcome;
    this.token = token;
    this.job = job;
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
  if (isNetworkError(error)) return true;
  if (isAtlasApiError(error)) return [408, 429].includes(error.status) || error.status >= 500;
  return isAuthenticationError(error) && isTransient(error.cause);
}

/** Whether an error is one of this client's, whichever copy of the package threw it. */
export function isAtlasError(error: unknown): error is AtlasError {
  return typeof error === "object" && error !== null && "isAtlasError" in error;
}

export function isRequestValidationError(error: unknown): error is RequestValidationError {
  return hasName(error, "RequestValidationError");
}

export function isResponseValidationError(error: unknown): error is ResponseValidationError {
  return hasName(error, "ResponseValidationError");
}

/** Whether the service answered, and not with a 2xx status. */
export function isAtlasApiError(error: unknown): error is AtlasApiError {
  return hasName(error, "AtlasApiError");
}

export function isAuthenticationError(error: unknown): error is AuthenticationError {
  return hasName(error, "AuthenticationError");
}

export function isNetworkError(error: unknown): error is NetworkError {
  return hasName(error, "NetworkError");
}

export function isExportTimeoutError(error: unknown): error is ExportTimeoutError {
  return hasName(error, "ExportTimeoutError");
}

export function isExportCreationError(error: unknown): error is ExportCreationError {
  return hasName(error, "ExportCreationError");
}

function hasName(error: unknown, name: string): boolean {
  return isAtlasError(error) && error.name === name;
}
