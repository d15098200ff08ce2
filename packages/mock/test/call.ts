import type { Observable } from "../src/index.ts";

export const VERSIONED = "application/vnd.atlas.2023-01-01+json";
export const GROUP_ID = "65f0c2a84d1b3e7a9c5d2f10";
export const JOBS: string = `/api/atlas/v2/groups/${GROUP_ID}/clusters/orders-prod/backup/exports`;
export const ORDER = { snapshotId: "6ae802d65b8a4f2e917d3a64", exportBucketId: "66b1f0a97c3d5e2148fa0b92" };

export interface Call {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON in the operation's media type. */
  json?: unknown;
  /** Sent as it is. */
  body?: string;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // The tests read bodies of every shape.
  // biome-ignore lint/suspicious/noExplicitAny: a test fails where a property is not there
  body: any;
}

/** One request without credentials. */
export async function call(
  mock: Observable,
  path: string,
  { method, headers, json, body }: Call = {},
): Promise<Reply> {
  const sent = json === undefined ? body : JSON.stringify(json);
  const response = await fetch(mock.url + path, {
    method: method ?? (sent === undefined ? "GET" : "POST"),
    headers: { accept: VERSIONED, ...(json !== undefined && { "content-type": VERSIONED }), ...headers },
    ...(sent !== undefined && { body: sent }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === "" ? undefined : JSON.parse(text),
  };
}

export function basic({ clientId, clientSecret }: Observable["credentials"]): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;
}

export function postForm(
  mock: Observable,
  path: string,
  body: string,
  authorization?: string,
): Promise<Reply> {
  return call(mock, path, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      authorization: authorization ?? basic(mock.credentials),
    },
  });
}

export async function fetchToken(mock: Observable): Promise<string> {
  const { body } = await postForm(mock, "/api/oauth/token", "grant_type=client_credentials");
  return body.access_token;
}

/** Signs in as the service account and calls with its token. */
export async function signIn(mock: Observable): Promise<(path: string, call?: Call) => Promise<Reply>> {
  const authorization = `Bearer ${await fetchToken(mock)}`;
  return (path, request = {}) =>
    call(mock, path, { ...request, headers: { authorization, ...request.headers } });
}
