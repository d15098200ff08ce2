import { STATUS_CODES } from "node:http";
import type { Observable } from "@atlas-snapshot-export/mock";
import { expect } from "vitest";
import { definition, type Operation, tokenPaths } from "./definition.ts";
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
  const { body } = await exchange(mock, tokenRequest(mock));
  return `Bearer ${Object(body).access_token}`;
}

/** The request for a token (RFC 6749, section 4.4.2). */
export function tokenRequest({
  credentials: { clientId, clientSecret },
}: Pick<Observable, "credentials">): RawRequest {
  const [path = ""] = tokenPaths(definition.document);
  const headers = {
    authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
    "content-type": "application/x-www-form-urlencoded",
  };
  return { method: "POST", path, headers, body: "grant_type=client_credentials" };
}

/** Holds the status against the expected one; with another one the answer itself says most. */
export function expectStatus({ status, text }: RawAnswer, expected: number, which = "the status"): void {
  expect(status, `${which} of ${text.slice(0, 500)}`).toBe(expected);
}

/** Every error is complete, whether the definition declares it or not. A 401 has less of it than the others. */
export function expectError(answer: RawAnswer, expected: number, errorCode?: string): void {
  const { headers, body } = answer;
  expectStatus(answer, expected);
  if (expected === 401) {
    expect(body, "the body of the error").toEqual({
      error: 401,
      errorCode: "UNEXPECTED_ERROR",
      reason: "Unauthorized",
      detail: "You are not authorized for this resource.",
    });
    expect(headers.get("x-error-code"), "the header X-Error-Code").toBeNull();
    return;
  }
  expect(body, "the body of the error").toMatchObject({
    error: expected,
    errorCode: errorCode ?? expect.any(String),
    reason: STATUS_CODES[expected],
    detail: expect.any(String),
    parameters: expect.any(Array),
  });
  expect(headers.get("x-error-code"), "the header X-Error-Code").toBe(Object(body).errorCode);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
