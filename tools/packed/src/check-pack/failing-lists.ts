// Reads lists from a service whose responses are not lists, and prints which operation each error names.
import {
  createAtlasClient,
  isResponseValidationError,
  listExportBuckets,
  listExportJobs,
  listSnapshots,
  paginate,
} from "@atlas-snapshot-export/client";

const atlas = createAtlasClient({
  auth: { authorize: () => undefined },
  fetch: async () => Response.json({ results: [7] }),
});
const groupId = "65f0c2a84d1b3e7a9c5d2f10";
const cluster = { groupId, clusterName: "orders-prod" };
const lists: AsyncIterator<unknown>[] = [
  paginate(atlas, listExportBuckets, { groupId }),
  listExportJobs(atlas, cluster),
  listSnapshots(atlas, cluster),
];

for (const list of lists) {
  const outcome = await list.next().catch((error: unknown) => error);
  console.log(isResponseValidationError(outcome) ? outcome.operationId : outcome);
}
