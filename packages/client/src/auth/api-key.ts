import { requireKnown } from "../require-known.ts";
import type { AuthProvider, Unauthorized } from "./auth-provider.ts";
import { type DigestChallenge, digestHeader, type Hash, parseDigestChallenge } from "./digest-header.ts";
import { nodeHash } from "./node-hash.ts";
import { perService } from "./per-service.ts";
import { requireTexts, surrounded } from "./require-texts.ts";

/** The two halves of an API key. */
export interface ApiKeyOptions {
  publicKey: string;
  privateKey: string;
}

/**
 * Signs in with an API key: HTTP Digest (RFC 7616), MD5 or SHA-256, quality of protection `auth`.
 *
 * The first call asks the service for a nonce, which costs a round trip; the calls after it use that nonce on.
 * Needs the hashes of Node's crypto module, which Bun and Deno have too. In a browser use a service account, and in FIPS
 * mode also, which has no MD5: calls fail there with an `AuthenticationError`, unless the service offers SHA-256.
 *
 * @throws {TypeError} when one of the halves is no text, or an empty one, or an option is unknown
 * @throws {AuthenticationError} where there is no such module
 *
 * @example
 * const atlas = createAtlasClient({ auth: apiKey({ publicKey, privateKey }) });
 */
export function apiKey(options: ApiKeyOptions): AuthProvider {
  const { publicKey, privateKey } = options;
  // One object may hold both kinds of credentials, as those of a mock do.
  const own = { ...options, clientId: undefined, clientSecret: undefined };
  requireKnown("apiKey", own, { publicKey, privateKey });
  requireTexts("apiKey", { publicKey, privateKey });
  const hash = nodeHash();
  const { authorize, onUnauthorized, secrets } = perService(() => digest({ publicKey, privateKey }, hash));
  return { authorize, onUnauthorized, secrets };
}

/** Signs in to one service. */
function digest({ publicKey, privateKey }: ApiKeyOptions, hash: Hash): Required<AuthProvider> {
  const nextCount = countNonces();
  let latest: DigestChallenge | undefined;

  return {
    authorize({ method, url, unauthorized }) {
      // Other calls may have been challenged since: each one repeats its request with the nonce that it was given.
      const challenge = (unauthorized && challengeOf(unauthorized)) ?? latest;
      if (!challenge) return undefined;
      const { pathname, search } = new URL(url);
      const nonceCount = nextCount(challenge.nonce);
      const cnonce = crypto.randomUUID().replaceAll("-", "");
      return digestHeader(
        challenge,
        { username: publicKey, password: privateKey, method, uri: pathname + search, nonceCount, cnonce },
        hash,
      );
    },

    async onUnauthorized(unauthorized, { warn }) {
      const challenge = challengeOf(unauthorized);
      if (!challenge) return false;
      // The first 401 asks for credentials or for a newer nonce; after that only a nonce can still be wrong.
      if (unauthorized.attempt > 1 && !challenge.isStale) {
        for (const surplus of surrounded({ publicKey, privateKey }))
          await warn({ message: `the service refuses the API key: ${surplus}` });
        return false;
      }
      latest = challenge;
      return true;
    },

    secrets: () => [privateKey],
  };
}

function challengeOf({ response }: Unauthorized): DigestChallenge | undefined {
  return parseDigestChallenge(response.headers.get("WWW-Authenticate"));
}

/** How many nonces are counted at a time. A service that returns to an older one reports it as stale, and issues another. */
const countedNonces = 100;

/** Counts the uses of each nonce from 1, also when a service returns to an earlier nonce (RFC 7616, section 3.4). */
function countNonces(): (nonce: string) => number {
  const counts = new Map<string, number>();
  return (nonce) => {
    const count = (counts.get(nonce) ?? 0) + 1;
    // Set anew, so that the first of the map is the one whose last use is longest ago.
    counts.delete(nonce);
    counts.set(nonce, count);
    const [oldest] = counts.keys();
    if (counts.size > countedNonces && oldest !== undefined) counts.delete(oldest);
    return count;
  };
}
