import type { Answer } from "../answer.ts";
import { apiError } from "../api-error.ts";
import type { ReceivedRequest } from "../exchange.ts";
import { essenceOf } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import { type BearerTokens, TOKEN_LIFETIME_S } from "./bearer-tokens.ts";
import { isSameSecret } from "./same-secret.ts";

const FORM = "application/x-www-form-urlencoded";

export interface TokenEndpoint {
  /** Where tokens are issued and revoked. */
  readonly paths: readonly string[];
  /** Whether tokens are issued at a path. */
  readonly issuesAt: (path: string) => boolean;
  /** What answers a request to one of the paths, and `undefined` to any other. */
  readonly answer: (request: ReceivedRequest) => Answer | undefined;
}

/**
 * Issues tokens at the definition's token URL (RFC 6749, section 4.4) and revokes them beside it, at `revoke`
 * (RFC 7009).
 */
export function createTokenEndpoint(options: {
  operations: readonly Operation[];
  clientId: string;
  clientSecret: string;
  tokens: BearerTokens;
}): TokenEndpoint {
  const { operations, clientId, clientSecret, tokens } = options;
  const endpoints = new Map<string, (form: URLSearchParams) => Answer>();
  const tokenUrls = tokenUrlsOf(operations);
  for (const tokenUrl of tokenUrls) {
    endpoints.set(tokenUrl.pathname, (form) => issueToken(form, tokens));
    endpoints.set(new URL("revoke", tokenUrl).pathname, (form) => revokeToken(form, tokens));
  }
  const basic = `${clientId}:${clientSecret}`;

  const answer: TokenEndpoint["answer"] = (request) => {
    const endpoint = endpoints.get(request.path);
    if (endpoint === undefined) return undefined;
    if (request.method !== "POST") {
      return apiError(405, "METHOD_NOT_ALLOWED", `${request.path} takes POST only.`, { allow: "POST" });
    }
    if (!isSameSecret(basicCredentials(request.headers["authorization"]), basic)) {
      return oauthError(401, "invalid_client", "The client id or the client secret is wrong.", {
        "www-authenticate": 'Basic realm="token endpoint"',
      });
    }
    if (essenceOf(request.headers["content-type"] ?? "") !== FORM) {
      return oauthError(400, "invalid_request", `The body has to be ${FORM}.`);
    }
    return endpoint(new URLSearchParams(request.body));
  };
  const issuesAt = (path: string): boolean => tokenUrls.some(({ pathname }) => pathname === path);
  return { paths: [...endpoints.keys()], issuesAt, answer };
}

function issueToken(form: URLSearchParams, tokens: BearerTokens): Answer {
  const grantType = form.get("grant_type");
  if (grantType === null) return oauthError(400, "invalid_request", "The body has no grant_type.");
  if (grantType !== "client_credentials") {
    return oauthError(400, "unsupported_grant_type", "The grant_type has to be client_credentials.");
  }
  return oauthAnswer(200, {
    access_token: tokens.issue(),
    expires_in: TOKEN_LIFETIME_S,
    token_type: "Bearer",
  });
}

/** A token that is not known is no error: it is as good as revoked (RFC 7009, section 2.2). */
function revokeToken(form: URLSearchParams, tokens: BearerTokens): Answer {
  const token = form.get("token");
  if (token === null) return oauthError(400, "invalid_request", "The body has no token.");
  tokens.revoke(token);
  return { status: 200, headers: {}, body: undefined };
}

/** The token URL is relative to the server's, and only its path matters here. */
function tokenUrlsOf(operations: readonly Operation[]): URL[] {
  return operations
    .flatMap((operation) => operation.security.flat())
    .flatMap((scheme) => (scheme.kind === "bearer" && scheme.tokenUrl !== undefined ? [scheme.tokenUrl] : []))
    .map((tokenUrl) => new URL(tokenUrl, "http://mock"));
}

/** The id and the secret are taken raw, as the live service does: form-encoding them first is refused. */
function basicCredentials(authorization = ""): string {
  const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization)?.[1] ?? "";
  return Buffer.from(encoded, "base64").toString("utf8");
}

function oauthAnswer(status: number, body: object, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...headers },
    body,
  };
}

/** An error of RFC 6749, section 5.2: here `error` is a word, not the status. */
function oauthError(
  status: number,
  error: string,
  description: string,
  headers: Record<string, string> = {},
): Answer {
  return oauthAnswer(status, { error, error_description: description }, headers);
}
