import type { AuthProvider } from "./auth-provider.ts";
import { type DigestChallenge, digestHeader, type Hash, parseDigestChallenge } from "./digest-header.ts";
import { nodeHash } from "./node-hash.ts";
import { perService } from "./per-service.ts";
import { requireTexts } from "./require-texts.ts";

/** The two halves of an API key. */
export interface ApiKeyOptions {
  publicKey: string;
  privateKey: string;
}

/**
 * Signs in with an API key: HTTP Digest (RFC 7616), MD5 or SHA-256, quality of protection `auth`.
 *
 * The first call asks the service for a nonce, which costs a round trip; the calls after it use that nonce on.
 * Needs the hashes of Node's crypto module, which Bun and Deno have too. In a browser use a service account.
 *
 * @throws {TypeError} when one of the halves is no text, or an empty one
 * @throws {AuthenticationError} where there is no such module
 *
 * @example
 * const atlas = createAtlasClient({ auth: apiKey({ publicKey, privateKey }) });
 */
export function apiKey({ publicKey, privateKey }: ApiKeyOptions): AuthProvider {
  requireTexts("apiKey", { publicKey, privateKey });
  const hash = nodeHash();
  const { authorize, onUnauthorized } = perService(() => digest({ publicKey, privateKey }, hash));
  return { authorize, onUnauthorized };
}

/** Signs in to one service. */
function digest({ publicKey, privateKey }: ApiKeyOptions, hash: Hash): Required<AuthProvider> {
  let challenge: DigestChallenge | undefined;
  let nonceCount = 0;

  return {
    authorize({ method, url }) {
      if (!challenge) return undefined;
      nonceCount += 1;
      const { pathname, search } = new URL(url);
      const cnonce = crypto.randomUUID().replaceAll("-", "");
      return digestHeader(
        challenge,
        { username: publicKey, password: privateKey, method, uri: pathname + search, nonceCount, cnonce },
        hash,
      );
    },

    onUnauthorized({ response, attempt }) {
      const received = parseDigestChallenge(response.headers.get("WWW-Authenticate"));
      if (!received) return false;
      // The first 401 asks for credentials or for a newer nonce; after that only a nonce can still be wrong.
      if (attempt > 1 && !received.isStale) return false;
      // A service may hand out a nonce twice, but takes each count of it once.
      if (received.nonce !== challenge?.nonce) nonceCount = 0;
      challenge = received;
      return true;
    },
  };
}
