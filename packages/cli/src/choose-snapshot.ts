import { findLatestSnapshot } from "@atlas-snapshot-export/client";
import type { Connection } from "./connect.ts";
import { exitCodes } from "./exit-code.ts";
import { CommandFailure } from "./failure.ts";

/**
 * The id of the snapshot that a user names by its id or as `latest`.
 *
 * @throws {CommandFailure} when there is no latest one
 */
export async function chooseSnapshot(
  { atlas, groupId, world: { signal } }: Connection,
  clusterName: string,
  idOrLatest: string,
): Promise<string> {
  if (idOrLatest !== "latest") return idOrLatest;
  const snapshot = await findLatestSnapshot(atlas, { groupId, clusterName }, { signal });
  if (snapshot?.id) return snapshot.id;
  throw new CommandFailure({
    exitCode: exitCodes.notFound,
    what: `cluster ${clusterName} has no snapshot that can be exported`,
    why: "none is completed and no fallback",
    todo: "wait for the next one, or take one on demand; `atlas-snapshot-export snapshots` lists them",
  });
}
