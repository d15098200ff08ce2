import {
  AtlasApiError,
  AuthenticationError,
  ExportCreationError,
  NetworkError,
} from "@atlas-snapshot-export/client";
import { expect, test } from "vitest";
import { describeError } from "./describe-error.ts";
import { CommandFailure, usageFailure } from "./failure.ts";

function answered(status: number, body: object = {}, headers: Record<string, string> = {}): AtlasApiError {
  const response = new Response(null, { status, headers });
  const rateLimit = { limit: undefined, remaining: undefined };
  const notices = { retryAfterMs: undefined, rateLimit, deprecation: undefined, sunset: undefined };
  return new AtlasApiError({ method: "GET", url: "https://cloud.mongodb.com/", response, body, notices });
}

test.each([
  [400, 2],
  [401, 3],
  [403, 3],
  [404, 4],
  [408, 9],
  [409, 5],
  [410, 1],
  [418, 1],
  [429, 9],
  [500, 9],
  [503, 9],
])("an answer of %d ends with exit code %d", (status, exitCode) => {
  expect(describeError(answered(status), "it").exitCode).toBe(exitCode);
});

test.each([
  [403, "IP_ADDRESS_NOT_ON_ACCESS_LIST", 3, "add this machine's address to the access list"],
  [401, "IP_ADDRESS_NOT_ON_ACCESS_LIST", 3, "add this machine's address to the access list"],
  [401, "API_KEY_ACCESS_LIST_ACCESS_DENIED", 3, "add this machine's address to the access list"],
  [401, "USER_UNAUTHORIZED", 3, "grant the role: Project Backup Export Operator to create exports"],
  [
    401,
    "UNEXPECTED_ERROR",
    3,
    "check the credential: it is unknown, wrong or expired; `atlas-snapshot-export login --check`",
  ],
  [400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", 2, "M10 or larger"],
  [405, "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", 9, "try again later"],
  [404, "GROUP_NOT_FOUND", 4, "--project or MONGODB_ATLAS_PROJECT_ID"],
  [404, "CLUSTER_NOT_FOUND", 4, "--cluster"],
  [410, "VERSION_GONE", 1, "update this program"],
])("%d %s ends with exit code %d and says what to do", (status, errorCode, exitCode, todo) => {
  const failure = describeError(answered(status, { errorCode, detail: "In words." }), "it did not work");
  expect(failure).toMatchObject({ exitCode, what: "it did not work", details: { status, errorCode } });
  expect(failure.why).toBe(`the service answered ${status} ${errorCode}: In words.`);
  expect(failure.todo).toContain(todo);
});

test("the limit of the token endpoint is not reported as the rate limit of the project", () => {
  const cause = answered(429, { errorCode: "RATE_LIMITED" });
  const failure = describeError(new AuthenticationError("no token: the token endpoint …", { cause }), "it");
  expect(failure).toMatchObject({
    exitCode: 9,
    why: "no token: the token endpoint …",
    details: { status: 429 },
  });
  expect(failure.todo).toContain("about 10 a minute for each credential");
  expect(describeError(cause, "it").todo).toBe("wait a minute: the calls of the project are used up");
});

test("an API key in FIPS mode leads to the advice to use a service account", () => {
  const cause = Object.assign(new Error("unsupported"), { code: "ERR_OSSL_EVP_UNSUPPORTED" });
  const { exitCode, todo } = describeError(new AuthenticationError("no MD5", { cause }), "it");
  expect([exitCode, todo]).toEqual([
    3,
    "set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET: a service account signs in without that hash",
  ]);
});

test("a nonce that is stale again and again is not blamed on the credential alone", () => {
  const challenge = { "WWW-Authenticate": 'Digest realm="MMS Public API", nonce="n", stale=true' };
  const { todo } = describeError(answered(401, { errorCode: "UNEXPECTED_ERROR" }, challenge), "it");
  expect(todo).toContain("the service refuses new nonces as stale");
});

test.each([
  ["PROXY_407", "user name and password in HTTPS_PROXY"],
  ["PROXY_403", "the proxy in HTTPS_PROXY may connect to this host"],
  ["PROXY_502", "the proxy in HTTPS_PROXY may connect to this host"],
  ["UND_ERR_PRX_CONN", "the address of the proxy in HTTPS_PROXY"],
  ["CERT_HAS_EXPIRED", "the date of this machine"],
  ["CERT_NOT_YET_VALID", "the date of this machine"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "another host presented its certificate"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "NODE_EXTRA_CA_CERTS"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "NODE_EXTRA_CA_CERTS"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "NODE_EXTRA_CA_CERTS"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "NODE_EXTRA_CA_CERTS"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "it does not speak https"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "TLS 1.2 or later"],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "TLS 1.2 or later"],
  ["ENOTFOUND", "the host name in --base-url"],
  ["EAI_AGAIN", "the name server of this machine"],
  ["RESPONSE_TOO_LARGE", "does not send responses that large"],
  ["ECONNREFUSED", "nothing listens there"],
  ["UND_ERR_CONNECT_TIMEOUT", "HTTPS_PROXY and NODE_USE_ENV_PROXY=1"],
  ["ECONNRESET", "check the network"],
  [undefined, "check the network"],
])(
  "a connection that ended with %s ends with exit code 9 and its own advice, also in a sign-in",
  (code, todo) => {
    const request = { method: "POST", url: "https://cloud.mongodb.com/", mayHaveArrived: false, code };
    const cause = new NetworkError("the connection failed: why", request);
    for (const error of [cause, new AuthenticationError(`no token: ${cause.message}`, { cause })]) {
      const failure = describeError(error, "it");
      expect(failure).toMatchObject({ exitCode: 9, why: cause.message });
      expect(failure.todo).toContain(todo);
      expect(failure.todo.startsWith("check the network")).toBe(
        /^(ECONNRESET|UND_ERR_CONNECT_TIMEOUT|undefined)$/.test(`${code}`),
      );
    }
  },
);

test("the key of an export that may be there is one word of the command that is told", () => {
  const error = new ExportCreationError("nobody knows", {
    outcome: "unknown",
    token: "weekly run; it's 5",
    cause: new Error("cut"),
  });
  expect(describeError(error, "it").todo).toBe(
    "run the same command with --idempotency-key 'weekly run; it'\\''s 5': it takes up the job, if there is one",
  );
});

test("a failure that is described already stays as it is", () => {
  const failure = usageFailure("what", "why", "todo");
  expect(failure).toBeInstanceOf(CommandFailure);
  expect(describeError(failure, "something else")).toBe(failure.failure);
});

test.each([
  [new RangeError("out of it"), "RangeError: out of it"],
  ["a word", "a word"],
  [undefined, "undefined"],
])("what nobody expected is told as it is: %s", (error, why) => {
  expect(describeError(error, "it")).toMatchObject({ exitCode: 1, why });
});
