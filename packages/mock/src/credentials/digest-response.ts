import { createHash } from "node:crypto";

/** The hash algorithms of HTTP Digest that the mock can ask for. */
export type DigestAlgorithm = "MD5" | "SHA-256";

/** What Node calls them. */
const HASHES: Readonly<Record<DigestAlgorithm, string>> = { MD5: "md5", "SHA-256": "sha256" };

export const DIGEST_ALGORITHMS: readonly string[] = Object.keys(HASHES);

/** What a digest is computed from, in the words of RFC 7616, section 3.4. */
export interface DigestInput {
  readonly algorithm: DigestAlgorithm;
  readonly username: string;
  readonly password: string;
  readonly realm: string;
  readonly method: string;
  readonly uri: string;
  readonly nonce: string;
  readonly nc: string;
  readonly cnonce: string;
}

/** The `response` of RFC 7616, section 3.4.1, for `qop=auth`. */
export function digestResponse(input: DigestInput): string {
  const { algorithm, username, password, realm, method, uri, nonce, nc, cnonce } = input;
  const hash = (text: string): string => createHash(HASHES[algorithm]).update(text).digest("hex");
  const secret = hash(`${username}:${realm}:${password}`);
  return hash(`${secret}:${nonce}:${nc}:${cnonce}:auth:${hash(`${method}:${uri}`)}`);
}
