import { job } from "./jobs.ts";
import { type Answer, type ReceivedRequest, type ScriptedServer, scriptedServer } from "./scripted-server.ts";
import { secrets } from "./secrets.ts";

export const clientId = "mdb_sa_id_6906c0de5b8a4f2e917d3a64";

/** A good answer of the token endpoint (api-facts, §2.9). */
export function token(accessToken: string = secrets.accessToken, expiresIn = 3_600): Answer {
  return { body: { access_token: accessToken, expires_in: expiresIn, token_type: "Bearer" } };
}

export interface TokenService extends ScriptedServer {
  /** Requests to the token endpoint and below it, and all others. */
  readonly tokenRequests: ReceivedRequest[];
  readonly calls: ReceivedRequest[];
  /** The credentials of those others. */
  readonly authorizations: (string | undefined)[];
}

/**
 * A service with a token endpoint that answers with `tokens` one by one, the last one for ever; every other request
 * is answered by `call`, at first with a job.
 */
export async function tokenService(
  tokens: (Answer | Promise<Answer>)[] = [token()],
  call: (request: ReceivedRequest) => Answer | Promise<Answer> = () => ({ body: job() }),
): Promise<TokenService> {
  const tokenRequests: ReceivedRequest[] = [];
  const calls: ReceivedRequest[] = [];
  const server = await scriptedServer((request) => {
    if (!request.url.startsWith("/api/oauth/")) {
      calls.push(request);
      return call(request);
    }
    tokenRequests.push(request);
    return tokens[Math.min(tokenRequests.length, tokens.length) - 1] ?? "cut";
  });
  return {
    ...server,
    tokenRequests,
    calls,
    get authorizations() {
      return calls.map(({ headers }) => headers.authorization);
    },
  };
}
