import type { AuthContext, AuthProvider, Unauthorized } from "../auth/auth-provider.ts";
import { AuthenticationError } from "../errors.ts";
import { lacksPermission } from "./error-code.ts";
import { canBeHeader } from "./header-value.ts";
import type { Send } from "./plain-request.ts";

/** A digest can need three: without credentials, with them, and once more when the nonce has just gone stale. */
const maxAttempts = 3;

/**
 * Signs every request in, for one origin only. An answer of 401 goes to the provider, which decides whether
 * another attempt can help; that is part of signing in, not a retry.
 */
export function authenticate(send: Send, auth: AuthProvider, context: AuthContext): Send {
  const { origin } = new URL(context.baseUrl);
  const own = `${origin}/`;
  let sendable: string | undefined;

  return async (request) => {
    const { method, url, headers, signal } = request;
    if (!url.startsWith(own)) {
      const target = URL.canParse(url) ? new URL(url).origin : "a relative URL";
      throw new AuthenticationError(
        `the credentials are for ${origin} only, not for ${target}: nothing was sent`,
      );
    }
    let unauthorized: Unauthorized | undefined;
    for (let attempt = 1; ; attempt += 1) {
      const authorizing = auth.authorize({ method, url, signal, unauthorized }, context);
      // A token at hand is not waited for.
      const authorization = typeof authorizing === "object" ? await authorizing : authorizing;
      if (authorization === undefined) delete headers["authorization"];
      else {
        if (authorization !== sendable) refuseUnsendable(authorization);
        headers["authorization"] = sendable = authorization;
      }
      const response = await send(request);
      if (response.status !== 401 || attempt === maxAttempts) return response;
      if (authorization !== undefined && (await lacksPermission(response))) return response;
      unauthorized = { response, authorization, attempt };
      if (!(await auth.onUnauthorized?.(unauthorized, context))) return response;
    }
  };
}

/** A provider of the user's own can return anything. */
function refuseUnsendable(authorization: unknown): void {
  if (typeof authorization !== "string")
    throw new AuthenticationError(
      `the auth provider's authorize returned ${typeof authorization} in place of a string: nothing was sent`,
    );
  if (canBeHeader(authorization)) return;
  throw new AuthenticationError(
    "the credentials hold a character that no header can carry: nothing was sent",
  );
}
