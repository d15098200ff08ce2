import type { CallOptions } from "../call.ts";
import { accepts } from "../check.ts";
import type { AtlasClient } from "../create-client.ts";
import { getReplicaSetBackup } from "../definition.gen.ts";
import { notingOperation } from "../last-operation.ts";
import { missingProperties, missingTexts } from "../missing-properties.ts";
import { exportableBy, isUnexportable } from "./exportable.ts";
import { type AnySnapshot, type ClusterReference, listSnapshots } from "./list-snapshots.ts";

/**
 * The newest snapshot of a cluster, a replica set or a sharded one, that can be exported: completed, and no fallback.
 *
 * @returns undefined when there is none
 * @throws {ResponseValidationError} when a snapshot that may be the newest lacks its id, status, type or time
 * @throws whatever else `listSnapshots` throws
 *
 * @example
 * const snapshot = await findLatestSnapshot(atlas, { groupId, clusterName });
 * if (snapshot?.id) await exportSnapshot(atlas, { groupId, clusterName, snapshotId: snapshot.id, exportBucketId });
 */
export async function findLatestSnapshot(
  atlas: AtlasClient,
  cluster: ClusterReference,
  options?: CallOptions,
): Promise<AnySnapshot | undefined> {
  const { client, operationId } = notingOperation(atlas, "listReplicaSetBackups");
  let latest: AnySnapshot | undefined;
  let candidates = 0;
  for await (const snapshot of listSnapshots(client, cluster, options)) {
    if (isUnexportable(snapshot)) continue;
    candidates += 1;
    if (latest === undefined || takenAt(snapshot) > takenAt(latest)) latest = snapshot;
  }
  const names = latest ? missingOf(latest, candidates) : [];
  if (names.length === 0) return latest;
  const purpose = "which snapshot is the newest that can be exported";
  throw missingProperties(operationId(), { place: "body.results[]", names, purpose, data: latest });
}

/** What the newest lacks. The only one is the newest, whenever it was taken. */
function missingOf(latest: AnySnapshot, candidates: number): string[] {
  return [
    ...(accepts(getReplicaSetBackup, "snapshotId", latest.id) ? [] : ["id"]),
    ...missingTexts(latest, exportableBy),
    ...(candidates > 1 && takenAt(latest) === Number.POSITIVE_INFINITY ? ["createdAt"] : []),
  ];
}

/** In epoch milliseconds; a snapshot without a time may be newer than all others. */
function takenAt({ createdAt }: AnySnapshot): number {
  const time = Date.parse(String(createdAt));
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time;
}
