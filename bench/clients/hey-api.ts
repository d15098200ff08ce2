import { createClient } from "../generated/hey-api/dist/client/index.js";
import { createBackupExportJob } from "../generated/hey-api/dist/index.js";
import { type Connect, headersOf } from "./target.ts";

export const connect: Connect = (target) => {
  const { baseUrl, groupId, clusterName } = target;
  const client = createClient({ baseUrl, headers: headersOf(target) });
  return async (body) => {
    const { data } = await createBackupExportJob({ client, path: { groupId, clusterName }, body });
    return data;
  };
};
