import type { Observable } from "@atlas-snapshot-export/mock";
import type { Operation } from "./definition.ts";
import { definition, tokenPaths } from "./definition.ts";
import { inputOf } from "./input.ts";
import { sentHeaders, wireRequestOf } from "./wire-request.ts";

/** A request as it is written, whatever the definition says of it. */
export interface RawRequest {
  readonly method: string;
  readonly path: string;
  /** @default none */
  readonly query?: string;
  readonly headers: Readonly<Record<string, string>>;
  /** @default none */
  readonly body?: string | undefined;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The text parsed; `undefined` for what is no JSON. */
  readonly body: unknown;
}

/** The request of an operation with the definition's examples in it. */
export function soundRequest(operation: Operation): RawRequest {
  const { headers, body, ...rest } = wireRequestOf(operation, inputOf(operation));
  return { ...rest, headers: sentHeaders(headers), body: body === undefined ? body : JSON.stringify(body) };
}

/** Sends a request without the client, which would not send most of what is sent here. */
export async function exchange(
  { url }: Observable,
  { method, path, query = "", headers, body = "" }: RawRequest,
): Promise<RawAnswer> {
  const target = `${url}${path}${query && `?${query}`}`;
  const response = await fetch(target, { method, headers, ...(body === "" ? {} : { body }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

/** The same, signed in with a token of its own. */
export async function signedExchange(mock: Observable, request: RawRequest): Promise<RawAnswer> {
  const authorization = await bearer(mock);
  return exchange(mock, { ...request, headers: { authorization, ...request.headers } });
}

/** `Authorization` with a fresh token. */
export async function bearer(mock: Observable): Promise<string> {
  const { clientId, clientSecret } = mock.credentials;
  const [path = ""] = tokenPaths(definition.document);
  const { body } = await exchange(mock, {
    method: "POST",
    path,
    headers: {
      authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: "grant_type=client_credentials",
  });
  return `Bearer ${Object(body).access_token}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
