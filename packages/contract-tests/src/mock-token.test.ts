// What the mock promises of its token endpoint (RFC 6749, RFC 7009).
import { startMock } from "@atlas-snapshot-export/mock";
import { afterAll, describe, expect, test } from "vitest";
import { definition } from "./definition.ts";
import {
  bearer,
  exchange,
  expectError,
  expectStatus,
  type RawRequest,
  soundRequest,
  tokenRequest,
} from "./mock-exchange.ts";

const mock = await startMock();

afterAll(() => mock.close());

describe("token", () => {
  const ask = (change: Partial<RawRequest>) => exchange(mock, { ...tokenRequest(mock), ...change });
  const { headers, path } = tokenRequest({ credentials: { ...mock.credentials, clientSecret: "another" } });
  const revocation = path.replace(/[^/]+$/, "revoke");

  test("is given for an hour", async () => {
    const answer = await ask({});
    expectStatus(answer, 200);
    expect(answer.body).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: "Bearer" });
  });

  test.each<[string, number, string, Partial<RawRequest>]>([
    ["with another secret", 401, "invalid_client", { headers }],
    ["without a grant", 400, "invalid_request", { body: "scope=all" }],
    ["for another grant", 400, "unsupported_grant_type", { body: "grant_type=password" }],
    ["when nothing is named that could be revoked", 400, "invalid_request", { path: revocation }],
  ])("is not given %s: that is a %d", async (_, status, error, change) => {
    const answer = await ask(change);
    expectStatus(answer, status);
    expect(answer.body, "the error").toEqual({ error, error_description: expect.any(String) });
  });

  test("takes a form: anything else is a 400", async () => {
    const asJson = { ...tokenRequest(mock).headers, "content-type": "application/json" };
    const answer = await ask({ headers: asJson });
    expectStatus(answer, 400);
    expect(answer.body).toMatchObject({ error: "invalid_request" });
  });

  test("takes POST: anything else is a 405", async () => {
    const answer = await ask({ method: "GET", body: undefined });
    expectError(answer, 405, "METHOD_NOT_ALLOWED");
    expect(answer.headers.get("allow")).toBe("POST");
  });

  test("is good for nothing once it is revoked", async () => {
    const authorization = await bearer(mock);
    const body = `token=${authorization.replace("Bearer ", "")}`;
    expectStatus(await ask({ path: revocation, body }), 200);
    const [operation] = definition.operations;
    if (operation === undefined) return expect.fail("The definition has no operation.");
    const request = soundRequest(operation);
    const answer = await exchange(mock, { ...request, headers: { ...request.headers, authorization } });
    expectStatus(answer, 401);
  });
});
