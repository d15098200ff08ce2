import type { ReceivedRequest } from "../exchange.ts";
import type { Operation, SecurityScheme } from "../operation.ts";
import type { BearerTokens } from "./bearer-tokens.ts";
import type { Digest } from "./digest.ts";
import type { Verdict } from "./verdict.ts";

/** `undefined` when the request may pass, else the challenge for `WWW-Authenticate`. */
export type CheckCredentials = (operation: Operation, request: ReceivedRequest) => string | undefined;

/**
 * Checks requests against the security that their operations declare.
 *
 * @throws Error when nobody could ever call an operation, because the mock does not know its schemes.
 */
export function createCredentialsCheck(options: {
  operations: readonly Operation[];
  tokens: BearerTokens;
  digest: Digest;
}): CheckCredentials {
  const { operations, tokens, digest } = options;
  for (const operation of operations) requireSupported(operation);

  const judge = (scheme: SecurityScheme, request: ReceivedRequest): Verdict => {
    const { authorization = "" } = request.headers;
    const [, kind = "", rest = ""] = /^(\S+)\s+(.*)$/s.exec(authorization) ?? [];
    if (kind.toLowerCase() !== scheme.kind) return "refused";
    if (scheme.kind === "bearer") return tokens.isLive(rest.trim()) ? "accepted" : "refused";
    const { method, path, query } = request;
    return digest.verify(rest, { method, uri: query === "" ? path : `${path}?${query}` });
  };

  return ({ security }, request) => {
    if (security.length === 0) return undefined;
    const verdicts = security.map((schemes) => schemes.map((scheme) => judge(scheme, request)));
    if (verdicts.some((ofSchemes) => ofSchemes.every((verdict) => verdict === "accepted"))) return undefined;
    const takesDigest = security.flat().some((scheme) => scheme.kind === "digest");
    return takesDigest ? digest.challenge(verdicts.flat().includes("stale")) : "Bearer";
  };
}

function requireSupported({ operationId, security }: Operation): void {
  const isSupported = (scheme: SecurityScheme): boolean => scheme.kind !== "unsupported";
  if (security.length === 0 || security.some((schemes) => schemes.every(isSupported))) return;
  const names = security.flat().flatMap((scheme) => (scheme.kind === "unsupported" ? [scheme.name] : []));
  throw new Error(
    `The mock cannot check ${names.join(", ")} of ${operationId}. It knows OAuth client credentials, bearer and digest.`,
  );
}
