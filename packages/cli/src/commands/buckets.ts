import { listExportBuckets, paginate } from "@atlas-snapshot-export/client";
import { collect } from "../collect.ts";
import { type ConnectionFlags, withConnection } from "../connect.ts";
import type { Command } from "../context.ts";
import { exitCodes } from "../exit-code.ts";
import { bucketTable } from "../views/buckets.ts";

/** Lists the export buckets of the project. */
export const listBuckets: Command<ConnectionFlags> = (context, flags) =>
  withConnection(context, flags, async ({ atlas, groupId, world: { signal }, output }) => {
    const page = { groupId, itemsPerPage: 500 };
    const buckets = await collect(paginate(atlas, listExportBuckets, page, { signal }));
    output.result({ type: "buckets", buckets }, (terminal) => bucketTable(buckets, terminal));
    return exitCodes.done;
  });
