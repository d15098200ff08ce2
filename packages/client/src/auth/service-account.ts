import { within } from "../clock.ts";
import { tokenPath } from "../definition.gen.ts";
import { AtlasApiError, AuthenticationError, isAtlasError } from "../errors.ts";
import { type Answer, contentOf, PlainAnswer } from "../fetch/answer.ts";
import { noticesOf } from "../fetch/notices.ts";
import { requireFunctions } from "../require-functions.ts";
import { type Known, requireKnown } from "../require-known.ts";
import { requireNumbers } from "../require-numbers.ts";
import { isObject } from "../schema.ts";
import { utf8 } from "../utf8.ts";
import type { AuthContext, AuthProvider } from "./auth-provider.ts";
import { perService } from "./per-service.ts";
import { requireTexts, surrounded } from "./require-texts.ts";
import { secureUrl } from "./secure-url.ts";
import { singleFlight } from "./single-flight.ts";

/** A bearer token and when it ends, in milliseconds since the epoch. */
export interface BearerToken {
  accessToken: string;
  expiresAt: number;
}

/**
 * Keeps a token of one service beyond the process, so that many short ones share it. What it keeps is a secret, and one
 * that does not answer within five seconds is as one that fails: that costs a warning, never a call. Processes that find
 * it empty at the same moment get a token each: the last one stays, all of them are good, and one that gets none looks
 * here once more.
 */
export interface TokenStore {
  get(): BearerToken | undefined | Promise<BearerToken | undefined>;
  /** Keeps the token, or forgets the one it has when there is none. */
  set(token: BearerToken | undefined): void | Promise<void>;
}

/** Which service account signs in, and how its tokens are kept. */
export interface ServiceAccountOptions {
  /** The client id, such as `mdb_sa_id_…`. */
  clientId: string;
  clientSecret: string;
  /** The token endpoint. @default `/api/oauth/token` of the client's base URL */
  tokenUrl?: string;
  /** Where to share tokens with other processes. @default none: a token lives as long as the provider */
  store?: TokenStore;
  /** How long before its end a token is renewed, in milliseconds; half its life at the most. @default 60_000 */
  renewBeforeMs?: number;
}

const optionNames: Known<ServiceAccountOptions> = {
  clientId: 1,
  clientSecret: 1,
  tokenUrl: 1,
  store: 1,
  renewBeforeMs: 1,
};

/** The provider that `serviceAccount` makes. */
export interface ServiceAccount extends AuthProvider {
  /**
   * Gives the token back to the service (RFC 7009), so that it no longer counts as live. Does nothing without one.
   *
   * Aborting ends the wait for the service's answer: it rejects with the signal's reason. The token is not used again,
   * whether the service has taken it back or not.
   *
   * @throws {AuthenticationError} when the service did not take it; it lives on to its own end
   */
  revoke(options?: { signal?: AbortSignal | undefined }): Promise<void>;
}

/**
 * Signs in with a service account: OAuth 2.0 client credentials (RFC 6749, section 4.4).
 *
 * All calls to one service share one token, and one request for it. It is renewed ahead of its end, and once when the
 * service refuses it.
 *
 * @throws {TypeError} when an option is unknown or unusable
 *
 * @example
 * const atlas = createAtlasClient({ auth: serviceAccount({ clientId, clientSecret }) });
 */
export function serviceAccount(options: ServiceAccountOptions): ServiceAccount {
  // One object may hold both kinds of credentials, as those of a mock do.
  const own = { ...options, publicKey: undefined, privateKey: undefined };
  requireKnown("serviceAccount", own, optionNames);
  const { clientId, clientSecret, store, renewBeforeMs = 60_000 } = options;
  requireTexts("serviceAccount", { clientId, clientSecret });
  requireNumbers("serviceAccount", { renewBeforeMs }, 0);
  if (store !== undefined) requireFunctions("store", { get: store.get, set: store.set });
  const ownTokenUrl = options.tokenUrl && secureUrl("tokenUrl", options.tokenUrl).href;
  // The id and the secret go as they are: the service refuses them form-encoded, which RFC 6749 (2.3.1) asks for.
  const basic = `Basic ${btoa(utf8(`${clientId}:${clientSecret}`))}`;
  const advice = surrounded({ clientId, clientSecret })
    .map((surplus) => `; ${surplus}`)
    .join("");
  const { authorize, onUnauthorized, secrets, made } = perService(() =>
    tokenOfOneService({ ownTokenUrl, clientSecret, basic, advice, store, renewBeforeMs }),
  );
  return {
    authorize,
    onUnauthorized,
    secrets,
    async revoke(revocation = {}) {
      requireKnown("revoke", revocation, { signal: 1 });
      await Promise.all(made().map(({ revoke }) => revoke(revocation)));
    },
  };
}

