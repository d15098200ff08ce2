import { expect, test } from "vitest";
import { connectionFailure } from "./connection-failure.ts";
import { removeBytes } from "./remove-bytes.ts";

// The failures that real servers and proxies cause are in failing-connections.test.ts.

const withFields = (fields: object, message = "x") => Object.assign(new Error(message), fields);
const withCode = (code: unknown, syscall?: string) => withFields({ code, ...(syscall ? { syscall } : {}) });
const fetchFailed = (cause: unknown) => new TypeError("fetch failed", { cause });
const refused = () => withCode("ECONNREFUSED", "connect");
const reset = () => withCode("ECONNRESET", "read");

test.each<[string, unknown]>([
  ["a name that is not known", fetchFailed(withCode("ENOTFOUND"))],
  ["a name server that is down", withCode("EAI_AGAIN")],
  ["a name server that does not respond", withCode("ETIMEOUT", "getaddrinfo")],
  ["a connection that is refused", withCode("ECONNREFUSED")],
  ["a host that cannot be reached", withCode("EHOSTUNREACH")],
  ["a network that cannot be reached", withCode("ENETUNREACH")],
  ["a host that the system did not connect to", fetchFailed(withCode("EHOSTUNREACH", "connect"))],
  ["a code of connecting that is not listed", withCode("ETIMEDOUT", "connect")],
  ["a connection that takes too long", withCode("UND_ERR_CONNECT_TIMEOUT")],
  ["a certificate that signs itself", withCode("SELF_SIGNED_CERT_IN_CHAIN")],
  ["a certificate that has expired", withCode("CERT_HAS_EXPIRED")],
  ["a certificate that is not yet valid", withCode("CERT_NOT_YET_VALID")],
  ["a certificate of another host", withCode("ERR_TLS_CERT_ALTNAME_INVALID")],
  ["a certificate whose issuer is missing", withCode("UNABLE_TO_VERIFY_LEAF_SIGNATURE")],
  ["a server whose version of TLS is too old", withCode("ERR_SSL_UNSUPPORTED_PROTOCOL")],
  ["a cause down the chain", new Error("a", { cause: new Error("b", { cause: refused() }) })],
  ["several addresses", fetchFailed(new AggregateError([refused(), withCode("ETIMEDOUT", "connect")]))],
  [
    "several addresses, as Node reports them",
    Object.assign(new AggregateError([refused()]), withCode("ECONNREFUSED")),
  ],
])("%s: the request was not sent", (_, thrown) => {
  expect(connectionFailure(thrown).mayHaveArrived).toBe(false);
});

test.each<[string, unknown]>([
  ["a connection that is reset", reset()],
  ["a host that is gone while the response is read", fetchFailed(withCode("EHOSTUNREACH", "read"))],
  ["a host that is gone while the request is written", fetchFailed(withCode("EHOSTUNREACH", "write"))],
  ["a server that misses our certificate", withCode("ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED")],
  [
    "a failed handshake, of TLS 1.2 perhaps after the request",
    withCode("ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE"),
  ],
  ["text other than TLS, perhaps after the handshake", withCode("ERR_SSL_WRONG_VERSION_NUMBER")],
  ["a code that only contains one", withCode("XECONNREFUSED")],
  ["a code that goes on", withCode("ENOTFOUND_")],
  ["several addresses of which one was connected to", fetchFailed(new AggregateError([refused(), reset()]))],
  [
    "an AggregateError whose own code is a refusal",
    Object.assign(new AggregateError([reset()]), withCode("ECONNREFUSED")),
  ],
  ["an AggregateError without errors", Object.assign(new AggregateError([]), withCode("ECONNREFUSED"))],
  ["a refusal that an earlier, reset connection caused", Object.assign(refused(), { cause: reset() })],
  ["a refusal within an error of another code", withFields({ code: "E_GAVE_UP", cause: refused() })],
  [
    "a refused header, perhaps one of the response",
    new TypeError('Headers.append: "x" is an invalid header value.'),
  ],
  ["a text of fetch that another error quotes", new Error("bad port")],
  ["a text of fetch on a later line", new Error("x\nRequestInit: y")],
  ["a code that is not a text", withCode(7)],
  ["no code", new TypeError("Failed to fetch")],
  ["no error", "oh"],
  ["nothing", undefined],
  ["null", null],
])("%s: the request may have arrived", (_, thrown) => {
  expect(connectionFailure(thrown).mayHaveArrived).toBe(true);
});

test.each<[string, unknown, { code?: string; text?: string }]>([
  [
    "the innermost text and code",
    withFields({ code: "A", cause: withFields({ code: "B" }, "why") }),
    { code: "B", text: "why" },
  ],
  [
    "an outer text and code, where the cause has none",
    withFields({ code: "A", cause: new Error() }),
    { code: "A", text: "x" },
  ],
  [
    "the first of several errors",
    new AggregateError([withFields({ code: "A" }, "why"), reset()]),
    { code: "A", text: "why" },
  ],
  [
    "OpenSSL's reason",
    withFields({ library: "SSL routines", reason: "too old" }, "40:error:0A:SSL\n"),
    { text: "too old" },
  ],
  ["a text on one line", new Error("one\r\n  two\n"), { text: "one two" }],
  [
    "a URL without its credentials",
    new Error("no proxy at http://user:pa/s@s@host:3128/"),
    { text: "no proxy at http://…@host:3128/" },
  ],
  [
    "a header without its value",
    new TypeError('Invalid header value: "Bearer a\nb"'),
    { text: "Invalid header value: …" },
  ],
  ["200 characters at most", new Error("x".repeat(201)), { text: "x".repeat(200) }],
  ["nothing of what is not an error", "oh", {}],
])("reports %s", (_, thrown, expected) => {
  const { code, text } = connectionFailure(thrown);
  expect({ code, text }).toEqual({ code: undefined, text: undefined, ...expected });
});

const cyclic: Error = new Error("x");
cyclic.cause = new AggregateError([cyclic]);
const throwing = new Proxy(new Error("x"), {
  get() {
    throw new Error("read");
  },
  deleteProperty() {
    throw new Error("deleted");
  },
});

test.each([
  ["that is its own cause", cyclic],
  ["that throws when it is read", throwing],
])("an error %s is read to an end", (_, thrown) => {
  removeBytes(thrown);
  expect(connectionFailure(thrown).mayHaveArrived).toBe(true);
});

test("the bytes of a response are removed from an error, its causes and its errors", () => {
  const withData = (fields: object) => withFields({ ...fields, data: "bytes" });
  const [inner, cause] = [withData({}), withData({})];
  const thrown = withData({ cause, errors: [inner] });
  removeBytes(thrown);
  expect([thrown, cause, inner].filter((error) => "data" in error)).toEqual([]);
});
