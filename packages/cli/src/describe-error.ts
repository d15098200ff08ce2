import {
  type AtlasApiError,
  type ExportCreationError,
  isAtlasApiError,
  isAtlasError,
  isAuthenticationError,
  isExportCreationError,
  isNetworkError,
  isRequestValidationError,
  isResponseValidationError,
  type NetworkError,
  type Violation,
} from "@atlas-snapshot-export/client";
import { connectionAdvice } from "./connection-advice.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { Interruption } from "./interruption.ts";
import { repeatAdvice } from "./resume-command.ts";

/** What is known of an error besides what was attempted. */
type Reason = Omit<Failure, "what">;

/**
 * Any error as three lines.
 *
 * @param what was attempted, as the end of «error: »
 */
export function describeError(error: unknown, what: string): Failure {
  if (error instanceof CommandFailure) return error.failure;
  return { what, ...reasonOf(error) };
}

function reasonOf(error: unknown): Reason {
  if (error instanceof Interruption) return interrupted;
  if (isRequestValidationError(error)) return invalid(error.violations);
  if (isExportCreationError(error)) return creationReason(error);
  if (isAuthenticationError(error)) return signInReason(error);
  if (isAtlasApiError(error)) return apiReason(error);
  if (isNetworkError(error)) return unreachable(error);
  if (isResponseValidationError(error)) {
    const { field, rule, given } = error.violations[0] ?? { field: "body", rule: "is unreadable", given: "" };
    return unexpected(`the service's response is not as it should be: ${field} ${rule} (received: ${given})`);
  }
  return unexpected(error instanceof Error ? `${error.name}: ${error.message}` : error);
}

const interrupted: Reason = {
  exitCode: exitCodes.interrupted,
  why: "the command was interrupted",
  todo: "run it again",
};

/** The flag or the argument that gives a field of a request. */
const placeOf: Record<string, string> = {
  groupId: "the project's id (--project or MONGODB_ATLAS_PROJECT_ID)",
  clusterName: "the cluster's name (--cluster)",
  exportId: "the job's id",
  snapshotId: "the snapshot's id (--snapshot)",
  "body.snapshotId": "the snapshot's id (--snapshot)",
  exportBucketId: "the bucket's id (--bucket)",
  "body.exportBucketId": "the bucket's id (--bucket)",
};

/** Rules of the definition that are easier to read in words. */
const inWords: Record<string, string> = {
  "must match ^([a-f0-9]{24})$": "must be 24 hexadecimal digits",
  "must match ^[a-zA-Z0-9][a-zA-Z0-9-]*$": "must be letters, digits and hyphens",
};

function invalid(violations: readonly Violation[]): Reason {
  const why = violations.map(
    ({ field, rule, given }) => `${placeOf[field] ?? field} ${inWords[rule] ?? rule} (given: ${given})`,
  );
  return { exitCode: exitCodes.usage, why: why.join("; "), todo: "correct it; nothing was sent" };
}

function signInReason(error: Error): Reason {
  const { cause } = error;
  if (isNetworkError(cause)) return unreachable(cause);
  if (isAtlasApiError(cause) && exitCodeOf(cause) === exitCodes.unavailable) {
    const reason = apiReason(cause);
    return cause.status === 429 ? { ...reason, why: error.message, todo: tokenLimitAdvice } : reason;
  }
  return {
    exitCode: exitCodes.permission,
    why: error.message,
    todo: isRefusedHash(cause) ? accountAdvice : `check the credential: ${checkAdvice}`,
    ...(isAtlasApiError(cause) ? { details: detailsOf(cause) } : {}),
  };
}

/** Whether OpenSSL refuses a hash, as it does with MD5 in FIPS mode. */
function isRefusedHash(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && /^ERR_OSSL_/.test(String(cause.code));
}

const accountAdvice =
  "set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET: a service account signs in without that hash";
const tokenLimitAdvice =
  "wait a minute: each command gets a token of its own, and the service issues about 10 a minute for each credential";

