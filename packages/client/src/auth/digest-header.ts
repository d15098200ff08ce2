/** A Digest challenge of a `WWW-Authenticate` header (RFC 7616, section 3.3). */
export interface DigestChallenge {
  realm: string;
  nonce: string;
  opaque: string | undefined;
  algorithm: DigestAlgorithm;
  /** Whether only the nonce was wrong, because it was too old. */
  isStale: boolean;
}

export type DigestAlgorithm = "MD5" | "SHA-256";

/** The hash of a text in lower-case hexadecimal. */
export type Hash = (algorithm: DigestAlgorithm, text: string) => string;

/** One request, as its digest sees it. */
export interface DigestRequest {
  username: string;
  password: string;
  method: string;
  /** The request target: path and query. */
  uri: string;
  /** How often this nonce has been used, from 1. */
  nonceCount: number;
  cnonce: string;
}

/**
 * The strongest Digest challenge of a `WWW-Authenticate` header that this client can answer: qop `auth` with
 * SHA-256 or MD5. Undefined when there is none.
 */
export function parseDigestChallenge(header: string | null): DigestChallenge | undefined {
  const challenges = splitChallenges(header ?? "")
    .filter(({ scheme }) => scheme.toLowerCase() === "digest")
    .flatMap(({ parameters }) => toDigestChallenge(parameters));
  return challenges.find(({ algorithm }) => algorithm === "SHA-256") ?? challenges[0];
}

/** The value of the `Authorization` header (RFC 7616, section 3.4). */
export function digestHeader(challenge: DigestChallenge, request: DigestRequest, hash: Hash): string {
  const { realm, nonce, opaque, algorithm } = challenge;
  const { username, uri, nonceCount, cnonce } = request;
  const nc = nonceCount.toString(16).padStart(8, "0");
  const parameters = [
    `username="${escapeQuoted(username)}"`,
    `realm="${escapeQuoted(realm)}"`,
    `nonce="${escapeQuoted(nonce)}"`,
    `uri="${uri}"`,
    `algorithm=${algorithm}`,
    `response="${digestResponse(challenge, request, nc, hash)}"`,
    "qop=auth",
    `nc=${nc}`,
    `cnonce="${cnonce}"`,
    ...(opaque === undefined ? [] : [`opaque="${escapeQuoted(opaque)}"`]),
  ];
  return `Digest ${parameters.join(", ")}`;
}

function digestResponse(
  { realm, nonce, algorithm }: DigestChallenge,
  { username, password, method, uri, cnonce }: DigestRequest,
  nc: string,
  hash: Hash,
): string {
  const a1 = hash(algorithm, `${username}:${realm}:${password}`);
  const a2 = hash(algorithm, `${method}:${uri}`);
  return hash(algorithm, `${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}`);
}

type Parameters = Map<string, string>;

function toDigestChallenge(parameters: Parameters): DigestChallenge[] {
  const algorithm = (parameters.get("algorithm") ?? "MD5").toUpperCase();
  const realm = parameters.get("realm");
  const nonce = parameters.get("nonce");
  const qop = (parameters.get("qop") ?? "").split(",").map((value) => value.trim().toLowerCase());
  if (realm === undefined || nonce === undefined || !qop.includes("auth")) return [];
  if (algorithm !== "MD5" && algorithm !== "SHA-256") return [];
  const isStale = parameters.get("stale")?.toLowerCase() === "true";
  return [{ realm, nonce, opaque: parameters.get("opaque"), algorithm, isStale }];
}

/**
 * The challenges of one header, which separates them and their parameters alike by commas (RFC 9110, section
 * 11.6.1): a token that no `=` follows begins a new challenge.
 */
function splitChallenges(header: string): { scheme: string; parameters: Parameters }[] {
  const challenges: { scheme: string; parameters: Parameters }[] = [];
  const token = /([!#$%&'*+.^_`|~\w-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+)))?/g;
  for (const [, name = "", quoted, bare] of header.matchAll(token)) {
    const value = quoted?.replaceAll(/\\(.)/g, "$1") ?? bare;
    if (value === undefined) challenges.push({ scheme: name, parameters: new Map() });
    else challenges.at(-1)?.parameters.set(name.toLowerCase(), value);
  }
  return challenges;
}

/** Text inside a quoted-string (RFC 9110, section 5.6.4). */
function escapeQuoted(text: string): string {
  return text.replaceAll(/["\\]/g, "\\$&");
}
