import {
  isAtlasApiError,
  isAuthenticationError,
  listBackupExportJobs,
  listExportBuckets,
  listSnapshots,
} from "@atlas-snapshot-export/client";
import { type Connection, type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { describeError } from "../describe-error.ts";
import type { LoginCheck } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { CommandFailure, type Failure, usageFailure } from "../failure.ts";
import { programCall } from "../program-call.ts";
import { checkLine, loginLines } from "../views/login.ts";

export interface LoginOptions extends ConnectionFlags {
  check?: boolean | undefined;
  cluster?: string | undefined;
}

/** Says which credential is used for which project, and tries what it may do without changing anything. */
export const login: Command<LoginOptions> = async (context, { check, cluster, ...flags }) => {
  if (!check) {
    throw usageFailure(
      "there is nothing to log in to",
      "every command signs in by itself with the credential in the environment, and nothing is kept",
      `try the credential with: ${programCall(context.world.env)} login --check`,
    );
  }
  return withConnection(context, flags, (connection) => checkLogin(connection, cluster));
};

async function checkLogin(connection: Connection, cluster: string | undefined): Promise<ExitCode> {
  const { credential, groupId, baseUrl = null, output } = connection;
  const { kind, id, from } = credential;
  const subject = { credential: { kind, id, from }, baseUrl, project: groupId };
  output.part(loginLines(subject));
  const attempts: Attempt[] = [];
  for (const permission of permissionsOf(connection, cluster)) {
    const attempt = await attemptOf(permission, attempts);
    attempts.push(attempt);
    output.part([checkLine(attempt.check)]);
  }
  const checks = attempts.map(({ check }) => check);
  output.result({ type: "login", ...subject, checks }, () => []);
  const failed = attempts.find(({ failure }) => failure);
  if (!failed?.failure) return exitCodes.done;
  throw new CommandFailure({ ...failed.failure, what: whatFailed(checks, failed.error) }, failed.error);
}

interface Permission {
  /** What it is to do, such as `read export jobs`. */
  what: string;
  /** Why it is not tried. */
  skipped?: string;
  attempt?: () => Promise<unknown>;
}

function permissionsOf({ atlas, groupId, world }: Connection, cluster: string | undefined): Permission[] {
  const { signal } = world;
  const page = { groupId, itemsPerPage: 1 };
  const inCluster = { ...page, clusterName: String(cluster) };
  const skipped = cluster ? {} : { skipped: "not tried without --cluster" };
  return [
    { what: "read export buckets", attempt: () => listExportBuckets(atlas, page, { signal }) },
    {
      what: "read snapshots",
      attempt: () => listSnapshots(atlas, { groupId, clusterName: inCluster.clusterName }, { signal }).next(),
      ...skipped,
    },
    {
      what: "read export jobs",
      attempt: () => listBackupExportJobs(atlas, inCluster, { signal }),
      ...skipped,
    },
    { what: "create export jobs", skipped: "not tried: to try it is to do it" },
  ];
}

interface Attempt {
  check: LoginCheck;
  failure?: Failure;
  error?: unknown;
}

/** Tries one permission, unless an earlier attempt has shown that none can be tried. */
async function attemptOf(
  { what, skipped, attempt }: Permission,
  before: readonly Attempt[],
): Promise<Attempt> {
  const blocked = before.find(({ error, failure }) => failure && isForAll(error, failure));
  if (blocked) return { ...blocked, check: { ...blocked.check, what } };
  if (skipped || !attempt) return { check: { what, allowed: null, note: skipped ?? null } };
  try {
    await attempt();
    return { check: { what, allowed: true, note: null } };
  } catch (error) {
    const failure = describeFailure(error, what);
    if (failure.exitCode === exitCodes.interrupted) throw error;
    const allowed = failure.exitCode === exitCodes.permission ? false : null;
    return { check: { what, allowed, note: failure.why }, failure, error };
  }
}

/** The advice for a 401 elsewhere is to run this command. */
function describeFailure(error: unknown, what: string): Failure {
  const failure = describeError(error, what);
  const refusal = isAuthenticationError(error) ? error.cause : error;
  const isRefused = isAtlasApiError(refusal) && refusal.status === 401;
  return isRefused && refusal.hint ? { ...failure, todo: refusal.hint } : failure;
}

/** Whether the sign-in failed, or the service cannot be reached. */
function isForAll(error: unknown, { exitCode }: Failure): boolean {
  return isAuthenticationError(error) || exitCode === exitCodes.unavailable;
}

function whatFailed(checks: readonly LoginCheck[], error: unknown): string {
  if (isAuthenticationError(error)) return "the sign-in failed";
  const refused = checks.filter(({ allowed }) => allowed === false).map(({ what }) => what);
  return refused.length > 0
    ? `this credential may not ${refused.join(", nor ")}`
    : "the credential could not be checked";
}