interface SignIn {
  ownTokenUrl: string | undefined;
  clientSecret: string;
  /** The header that asks for a token. */
  basic: string;
  /** What a refused sign-in says besides. */
  advice: string;
  store: TokenStore | undefined;
  renewBeforeMs: number;
}

function tokenOfOneService({
  ownTokenUrl,
  clientSecret,
  basic,
  advice,
  store,
  renewBeforeMs,
}: SignIn): Required<ServiceAccount> {
  const share = singleFlight<BearerToken>();
  let current: BearerToken | undefined;
  /** As the current token goes out. */
  let authorization: string;
  let refused: string | undefined;
  /** As the store gets it. */
  let issued = "";
  /** When the service refused a new token as well, so that another one would not have helped. */
  let inVainAtMs = Number.NEGATIVE_INFINITY;
  let lastContext: AuthContext | undefined;
  let renewAheadMs = renewBeforeMs;

  const isFresh = (token: BearerToken | undefined, { clock }: AuthContext): token is BearerToken =>
    token !== undefined && token.accessToken !== refused && clock.now() < token.expiresAt - renewAheadMs;

  /** A store can hold anything. */
  const isUsable = (stored: BearerToken | undefined, context: AuthContext): stored is BearerToken =>
    isToken(stored?.accessToken) && isFresh(stored, context);

  async function renew(context: AuthContext, signal: AbortSignal | undefined): Promise<string> {
    current = await share((abandoned) => obtain(context, abandoned), signal);
    authorization = `Bearer ${current.accessToken}`;
    return authorization;
  }

  async function obtain(context: AuthContext, signal: AbortSignal): Promise<BearerToken> {
    const stored = await read(context);
    if (isUsable(stored, context)) return stored;
    try {
      const minted = await mint(context, signal);
      issued = minted.accessToken;
      await write(minted, context);
      return minted;
    } catch (error) {
      // Another process may have got one meanwhile, and be the reason why this one did not.
      const stored = await read(context);
      if (isUsable(stored, context)) return stored;
      throw error;
    }
  }

  async function mint(context: AuthContext, signal: AbortSignal): Promise<BearerToken> {
    const url = tokenUrl(context);
    const form = "grant_type=client_credentials";
    const answer = await post("no token", { url, form, accept: "application/json", signal }, context);
    const { access_token: accessToken, expires_in, token_type: tokenType = null } = await readJson(answer);
    if (!isToken(accessToken)) {
      throw new AuthenticationError(`${url} answered ${answer.status}, but without a usable token`);
    }
    const type = typeof tokenType === "string" ? tokenType : JSON.stringify(tokenType);
    // RFC 6749, section 7.1: a token of an unknown type must not be used.
    if (tokenType !== null && type.toLowerCase() !== "bearer")
      throw new AuthenticationError(
        `${url} issued a token of the type ${onOneLine(type)}, which is not Bearer`,
      );
    const livesForMs = lifeOf(expires_in);
    // With a margin as long as its life, every call would get a token of its own.
    renewAheadMs = Math.min(renewBeforeMs, livesForMs / 2);
    return { accessToken, expiresAt: context.clock.now() + livesForMs };
  }

  async function post(failure: string, request: TokenRequest, { send, clock }: AuthContext): Promise<Answer> {
    const { url, form: body, accept, signal } = request;
    const headers = {
      authorization: basic,
      "content-type": "application/x-www-form-urlencoded",
      ...(accept && { accept }),
    };
    const sent = { url, method: "POST", headers, body, signal, options: { isIdempotent: true } };
    const answer = await send(sent).catch((cause: unknown) => {
      signal?.throwIfAborted();
      // An exception of a hook says more as it is.
      if (cause instanceof Error && !isAtlasError(cause)) throw cause;
      throw new AuthenticationError(`${failure}: ${cause instanceof Error ? cause.message : "no answer"}`, {
        cause,
      });
    });
    if (!answer.ok) throw await refusal(failure, url, answer, clock.now(), advice);
    return answer;
  }

  function tokenUrl({ baseUrl }: AuthContext): string {
    return ownTokenUrl || `${baseUrl}${tokenPath}`;
  }

  async function read(context: AuthContext): Promise<BearerToken | undefined> {
    return store && ask("read", async () => store.get(), context);
  }

  async function write(token: BearerToken | undefined, context: AuthContext): Promise<void> {
    if (store) await ask("written", async () => store.set(token), context);
  }

  return {
    authorize({ signal }, context) {
      lastContext = context;
      return isFresh(current, context) ? authorization : renew(context, signal);
    },

    onUnauthorized({ authorization: given, attempt }, { clock }) {
      // Another call may have renewed the token since this one was sent; then the new one must be tried.
      const isCurrent = current !== undefined && given === authorization;
      if (attempt > 1) {
        if (isCurrent) inVainAtMs = clock.monotonicMs();
        return false;
      }
      if (isCurrent) {
        if (clock.monotonicMs() - inVainAtMs < renewsInVainEveryMs) return false;
        refused = current?.accessToken;
      }
      return true;
    },

    async revoke({ signal } = {}) {
      signal?.throwIfAborted();
      const token = current;
      if (!token || !lastContext) return;
      current = undefined;
      refused = token.accessToken;
      // What another process has put there since is still good.
      const stored = await read(lastContext);
      if (stored?.accessToken === token.accessToken) await write(undefined, lastContext);
      const url = new URL("revoke", tokenUrl(lastContext)).href;
      const form = `token=${encodeURIComponent(token.accessToken)}`;
      await post("the token was not revoked", { url, form, signal }, lastContext);
    },

    secrets: () => [clientSecret, issued, current?.accessToken ?? "", refused ?? ""],
  };
}

