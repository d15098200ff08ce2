import { describe, expect, expectTypeOf, test } from "vitest";
import {
  AtlasApiError,
  AtlasError,
  AuthenticationError,
  ExportCreationError,
  ExportTimeoutError,
  isAtlasApiError,
  isAtlasError,
  isAuthenticationError,
  isExportCreationError,
  isExportTimeoutError,
  isNetworkError,
  isRequestValidationError,
  isResponseValidationError,
  isTransient,
  NetworkError,
  RequestValidationError,
  ResponseValidationError,
  type Violation,
} from "./errors.ts";
import { noticesOf } from "./fetch/notices.ts";
import { exportId, job } from "./testing/jobs.ts";
import { expectNoSecret } from "./testing/secrets.ts";

const method = "GET";
const url = "https://cloud.mongodb.com/api/atlas/v2/x";

function apiError(status: number, body?: unknown, headers: Record<string, string> = {}): AtlasApiError {
  const response = new Response(null, { status, headers, statusText: "Some Status" });
  const notices = noticesOf(response.headers, Date.UTC(1994, 10, 6, 8, 49, 7));
  const error = new AtlasApiError({ method, url, response, body, notices });
  expectNoSecret(error);
  return error;
}

describe("the message of an AtlasApiError", () => {
  test.each([
    [
      "JSON with all there is",
      404,
      { error: 404, errorCode: "CLUSTER_NOT_FOUND", detail: "No cluster named x.", reason: "Not Found" },
      "404 CLUSTER_NOT_FOUND: No cluster named x.",
    ],
    ["JSON without a detail", 404, { error: 404, errorCode: "CLUSTER_NOT_FOUND" }, "404 CLUSTER_NOT_FOUND"],
    [
      "JSON without a code",
      404,
      { error: 404, reason: "Not Found", detail: "Gone fishing." },
      "404 Not Found: Gone fishing.",
    ],
    [
      "null fields",
      404,
      { error: 404, errorCode: null, detail: null, reason: null, parameters: null },
      "404 Some Status",
    ],
    ["empty fields", 404, { error: 404, errorCode: "", detail: "", reason: "" }, "404 Some Status"],
    ["fields of another type", 404, { errorCode: 7, detail: {}, reason: [] }, "404 Some Status"],
    ["HTML", 503, "<html><h1>Service Unavailable</h1></html>", "503 Some Status"],
    ["nothing", 500, undefined, "500 Some Status"],
    ["an empty text", 500, "", "500 Some Status"],
    ["null", 500, null, "500 Some Status"],
    ["a list", 500, ["x"], "500 Some Status"],
    ["a redirect", 307, undefined, "307 Some Status"],
  ])("tells what a body with %s says", (_, status, body, what) => {
    expect(apiError(status, body).message).toBe(`GET ${url} failed with ${what}`);
  });

  test("names the code of the header when the body has none", () => {
    const error = apiError(503, "<html>", { "X-Error-Code": "DOWN" });
    expect(error.message).toBe(`GET ${url} failed with 503 DOWN`);
    expect(error.errorCode).toBe("DOWN");
  });

  test("prefers the body's code", () => {
    expect(apiError(404, { errorCode: "IN_BODY" }, { "X-Error-Code": "IN_HEADER" }).errorCode).toBe(
      "IN_BODY",
    );
  });

  test("does without a status text", () => {
    const response = new Response(null, { status: 500 });
    const error = new AtlasApiError({
      method,
      url,
      response,
      body: "",
      notices: noticesOf(new Headers(), 0),
    });
    expect(error.message).toBe(`GET ${url} failed with 500`);
  });

  const roles =
    "creating and reading exports need different roles: Project Backup Export Operator to create, Project Backup Manager to read; Project Atlas Admin may do both";

  test.each([
    [403, "IP_ADDRESS_NOT_ON_ACCESS_LIST", "add this machine's address to the access list of the credential"],
    [400, "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", "only dedicated clusters, M10 and larger, can export"],
    [405, "WRITES_NOT_ALLOWED_DURING_APP_UPGRADES", "the service is being upgraded: try again later"],
    [410, "VERSION_GONE", "the service no longer has this version of the operation: update this package"],
    [401, "UNAUTHORIZED", "check the credential: it is unknown, wrong or expired"],
    [401, "USER_UNAUTHORIZED", `the credential is right, and lacks a role: ${roles}`],
    [403, "USER_UNAUTHORIZED", `the credential is right, and lacks a role: ${roles}`],
    [
      401,
      "API_KEY_ACCESS_LIST_ACCESS_DENIED",
      "add this machine's address to the access list of the credential",
    ],
    [401, "IP_ADDRESS_NOT_ON_ACCESS_LIST", "add this machine's address to the access list of the credential"],
    [409, "ANY_CODE", "the snapshot already has an active export"],
  ])("of %i %s says what to do", (status, errorCode, hint) => {
    expect(apiError(status, { errorCode })).toMatchObject({
      message: `GET ${url} failed with ${status} ${errorCode} (${hint})`,
      hint,
    });
  });

  // RFC 7616, section 3.3: stale says that only the nonce was wrong. A token or a quoted string, in any case.
  test.each(["stale=true", 'stale="TRUE"', "stale=true, qop=auth"])(
    "of a 401 with %s does not doubt the credential",
    (stale) => {
      const challenge = `Digest realm="r", nonce="n", ${stale}`;
      const { hint } = apiError(401, { errorCode: "UNEXPECTED_ERROR" }, { "WWW-Authenticate": challenge });
      expect(hint).toMatch(/^the credential may be right: the service refuses new nonces as stale/);
      expect(apiError(403, {}, { "WWW-Authenticate": challenge }).hint).toBe(roles);
    },
  );

  test.each(["stale=false", 'nonce="stale"', ""])("of a 401 with %s doubts the credential", (stale) => {
    const { hint } = apiError(401, {}, { "WWW-Authenticate": `Digest realm="r", ${stale}` });
    expect(hint).toBe("check the credential: it is unknown, wrong or expired");
  });

  test("says what to do behind the detail, and without a code too", () => {
    expect(apiError(403, { detail: "No." }).message).toBe(
      `GET ${url} failed with 403 Some Status: No. (${roles})`,
    );
  });

  test.each(["constructor", "toString", "__proto__", "401"])("has no hint for the code %s", (errorCode) => {
    expect(apiError(500, { errorCode }).message).toBe(`GET ${url} failed with 500 ${errorCode}`);
  });
});

