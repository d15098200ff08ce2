import createClient from "openapi-fetch";
import type { paths } from "../generated/openapi-typescript/openapi.ts";
import { type Connect, headersOf } from "./target.ts";

/** openapi-fetch without the `Request` that undici takes apart again: a plain object stands in for it. */
export const connect: Connect = (target) => {
  const { baseUrl, groupId, clusterName } = target;
  const client = createClient<paths>({
    baseUrl,
    headers: headersOf(target),
    Request: LightRequest as unknown as typeof Request,
    fetch: (request) => fetch(request.url, (request as unknown as LightRequest).init),
  });
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

class LightRequest {
  readonly url: string;
  readonly init: RequestInit;

  constructor(url: string, { method, headers, body }: RequestInit) {
    this.url = url;
    this.init = { method, headers, body } as RequestInit;
  }
}
