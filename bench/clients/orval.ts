import { createBackupExportJob } from "../generated/orval/dist/atlas.js";
import { setBaseUrl } from "../generated/orval/dist/base-url.js";
import { type Connect, headersOf } from "./target.ts";

export const connect: Connect = (target) => {
  const { baseUrl, groupId, clusterName } = target;
  const headers = headersOf(target);
  setBaseUrl(baseUrl);
  return async (body) => {
    const { data } = await createBackupExportJob(groupId, clusterName, body, {}, { headers });
    return data;
  };
};