test("an AtlasApiError carries everything that the service said", () => {
  const body = {
    error: 400,
    errorCode: "INVALID_ATTRIBUTE",
    detail: "d",
    reason: "Bad Request",
    parameters: ["snapshotId", 7],
    badRequestDetail: { fields: [{ field: "snapshotId", description: "is wrong" }] },
  };
  const headers = {
    "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT",
    "RateLimit-Limit": "1200",
    "RateLimit-Remaining": "3",
    Deprecation: "@1688169599",
    Sunset: "Sun, 30 Jun 2024 23:59:59 GMT",
  };
  const error = apiError(400, body, headers);
  expect(error).toMatchObject({
    name: "AtlasApiError",
    status: 400,
    errorCode: "INVALID_ATTRIBUTE",
    detail: "d",
    reason: "Bad Request",
    parameters: ["snapshotId", 7],
    badRequestDetail: body.badRequestDetail,
    retryAfterMs: 30_000,
    rateLimit: { limit: 1200, remaining: 3 },
    deprecation: "@1688169599",
    sunset: "Sun, 30 Jun 2024 23:59:59 GMT",
    method,
    url,
    body,
  });
  expect(error.response.status).toBe(400);
});

test("what is missing or of another type is undefined on an AtlasApiError", () => {
  const error = apiError(400, { badRequestDetail: null, parameters: null, detail: 1 });
  for (const name of ["errorCode", "detail", "reason", "badRequestDetail", "parameters"] as const)
    expect(error[name]).toBeUndefined();
  expect(apiError(400, { badRequestDetail: "text", parameters: "text" })).toMatchObject({
    badRequestDetail: undefined,
    parameters: undefined,
  });
});

test("a RequestValidationError lists each field, its rule and what was given", () => {
  const violations = [
    { field: "groupId", rule: "is required", given: "nothing" },
    { field: "body.snapshotId", rule: "must be of type string", given: "7" },
  ];
  const error = new RequestValidationError("createBackupExportJob", violations);
  expect(error.message).toBe(
    "createBackupExportJob was not sent, its input breaks the definition:\n" +
      "  groupId is required (given: nothing)\n" +
      "  body.snapshotId must be of type string (given: 7)",
  );
  expect(error).toMatchObject({ operationId: "createBackupExportJob", violations });
});

test("a ResponseValidationError lists the same, and carries the data", () => {
  const violations = [
    { field: "body.id", rule: "is required", given: "nothing" },
    { field: "body.state", rule: "must be of type string", given: "7" },
  ];
  const error = new ResponseValidationError("getBackupExportJob", violations, { state: 7 });
  expect(error.message).toBe(
    "getBackupExportJob succeeded, but its response is not as it should be:\n" +
      "  body.id is required (received: nothing)\n" +
      "  body.state must be of type string (received: 7)",
  );
  expect(error).toMatchObject({ operationId: "getBackupExportJob", violations, data: { state: 7 } });
});

test.each([
  ["a RequestValidationError", (violations: Violation[]) => new RequestValidationError("x", violations)],
  ["a ResponseValidationError", (violations: Violation[]) => new ResponseValidationError("x", violations, 7)],
])("%s of many violations lists 20 of them, counts the others and carries all", (_, errorOf) => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ field: `body[${index}]`, rule: "is odd", given: "7" }));
  const lines = errorOf(many(64_000)).message.split("\n").slice(1);
  expect(lines).toHaveLength(21);
  expect(lines[19]).toMatch(/^ {2}body\[19\] is odd /);
  expect(lines[20]).toBe("  and 63980 more");
  expect(errorOf(many(20)).message).not.toContain("more");
  expect(errorOf(many(64_000)).violations).toHaveLength(64_000);
});

