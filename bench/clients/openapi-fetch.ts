import createClient from "openapi-fetch";
import type { paths } from "../generated/openapi-typescript/openapi.ts";
import { type Connect, headersOf } from "./target.ts";

export const connect: Connect = (target) => {
  const { baseUrl, groupId, clusterName } = target;
  const client = createClient<paths>({ baseUrl, headers: headersOf(target) });
  return async (body) => {
    const { data } = await client.POST(
      "/api/atlas/v2/groups/{groupId}/clusters/{clusterName}/backup/exports",
      {
        params: { path: { groupId, clusterName } },
        body,
      },
    );
    return data;
  };
};
