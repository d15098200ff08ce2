import { type ExportBucket, listExportBuckets, paginate } from "@atlas-snapshot-export/client";
import { collect } from "./collect.ts";
import type { Connection } from "./connect.ts";
import { exitCodes } from "./exit-code.ts";
import { CommandFailure, usageFailure } from "./failure.ts";
import { isId } from "./is-id.ts";

/**
 * The id of the export bucket that a user names by its id or its own name.
 *
 * @throws {CommandFailure} when no bucket of the project has that name, or more than one
 */
export async function chooseBucket(
  { atlas, groupId, world: { signal } }: Connection,
  idOrName: string,
): Promise<string> {
  if (isId(idOrName)) return idOrName;
  const page = { groupId, itemsPerPage: 500 };
  const buckets = await collect(paginate(atlas, listExportBuckets, page, { signal }));
  const [bucket, ...more] = buckets.filter(({ bucketName }) => bucketName === idOrName);
  if (!bucket) throw unknownBucket(idOrName, buckets);
  if (more.length > 0) throw ambiguous(idOrName, [bucket, ...more]);
  return bucket._id;
}

function unknownBucket(name: string, buckets: readonly ExportBucket[]): CommandFailure {
  const names = buckets.map(({ bucketName }) => bucketName).join(", ");
  return new CommandFailure({
    exitCode: exitCodes.notFound,
    what: `there is no export bucket ${name}`,
    why: names ? `the project has ${names}` : "the project has none",
    todo: "choose one that `atlas-snapshot-export buckets` lists, or add it to the project",
  });
}

function ambiguous(name: string, buckets: readonly ExportBucket[]): CommandFailure {
  const ids = buckets.map(({ _id, cloudProvider }) => `${_id} (${cloudProvider})`).join(" and ");
  return usageFailure(
    `more than one export bucket is called ${name}`,
    ids,
    "give --bucket the id of the one that is meant",
  );
}