test("a NetworkError says on what it happened, and has no status", () => {
  const cause = new Error("x");
  const code = "ECONNREFUSED";
  const error = new NetworkError("no answer", { method, url, mayHaveArrived: false, code, cause });
  expect(error.message).toBe(`GET ${url}: no answer`);
  expect(error).toMatchObject({ method, url, mayHaveArrived: false, code, cause });
  expect(error).not.toHaveProperty("status");
});

test("an ExportTimeoutError says how the job was last seen and how to go on", () => {
  const seen = job({ state: "InProgress" });
  const error = new ExportTimeoutError({ exportId, timeoutMs: 60_000, job: seen });
  expect(error.message).toBe(
    `export job ${exportId} did not end within 60000 ms, it was last seen InProgress; ` +
      `the export goes on: wait again with exportId ${exportId}`,
  );
  expect(error).toMatchObject({ exportId, job: seen, cause: undefined });
});

test("an ExportTimeoutError of a job that told no state says so", () => {
  const error = new ExportTimeoutError({ exportId, timeoutMs: 60_000, job: job({ state: undefined }) });
  expect(error.message).toContain("within 60000 ms, it was last seen without a state; the export goes on");
});

test("an ExportTimeoutError without a job says that it could not be read, and why", () => {
  const cause = new Error("x");
  const error = new ExportTimeoutError({ exportId, timeoutMs: 60_000, job: undefined, cause });
  expect(error.message).toContain("within 60000 ms, it could not be read; the export goes on");
  expect(error).toMatchObject({ job: undefined, cause });
});

const cause = new Error("x");
const family = [
  [new RequestValidationError("x", []), isRequestValidationError],
  [new ResponseValidationError("x", [], {}), isResponseValidationError],
  [apiError(500), isAtlasApiError],
  [new AuthenticationError("x"), isAuthenticationError],
  [new NetworkError("x", { method, url, mayHaveArrived: true }), isNetworkError],
  [new ExportTimeoutError({ exportId, timeoutMs: 1, job: undefined }), isExportTimeoutError],
  [new ExportCreationError("x", { outcome: "unknown", token: "t", cause }), isExportCreationError],
] as const;
const guards = family.map(([, guard]) => guard);

test.each(family)("%o is known by its own guard and by no other", (error, guard) => {
  expect(error).toBeInstanceOf(AtlasError);
  expect(error).toBeInstanceOf(Error);
  expect(isAtlasError(error)).toBe(true);
  expect(guards.filter((each) => each(error))).toEqual([guard]);
});

test.each(family)("%o is known when another copy of this package threw it", (error, guard) => {
  const { name, message } = error;
  const foreign = Object.assign(new Error(message), { name, isAtlasError: true });
  expect(isAtlasError(foreign)).toBe(true);
  expect(guards.filter((each) => each(foreign))).toEqual([guard]);
});

test.each([
  [undefined],
  [null],
  ["AtlasApiError"],
  [new Error("x")],
  [Object.assign(new Error("x"), { name: "AtlasApiError" })],
])("%o is none of the family", (error) => {
  expect(isAtlasError(error)).toBe(false);
  expect(guards.filter((guard) => guard(error))).toEqual([]);
});

test("the base of the family has a name of its own", () => {
  expect(new AtlasError("x")).toMatchObject({ name: "AtlasError", isAtlasError: true });
});

test("a guard narrows the type", () => {
  const error: unknown = apiError(500);
  if (isAtlasApiError(error)) expectTypeOf(error).toEqualTypeOf<AtlasApiError>();
  if (isExportCreationError(error))
    expectTypeOf(error.outcome).toEqualTypeOf<"not-created" | "conflict" | "unknown">();
});

test.each([
  ["no connection", new NetworkError("x", { method, url, mayHaveArrived: true }), true],
  ["408", apiError(408), true],
  ["429", apiError(429), true],
  ["500", apiError(500), true],
  ["599", apiError(599), true],
  ["400", apiError(400), false],
  ["401", apiError(401), false],
  ["403", apiError(403), false],
  ["404", apiError(404), false],
  ["499", apiError(499), false],
  ["a sign-in that 503 ended", new AuthenticationError("x", { cause: apiError(503) }), true],
  ["a sign-in that was refused", new AuthenticationError("x", { cause: apiError(401) }), false],
  ["a sign-in that failed by itself", new AuthenticationError("x"), false],
  ["another error of the family", new RequestValidationError("x", []), false],
  ["another error", new Error("x"), false],
  ["nothing", undefined, false],
])("whether %s can pass by itself is known", (_, error, expected) => {
  expect(isTransient(error)).toBe(expected);
});
