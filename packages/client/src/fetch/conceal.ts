import type { AuthProvider } from "../auth/auth-provider.ts";
import { NetworkError } from "../errors.ts";
import type { Warning } from "../hooks.ts";
import { PlainAnswer } from "./answer.ts";
import type { PlainRequest, Send } from "./plain-request.ts";
import { type Hide, hiding } from "./secret-forms.ts";

/** Takes the credentials out of whatever comes from outside. */
export interface Concealer {
  /** A layer right above the one that sends: no response and no error comes up with a credential in it. */
  send(send: Send): Send;
  /** The same for a token endpoint: the provider must be able to read the body of a success. */
  signIn(send: Send): Send;
  warning(warning: Warning): Warning;
}

/**
 * Conceals what the provider says is secret, and the `Authorization` that went out. A service that echoes a request, or a
 * `fetch` that quotes one in its error, would otherwise carry them into a log.
 */
export function concealer(auth: AuthProvider): Concealer {
  const hideKnown = hiding();

  function hideWith(sent: readonly string[]): Hide {
    const secrets: unknown = auth.secrets?.();
    return hideKnown([...(Array.isArray(secrets) ? secrets : []), ...sent]);
  }

  function hideFor({ headers }: PlainRequest): Hide {
    const [, scheme, credentials] = /^(?:(\S+) +)?(.+)/s.exec(authorizationIn(headers)) ?? [];
    if (!credentials) return hideWith([]);
    const [, response] = (/^digest$/i.test(scheme ?? "") && /\bresponse="?(\w+)/.exec(credentials)) || [];
    if (!response) return hideWith([credentials]);
    // All else in a digest is public. Each request has another one, so the forms of the other secrets are kept apart.
    const hideOthers = hideWith([]);
    const hideResponse = hiding()([response]);
    return (text) => hideOthers(hideResponse(text));
  }

  const layer =
    (isSignIn: boolean) =>
    (send: Send): Send =>
    async (request) => {
      const hide = hideFor(request);
      try {
        const answer = await send(request);
        if (!isSignIn || !answer.ok) return PlainAnswer.conceal(answer, hide);
        const hideIssued = hiding()(tokensIn(PlainAnswer.dataOf(answer)));
        return PlainAnswer.concealHead(answer, (text) => hide(hideIssued(text)));
      } catch (error) {
        throw withoutSecrets(error, hide);
      }
    };

  return {
    send: layer(false),
    signIn: layer(true),
    warning({ message, cause }) {
      const hide = hideWith([]);
      return { message: hide(message), cause: shows(cause, hide) ? copyOf(cause, hide) : cause };
    },
  };
}

/** A provider's own sign-in can write the name as it likes. */
function authorizationIn(headers: PlainRequest["headers"]): string {
  return headers["authorization"] ?? headers["Authorization"] ?? "";
}

/** The tokens that a token endpoint issues (RFC 6749, section 5.1). */
function tokensIn(data: unknown): unknown[] {
  const fields = Object.entries(Object(data) as object);
  return fields.flatMap(([name, value]) => (name.endsWith("_token") ? [value] : []));
}

function withoutSecrets(error: unknown, hide: Hide): unknown {
  // Another one is the reason of the caller's own signal.
  if (!(error instanceof NetworkError) || !shows(error, hide)) return error;
  const { method, url, mayHaveArrived } = error;
  const code = error.code && hide(error.code);
  // Without its text, which may have been cut in the middle of a secret.
  const what = `the connection failed${code ? ` (${code})` : ""}`;
  return new NetworkError(what, { method, url, code, mayHaveArrived, cause: copyOf(error.cause, hide) });
}

function shows(value: unknown, hide: Hide): boolean {
  const texts = textsIn(value);
  return !texts || texts.some((text) => hide(text) !== text);
}

/** How many values are searched for texts. Something like an agent with all its sockets holds more. */
const maxSearched = 10_000;

/** All that a log could show of a value; undefined where that cannot be said. */
function textsIn(root: unknown): string[] | undefined {
  // Iterating over a set includes what is added meanwhile.
  const values = new Set([root]);
  try {
    for (const value of values) {
      if (values.size > maxSearched) return undefined;
      if (typeof value === "object" && value) for (const part of partsOf(value)) values.add(part);
    }
  } catch {
    // A getter that throws, for example.
    return undefined;
  }
  return [...values].filter((value) => typeof value === "string");
}

function partsOf(value: object): unknown[] {
  if (ArrayBuffer.isView(value)) return [new TextDecoder().decode(value)];
  const keys = Reflect.ownKeys(value);
  const isCollection = value instanceof Map || value instanceof Set || value instanceof Headers;
  // The headers of a request or a response are behind a getter of its prototype.
  const { headers } = value as { headers?: unknown };
  return [...keys, ...keys.map((key) => Reflect.get(value, key)), ...(isCollection ? value : []), headers];
}

/** A copy with what describes an error, and nothing else of it. */
function copyOf(error: unknown, hide: Hide, depth = 0): unknown {
  const copy = new Error("an error that cannot be read");
  try {
    const { name, message, stack, code, cause } = Object(error) as Record<string, unknown>;
    for (const [key, value] of Object.entries({ message: message ?? String(error), name, stack, code }))
      if (typeof value === "string") Object.defineProperty(copy, key, { value: hide(value) });
    if (cause !== undefined && depth < 10) copy.cause = copyOf(cause, hide, depth + 1);
  } catch {}
  return copy;
}