function creationReason({ outcome, message, token, job, cause }: ExportCreationError): Reason {
  const key = token ? { idempotencyKey: token } : {};
  switch (outcome) {
    case "conflict":
      return {
        exitCode: exitCodes.conflict,
        why: message,
        todo: "try again in a minute",
        details: { ...key, ...(job?.id ? { exportId: job.id } : {}) },
      };
    case "not-created":
      return { ...causeOfNoJob(cause), why: message, details: key };
    case "unknown":
      return { ...causeOfNoJob(cause), why: message, todo: repeatAdvice(token), details: key };
  }
}

/** What is not an error of the client comes from this program. */
function causeOfNoJob(cause: unknown): Pick<Reason, "exitCode" | "todo"> {
  if (cause instanceof Interruption) return interrupted;
  if (!isAtlasError(cause)) return { exitCode: exitCodes.unexpected, todo: reportIt };
  const exitCode = isAtlasApiError(cause) ? exitCodeOf(cause) : exitCodes.unavailable;
  return { exitCode, todo: "try again later" };
}

function apiReason(error: AtlasApiError): Reason {
  const { status, errorCode, detail, reason } = error;
  const code = [status, errorCode ?? reason].filter(Boolean).join(" ");
  return {
    exitCode: exitCodeOf(error),
    why: `the service answered ${code}${detail ? `: ${detail}` : ""}`,
    todo: adviceByCode[errorCode ?? ""] ?? adviceByStatus(error),
    details: detailsOf(error),
  };
}

function detailsOf({ status, errorCode }: AtlasApiError): NonNullable<Failure["details"]> {
  return { status, ...(errorCode ? { errorCode } : {}) };
}

function exitCodeOf({ status, errorCode }: AtlasApiError): ExitCode {
  if (errorCode === "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES") return exitCodes.unavailable;
  if (status === 400) return exitCodes.usage;
  if (status === 401 || status === 403) return exitCodes.permission;
  if (status === 404) return exitCodes.notFound;
  if (status === 409) return exitCodes.conflict;
  if (status === 408 || status === 429 || status >= 500) return exitCodes.unavailable;
  return exitCodes.unexpected;
}

const accessListAdvice = "add this machine's address to the access list of the credential";
const roleAdvice =
  "grant the role: Project Backup Export Operator to create exports, Project Backup Manager to read, Project Atlas Admin for both";
const checkAdvice = "`atlas-snapshot-export login --check` says which credential is used";

const adviceByCode: Record<string, string> = {
  IP_ADDRESS_NOT_ON_ACCESS_LIST: accessListAdvice,
  API_KEY_ACCESS_LIST_ACCESS_DENIED: accessListAdvice,
  USER_UNAUTHORIZED: roleAdvice,
  CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: "name a dedicated cluster, M10 or larger: no other can export",
  WRITES_NOT_ALLOWED_DURING_APP_UPGRADES: "try again later: the service is being upgraded",
  GROUP_NOT_FOUND:
    "check the project's id (--project or MONGODB_ATLAS_PROJECT_ID) and whether the credential belongs to it",
  CLUSTER_NOT_FOUND: "check the cluster's name (--cluster) and its project",
  SNAPSHOT_NOT_FOUND: "choose one that `atlas-snapshot-export snapshots` lists",
  EXPORT_BUCKET_NOT_FOUND: "choose one that `atlas-snapshot-export buckets` lists",
  EXPORT_JOB_NOT_FOUND: "choose one that `atlas-snapshot-export list` lists",
};

function adviceByStatus({ status, hint }: AtlasApiError): string {
  switch (status) {
    case 400:
      return "check the values that were given; --debug shows the request";
    case 401:
      return `${hint}; ${checkAdvice}`;
    case 403:
      return roleAdvice;
    case 404:
      return "check the ids, the cluster and the project: list, snapshots and buckets show what there is";
    case 409:
      return "wait for what is in the way to end";
    case 410:
      return "update this program: the service no longer has this version of the operation";
    case 429:
      return "wait a minute: the calls of the project are used up";
    default:
      return status === 408 || status >= 500 ? "try again later" : reportIt;
  }
}

function unreachable({ message, code }: NetworkError): Reason {
  return { exitCode: exitCodes.unavailable, why: message, todo: connectionAdvice(code) };
}

const reportIt = "run it again with --debug, and report what it shows";

function unexpected(why: unknown): Reason {
  return { exitCode: exitCodes.unexpected, why: String(why), todo: reportIt };
}
