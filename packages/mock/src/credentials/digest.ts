import { parseDigestParameters } from "./digest-header.ts";
import type { DigestNonces } from "./digest-nonces.ts";
import { type DigestAlgorithm, digestResponse } from "./digest-response.ts";
import { isSameSecret } from "./same-secret.ts";
import type { Verdict } from "./verdict.ts";

/** The live service's realm. */
const REALM = "MMS Public API";

export interface Digest {
  /** The value of `WWW-Authenticate`, with a fresh nonce. `stale` says that only the nonce was wrong. */
  challenge(stale: boolean): string;
  /** Judges the parameters of `Authorization: Digest`. */
  verify(parameters: string, request: DigestTarget): Verdict;
}

export interface DigestTarget {
  readonly method: string;
  /** The request target as on the wire, query included. */
  readonly uri: string;
}

/** Digest access authentication of one API key, RFC 7616 with `qop=auth`. */
export function createDigest(options: {
  publicKey: string;
  privateKey: string;
  algorithm: DigestAlgorithm;
  nonces: DigestNonces;
}): Digest {
  const { publicKey, privateKey, algorithm, nonces } = options;
  return {
    challenge: (stale) =>
      `Digest realm="${REALM}", domain="", nonce="${nonces.issue()}", algorithm=${algorithm}, qop="auth", stale=${stale}`,

    verify(text, { method, uri }) {
      const parameters = parseDigestParameters(text);
      const get = (name: string): string => parameters?.get(name) ?? "";
      const nonce = get("nonce");
      const nc = get("nc");
      const cnonce = get("cnonce");
      const answersTheChallenge =
        get("username") === publicKey &&
        get("realm") === REALM &&
        get("uri") === uri &&
        get("qop") === "auth" &&
        (parameters?.get("algorithm") ?? "MD5").toUpperCase() === algorithm &&
        /^[0-9a-f]{8}$/i.test(nc) &&
        cnonce !== "";
      if (!answersTheChallenge) return "refused";
      const expected = digestResponse({
        algorithm,
        username: publicKey,
        password: privateKey,
        realm: REALM,
        method,
        uri,
        nonce,
        nc,
        cnonce,
      });
      if (!isSameSecret(get("response").toLowerCase(), expected)) return "refused";
      return nonces.use(nonce, Number.parseInt(nc, 16)) ? "accepted" : "stale";
    },
  };
}
