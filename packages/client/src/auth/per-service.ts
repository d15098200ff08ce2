import type { AuthContext, AuthProvider } from "./auth-provider.ts";

/** A provider made of one for each service: what it was given by one of them, another one never gets to see. */
export interface PerService<Own> extends Required<AuthProvider> {
  /** Those made so far. */
  made(): Own[];
}

/** A provider that makes one of its own for each base URL that it is used at. */
export function perService<Own extends Required<AuthProvider>>(make: () => Own): PerService<Own> {
  const byBaseUrl = new Map<string, Own>();

  function at({ baseUrl }: AuthContext): Own {
    const own = byBaseUrl.get(baseUrl) ?? make();
    byBaseUrl.set(baseUrl, own);
    return own;
  }

  return {
    authorize: (request, context) => at(context).authorize(request, context),
    onUnauthorized: (challenge, context) => at(context).onUnauthorized(challenge, context),
    secrets: () => [...byBaseUrl.values()].flatMap((own) => own.secrets()),
    made: () => [...byBaseUrl.values()],
  };
}
