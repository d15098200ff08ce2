/** A program of its own: reads the job from the service at the given URL, and prints it or why it could not. */
import { createAtlasClient, getBackupExportJob } from "../index.ts";
import { clusterName, exportId, groupId } from "./jobs.ts";

const atlas = createAtlasClient({
  auth: { authorize: () => "Own credential" },
  baseUrl: String(process.argv[2]),
  retry: { maxAttempts: 1 },
});
const answer = await getBackupExportJob(atlas, { groupId, clusterName, exportId }).catch(String);
console.log(JSON.stringify(answer));
