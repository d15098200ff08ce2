import {
  isAtlasApiError,
  listBackupExportJobs,
  listExportBuckets,
  listSnapshots,
} from "@atlas-snapshot-export/client";
import { type Connection, type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { describeError } from "../describe-error.ts";
import type { LoginCheck } from "../documents.ts";
import { type ExitCode, exitCodes } from "../exit-code.ts";
import { CommandFailure, usageFailure } from "../failure.ts";
import { loginLines } from "../views/login.ts";

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
      "try the credential with: atlas-snapshot-export login --check",
    );
  }
  return withConnection(context, flags, (connection) => checkLogin(connection, cluster));
};

async function checkLogin(connection: Connection, cluster: string | undefined): Promise<ExitCode> {
  const { credential, groupId, output } = connection;
  const { kind, id, from } = credential;
  const checks = await tryEach(connection, cluster);
  const baseUrl = connection.baseUrl ?? null;
  const document = {
    type: "login",
    credential: { kind, id, from },
    baseUrl,
    project: groupId,
    checks,
  } as const;
  output.result(document, () => loginLines(document));
  const refused = checks.filter(({ allowed }) => allowed === false);
  if (refused.length === 0) return exitCodes.done;
  throw new CommandFailure({
    exitCode: exitCodes.permission,
    what: `this credential may not ${refused.map(({ what }) => what).join(", nor ")}`,
    why: String(refused[0]?.note),
    todo: "grant it Project Backup Manager to read, or Project Atlas Admin for everything",
  });
}

async function tryEach(connection: Connection, cluster: string | undefined): Promise<LoginCheck[]> {
  const {
    atlas,
    groupId,
    world: { signal },
  } = connection;
  const page = { groupId, itemsPerPage: 1 };
  const inCluster = { groupId, clusterName: String(cluster) };
  const skipped = cluster ? undefined : "not tried without --cluster";
  return [
    await tryOne("read export buckets", undefined, () => listExportBuckets(atlas, page, { signal })),
    await tryOne("read snapshots", skipped, () => listSnapshots(atlas, inCluster, { signal }).next()),
    await tryOne("read export jobs", skipped, () =>
      listBackupExportJobs(atlas, { ...inCluster, itemsPerPage: 1 }, { signal }),
    ),
    { what: "create export jobs", allowed: null, note: "not tried: to try it is to do it" },
  ];
}

/** Whether the call is allowed; whatever else can go wrong with it is no answer to that question. */
async function tryOne(
  what: string,
  skipped: string | undefined,
  call: () => Promise<unknown>,
): Promise<LoginCheck> {
  if (skipped) return { what, allowed: null, note: skipped };
  try {
    await call();
    return { what, allowed: true, note: null };
  } catch (error) {
    if (isAtlasApiError(error) && error.status === 403) {
      return { what, allowed: false, note: describeError(error, what).why };
    }
    throw error;
  }
}
