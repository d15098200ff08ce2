// What the mock promises of every operation: held against its documentation, the definition and the rules of HTTP.
import { apiKey } from "@atlas-snapshot-export/client";
import { type Mock, type MockOptions, startMock, testClock } from "@atlas-snapshot-export/mock";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { callThrough } from "./client-call.ts";
import { definition, type Operation, successOf } from "./definition.ts";
import { inputOf } from "./input.ts";
import {
  bearer,
  exchange,
  expectError,
  expectStatus,
  type RawRequest,
  signedExchange,
  soundRequest,
} from "./mock-exchange.ts";

let shared: Mock;

beforeAll(async () => {
  shared = await startMock();
});

afterAll(() => shared.close());

async function own(options: MockOptions): Promise<Mock> {
  const mock = await startMock(options);
  onTestFinished(() => mock.close());
  return mock;
}

const send = (request: RawRequest) => signedExchange(shared, request);

const NOBODY = "0".repeat(24);

describe.each(definition.operations.map((operation) => ({ ...operation })))("$operationId", (operation) => {
  const sound = soundRequest(operation);
  const { status: success, headers: declared } = successOf(operation);
  // With the example of its success, so that nothing has to be there.
  const request: RawRequest = { ...sound, headers: { ...sound.headers, prefer: `code=${success}` } };
  const { method, path, headers } = request;

  // The sign-in first: everything else rests on it.
  test("a token is good for an hour", async () => {
    const clock = testClock({ isManual: true });
    const mock = await own({ clock });
    const authorization = await bearer(mock);
    const signed = { ...request, headers: { ...headers, authorization } };
    await clock.advance(3_599_000);
    expectStatus(await exchange(mock, signed), success, "with the token before its hour is over");
    await clock.advance(1_000);
    expectStatus(await exchange(mock, signed), 401, "with the token when its hour is over");
  });

  test("a digest with a nonce that was used, or is too old, is stale", async () => {
    const clock = testClock({ isManual: true });
    const mock = await own({ clock });
    const first = await digestOf(mock, operation);
    expect(await challengeTo(mock, request, first), "to a nonce used again").toContain("stale=true");
    const second = await digestOf(mock, operation);
    await clock.advance(300_000);
    expect(await challengeTo(mock, request, second), "to a nonce of five minutes ago").toContain(
      "stale=true",
    );
    expect(await challengeTo(mock, request, 'Digest username="x"'), "to no nonce").toContain("stale=false");
  });

  test("answers, and the request is in the record", async () => {
    const { status } = await send(request);
    expect(status, "the status").toBe(success);
    expect(shared.requests.at(-1)).toMatchObject({
      operationId: operation.operationId,
      method,
      path,
      status,
    });
  });

  test("is in the record before it is answered, without a status", async () => {
    let mock: Mock | undefined;
    // The mock reads its clock while it answers.
    const records: unknown[] = [];
    const read = () => {
      records.push(mock?.requests.at(-1));
      return Date.now();
    };
    mock = await own({ clock: { ...testClock(), now: read, monotonicMs: read } });
    await signedExchange(mock, request);
    expect(records.at(-1), "the request in the record").toMatchObject({ method, path, status: undefined });
  });

  test("a path that is not percent-encoded is a 400", async () => {
    expectError(await send({ ...request, path: `${path}%E0%A4%A` }), 400, "INVALID_PATH");
  });

  test("another method is a 405 that allows its own", async () => {
    const answer = await send({ ...request, method: "PATCH" });
    expectError(answer, 405, "METHOD_NOT_ALLOWED");
    expect(answer.headers.get("allow")?.split(", ")).toContain(method);
  });

  test("a path beyond it is a 404", async () => {
    expectError(await send({ ...request, path: `${path}/beyond/it` }), 404, "NOT_FOUND");
  });

  test("a preference that the definition does not have is a 404", async () => {
    const prefer = { ...headers, prefer: "code=418" };
    expectError(await send({ ...request, headers: prefer }), 404, "NOT_IN_DEFINITION");
  });

  test.runIf(successOf(operation).body)(
    "another version is a 400 with the definition's example",
    async () => {
      const accept = String(headers["accept"]).replace(/\d{4}-\d{2}-\d{2}/, "2000-01-01");
      expectError(await send({ ...request, headers: { ...headers, accept } }), 400, "INVALID_VERSION_DATE");
    },
  );

  test("a path parameter that breaks the definition is a 400 that names it", async () => {
    const answer = await send({ ...request, path: path.replace(/[a-f0-9]{24}/, "x") });
    expectError(answer, 400, "INVALID_PATH_PARAMETER");
    const field = "groupId";
    expect(answer.body).toMatchObject({
      detail: expect.stringContaining(`path.${field}`),
      parameters: [field],
      badRequestDetail: { fields: [{ field, description: expect.stringContaining("must match") }] },
    });
  });

  test.runIf(operation.body)("a body that is no JSON is a 400", async () => {
    expectError(await send({ ...request, body: '{"snapshotId":' }), 400, "INVALID_JSON");
  });

  test("a body over 1 MiB is a 413", async () => {
    const body = JSON.stringify("x".repeat(1024 * 1024));
    // Without a method that has a body, fetch sends none.
    expectError(await send({ ...request, method: "POST", body }), 413, "BODY_TOO_LARGE");
  });

  test.runIf(readsById(operation))("an id that is unknown is a 404 that names it", async () => {
    const answer = await send({ ...sound, path: path.replace(/[^/]+$/, NOBODY) });
    expectError(answer, 404);
    const naming = expect.stringContaining(NOBODY);
    expect(answer.body).toMatchObject({ detail: naming, parameters: [naming] });
  });

  test("no credentials are a 401 with a challenge", async () => {
    const answer = await exchange(shared, request);
    expectError(answer, 401);
    expect(answer.headers.get("www-authenticate")).toMatch(/^Digest realm="MMS Public API",.* nonce="/);
  });

  test("a credential without a role is a 403", async () => {
    const mock = await own({ scenario: { roles: [] } });
    expectError(await signedExchange(mock, request), 403, "USER_UNAUTHORIZED");
  });

  test("a used up rate limit is a 429 until its window ends", async () => {
    const clock = testClock({ isManual: true });
    const mock = await own({ clock, scenario: { rateLimit: { requests: 1, windowMs: 60_000 } } });
    const first = await signedExchange(mock, request);
    expectStatus(first, success, "the status within the limit");
    const left = declared.includes("RateLimit-Remaining") ? "0" : null;
    expect(first.headers.get("ratelimit-remaining"), "what is left of the rate limit").toBe(left);
    await clock.advance(20_000);
    const refused = await signedExchange(mock, request);
    expectError(refused, 429, "RATE_LIMITED");
    const told = ["retry-after", "ratelimit-limit", "ratelimit-remaining"];
    expect(
      told.map((name) => refused.headers.get(name)),
      told.join(),
    ).toEqual(["40", "1", "0"]);
    await clock.advance(40_000);
    expectStatus(await signedExchange(mock, request), success, "the status in the next window");
  });
});

function readsById({ method, path }: Operation): boolean {
  return method === "GET" && path.endsWith("}");
}

/** The `Authorization` of an API key that the mock has just let in. */
async function digestOf(mock: Mock, operation: Operation): Promise<string> {
  const { status } = successOf(operation);
  let authorization = "";
  await callThrough(operation.operationId, inputOf(operation), {
    auth: apiKey(mock.credentials),
    baseUrl: mock.url,
    fetch(url, init) {
      const headers = new Headers(init.headers);
      authorization = headers.get("authorization") ?? "";
      headers.set("prefer", `code=${status}`);
      return fetch(url, { ...init, headers });
    },
  });
  expect(mock.requests.at(-1)?.status, "the status with a digest").toBe(status);
  return authorization;
}

async function challengeTo(mock: Mock, request: RawRequest, authorization: string): Promise<string | null> {
  const answer = await exchange(mock, { ...request, headers: { ...request.headers, authorization } });
  expectStatus(answer, 401);
  return answer.headers.get("www-authenticate");
}