/**
 * How often tokens are renewed that the service refuses whatever their age, in milliseconds: it issues about ten a minute
 * for each credential.
 */
const renewsInVainEveryMs = 60_000;

/** What a store may take to answer, in milliseconds. */
const storeTimeoutMs = 5_000;

/** A store only saves requests: one that fails costs a warning, never a call. */
async function ask<Result>(
  what: string,
  store: () => Promise<Result>,
  { clock, warn }: AuthContext,
): Promise<Result | undefined> {
  const expired = () => new Error(`no answer within ${storeTimeoutMs} ms`);
  try {
    return await within(clock, storeTimeoutMs, undefined, expired, store);
  } catch (cause) {
    await warn({ message: `the token store could not be ${what}`, cause });
    return undefined;
  }
}

interface TokenRequest {
  url: string;
  form: string;
  /** None for a revocation: that is answered with nothing. */
  accept?: string;
  signal?: AbortSignal | undefined;
}

/** How long a token is used whose life is not stated, in milliseconds. The live service's last an hour. */
const assumedLifeMs = 300_000;

/** How long a token is used at the most, in milliseconds. */
const longestLifeMs = 86_400_000;

/**
 * The life of a token in milliseconds. The endpoint should state it in seconds and need not (RFC 6749, section 5.1); some
 * write it as a string. Without a usable number a short life is assumed: a token that ends sooner is renewed when the
 * service refuses it.
 */
function lifeOf(expiresIn: unknown): number {
  const seconds = typeof expiresIn === "string" ? Number(expiresIn) : expiresIn;
  const isStated = typeof seconds === "number" && seconds > 0;
  return isStated ? Math.min(seconds * 1000, longestLifeMs) : assumedLifeMs;
}

/** What a header can carry as a token (RFC 6750, section 2.1). */
function isToken(value: unknown): value is string {
  return typeof value === "string" && /^[\w.~+/-]+=*$/.test(value);
}

/** What an error may show of the answer: with a token in it, an answer of any status would be a secret. */
const toldOfRefusal = new Set([
  ...["error", "error_description"],
  ...["errorCode", "detail", "reason", "parameters", "badRequestDetail"],
]);

/** A refused sign-in says so as OAuth does (`error` is a string); everything else is the service's ordinary error. */
async function refusal(
  failure: string,
  url: string,
  response: Answer,
  now: number,
  advice: string,
): Promise<AuthenticationError> {
  const body = await readJson(response);
  const notices = noticesOf(response.headers, now);
  const told = Object.fromEntries(Object.entries(body).filter(([name]) => toldOfRefusal.has(name)));
  const shown = new PlainAnswer(response, url, JSON.stringify(told), told);
  const cause = new AtlasApiError({ method: "POST", url, response: shown, body: told, notices });
  const { status } = response;
  const said = typeof body["error"] === "string" ? [body["error"], body["error_description"]] : [];
  const why = said.flatMap((text) => (typeof text === "string" ? onOneLine(text) : [])).join(": ");
  const isRefused = why !== "" && status < 500 && status !== 408 && status !== 429;
  const message = isRefused
    ? `${url} refuses the service account (${status} ${why}): check its client id and secret, and whether it was deleted or its secret has expired${advice}`
    : `${failure}: ${cause.message}${why && `: ${why}`}${status === 429 ? ` (${tokenLimit})` : ""}`;
  return new AuthenticationError(message, { cause });
}

const tokenLimit =
  "the token endpoint has a limit of its own, about 10 tokens a minute for each credential: share one serviceAccount between clients, or give it a store";

/** Plain text for a message, whatever the service sent. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{C}\s]+/gu, " ").slice(0, 300);
}

async function readJson(response: Answer): Promise<Record<string, unknown>> {
  const body = await contentOf(response);
  return isObject(body) ? body : {};
}
