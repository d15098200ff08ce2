/** Waits for a job of the server at the first argument, as long as the second says, and prints how that ended. */
import { createAtlasClient, waitForExportJob } from "../index.ts";
import { clusterName, exportId, groupId } from "./jobs.ts";

const [, , baseUrl = "", timeoutMs] = process.argv;
const atlas = createAtlasClient({ auth: { authorize: () => "Own credential" }, baseUrl });
const wait = { timeoutMs: Number(timeoutMs), intervalMs: 100 };
console.log(
  await waitForExportJob(atlas, { groupId, clusterName, exportId }, wait).then(
    ({ outcome }) => outcome,
    (error: Error) => error.name,
  ),
);
