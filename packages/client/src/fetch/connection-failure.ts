/** What the error of a `fetch` says about the connection. */
export interface ConnectionFailure {
  /** The runtime's code, or `PROXY_` and the status by which a proxy refused; undefined where there is neither. */
  code?: string | undefined;
  /** False only where the error proves that the request was not sent. */
  mayHaveArrived: boolean;
  /** The innermost text, on one line and without credentials. */
  text?: string | undefined;
}

/** Reads the whole chain of causes: one that may have come after the request outweighs all others. */
export function connectionFailure(thrown: unknown): ConnectionFailure {
  try {
    const { code, text, isBefore } = read(thrown, "", new Set());
    return { code: code || undefined, mayHaveArrived: !isBefore, text: text && presentable(text) };
  } catch {
    // The caller's own fetch can throw anything, even what throws when it is read.
    return { mayHaveArrived: true };
  }
}

/**
 * How the runtimes say that an attempt ended before its request was sent; a number is the status of a proxy. The text
 * of the error around it comes first, on a line of its own.
 *
 * Not listed, because they also end a connection that has carried a request: other alerts of TLS (a server can ask for
 * a certificate late), Bun's EPROTO, and a refused header (it can be one of the response).
 */
const textBefore: RegExp = anyOf(
  // undici, Node's https, Bun; and undici 8 where a proxy refuses a request to plain http.
  /^(?:Proxy (?:response|Authentication Required) \(|Failed to establish tunnel .*HTTP\/1\.\d |Proxy refused to open a tunnel: )(\d{3})\b/,
  // undici: a proxy that hangs up, or whose certificate is refused.
  /^(?:Secure )?Proxy Connection failed$/,
  // Deno: everything up to the end of the TLS handshake.
  /: client error \(Connect\): /,
  // Node.
  /before secure TLS connection was established$/,
  // OpenSSL 3.2 or later before it has agreed on a version of TLS: https to a port that speaks something else.
  /:wrong version number:.*tlsany_meth/,
  // OpenSSL 3.0 (Node 20) says the same later on, but then undici throws the error of the close that follows.
  /^fetch failed\n.*:ssl3_get_record:wrong version number/,
  // Arguments that fetch refuses: undici, Deno, Bun.
  /^fetch failed\nbad port$/,
  /^(?:RequestInit: |Request constructor: |Failed to parse URL from )/,
  /^(?:Failed to construct 'Request': |Fetch failed: Requests to port |signal is not of type AbortSignal)/,
);

/** Codes for a connection that was not established, for a refused certificate, and for a refused version of TLS. */
const codeBefore: RegExp = anyOf(
  /^E(?:CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)$/,
  /^UND_ERR_CONNECT_TIMEOUT$/,
  /^(?:UNABLE_TO_\w+|(?!ERR_SSL)\w*CERT(?:_\w+)?|INVALID_CA|INVALID_PURPOSE)$/,
  /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|TLSV1_ALERT_PROTOCOL_VERSION)$/,
);

function anyOf(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"), "m");
}

interface Finding {
  code?: string | undefined;
  text?: string | undefined;
  /** Whether the request was not sent yet; undefined where the error does not say. */
  isBefore?: boolean | undefined;
}

function read(error: unknown, outerText: string, seen: Set<unknown>): Finding {
  if (typeof error !== "object" || error === null || seen.has(error)) return {};
  seen.add(error);
  const fields = error as Record<string, unknown>;
  const code = textOf(fields["code"]);
  const message = textOf(fields["message"]);
  // Around its reason OpenSSL puts addresses and file names of its own.
  const text = (textOf(fields["library"]) && textOf(fields["reason"])) || message;

  const match = textBefore.exec(`${outerText}\n${message}`);
  // Such a text is about the whole attempt: the causes are its details.
  if (match?.[1])
    return { code: `PROXY_${match[1]}`, text: `proxy refused the tunnel: ${match[1]}`, isBefore: true };
  if (match) return { code, text, isBefore: true };

  const isBefore = code && isCodeBefore(code, textOf(fields["syscall"]));
  const inner = readCauses(fields, message, seen);
  return {
    code: inner.code || code,
    text: inner.text || text,
    isBefore: isBefore === false ? false : (inner.isBefore ?? (isBefore || undefined)),
  };
}

/** The cause; or all errors of an AggregateError, such as one for each address of a host. */
function readCauses(
  { errors, cause }: Record<string, unknown>,
  outerText: string,
  seen: Set<unknown>,
): Finding {
  if (!Array.isArray(errors)) return read(cause, outerText, seen);
  const findings = errors.map((each) => read(each, outerText, seen));
  return { ...findings[0], isBefore: findings.length > 0 && findings.every(({ isBefore }) => isBefore) };
}

/** A code such as EHOSTUNREACH also ends an established connection: then it is reading or writing that fails. */
function isCodeBefore(code: string, syscall: string): boolean {
  return /^(?:connect|getaddrinfo)$/.test(syscall) || (codeBefore.test(code) && !/read|write/.test(syscall));
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : "";
}

/** As much as fits into a log. */
const maxLength = 200;

function presentable(text: string): string {
  return text
    .replace(/^.*: client error \(\w+\): /, "")
    .replace(/\/\/\S*@/g, "//…@")
    .replace(/(["']).*\1/, (quoted) => (/header/i.test(text) ? "…" : quoted))
    .slice(0, maxLength);
}
