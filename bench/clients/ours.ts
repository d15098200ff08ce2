import { createAtlasClient, createBackupExportJob, serviceAccount } from "@atlas-snapshot-export/client";
import type { Connect } from "./target.ts";

/** Complete, as a user gets it by default: signs in, retries, times out, and checks what it sends and gets. */
export const connect: Connect = ({ baseUrl, groupId, clusterName, clientId, clientSecret }) => {
  const atlas = createAtlasClient({ auth: serviceAccount({ clientId, clientSecret }), baseUrl });
  return (body) => createBackupExportJob(atlas, { groupId, clusterName, body: { ...body } });
};
