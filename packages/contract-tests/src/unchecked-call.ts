import type { AuthContext } from "@atlas-snapshot-export/client";
import { fetchTwice } from "./fetch-twice.ts";
import { complaintsIn } from "./prism-complaints.ts";
import type { Target } from "./targets/target.ts";
import { sentHeaders, type WireRequest } from "./wire-request.ts";

/** Sends what the client would refuse, signed in as the client does. */
export async function sendUnchecked(
  target: Target,
  { method, path, query, headers: wanted, body }: WireRequest,
): Promise<{ status: number; complaints: readonly string[] }> {
  const { auth, url: baseUrl } = target;
  const url = `${baseUrl}${path}${query && `?${query}`}`;
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  for (let attempt = 1; ; attempt += 1) {
    const authorization = await auth.authorize({ method, url, signal: undefined }, contextOf(baseUrl));
    const headers = new Headers({ ...sentHeaders(wanted), ...(authorization && { authorization }) });
    const response = await fetchTwice(url, { method, headers, ...sent });
    await response.arrayBuffer();
    const challenge = { response, authorization, attempt };
    const isToBeSigned = response.status === 401 && attempt < 3;
    if (isToBeSigned && (await auth.onUnauthorized?.(challenge, contextOf(baseUrl)))) continue;
    return { status: response.status, complaints: complaintsIn(response, url, headers) };
  }
}

function contextOf(baseUrl: string): AuthContext {
  return {
    baseUrl,
    send: ({ url, method, headers, body }) => fetch(url, { method, headers, body: body ?? null }),
    clock: { now: Date.now, monotonicMs: () => 0, schedule: () => () => {} },
    warn: () => {},
  };
}
