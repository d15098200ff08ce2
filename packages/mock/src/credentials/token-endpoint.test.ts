import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { basic, call, fetchToken, JOBS, postForm, VERSIONED } from "../../test/call.ts";
import { systemClock } from "../clock.ts";
import { startMock } from "../index.ts";

const TOKEN = "/api/oauth/token";
const REVOKE = "/api/oauth/revoke";
const GRANT = "grant_type=client_credentials";

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

describe("the token endpoint", () => {
  test("answers the client credentials with a bearer token for an hour", async () => {
    await using mock = await startMock();
    const { status, body, headers } = await postForm(mock, TOKEN, GRANT);
    expect(status).toBe(200);
    expect(body).toEqual({ access_token: expect.any(String), expires_in: 3600, token_type: "Bearer" });
    expect(headers.get("cache-control")).toBe("no-store");
    expect((await call(mock, JOBS, bearer(body.access_token))).status).toBe(200);
  });

  test("takes its path from the definition", async () => {
    const moved = structuredClone(definition);
    moved.components.securitySchemes.ServiceAccount.flows.clientCredentials.tokenUrl =
      "https://sso.example/v9/mint";
    await using mock = await startMock({ definition: moved });
    expect((await postForm(mock, "/v9/mint", GRANT)).status).toBe(200);
    expect((await postForm(mock, TOKEN, GRANT)).status).toBe(404);
  });

  test.each([
    ["a wrong secret", (id: string) => `${id}:wrong`],
    ["a wrong id", () => "wrong:mock_client_secret"],
    ["an id that is form-encoded first", (id: string) => `${id.replaceAll("_", "%5F")}:mock_client_secret`],
  ])("refuses %s with invalid_client", async (_, pair) => {
    await using mock = await startMock();
    const authorization = `Basic ${Buffer.from(pair(mock.credentials.clientId)).toString("base64")}`;
    const { status, body, headers } = await postForm(mock, TOKEN, GRANT, authorization);
    expect(status).toBe(401);
    expect(body).toEqual({ error: "invalid_client", error_description: expect.any(String) });
    expect(headers.get("www-authenticate")).toMatch(/^Basic /);
  });

  test.each(["", "Basic", "Basic ###", "Bearer x"])("refuses the authorization %j", async (authorization) => {
    await using mock = await startMock();
    const { status, body } = await postForm(mock, TOKEN, GRANT, authorization);
    expect([status, body.error]).toEqual([401, "invalid_client"]);
  });

  test.each([
    ["", "invalid_request"],
    ["grant_type=password", "unsupported_grant_type"],
  ])("refuses the body %j with %s", async (form, error) => {
    await using mock = await startMock();
    const { status, body } = await postForm(mock, TOKEN, form);
    expect([status, body.error]).toEqual([400, error]);
  });

  test("takes a form and nothing else, by POST and nothing else", async () => {
    await using mock = await startMock();
    const headers = { authorization: basic(mock.credentials) };
    const text = await call(mock, TOKEN, {
      body: GRANT,
      headers: { ...headers, "content-type": "text/plain" },
    });
    expect([text.status, text.body.error]).toEqual([400, "invalid_request"]);
    const get = await call(mock, `${TOKEN}?${GRANT}`, { headers });
    expect([get.status, get.headers.get("allow"), get.body.error]).toEqual([405, "POST", 405]);
  });
});

describe("a bearer token", () => {
  test.each(["Bearer made-up", "Bearer ", "Bearer", "Basic bW9jazptb2Nr", "mock-token-x"])(
    "that was not issued, as in %j, is refused",
    async (authorization) => {
      await using mock = await startMock();
      await fetchToken(mock);
      const { status, headers } = await call(mock, JOBS, { headers: { authorization } });
      expect(status).toBe(401);
      expect(headers.get("www-authenticate")).toMatch(/^Digest .*stale=false$/);
    },
  );

  test("lives for 3600 seconds of the mock's clock", async () => {
    let nowMs = 0;
    await using mock = await startMock({ clock: { ...systemClock, monotonicMs: () => nowMs } });
    const token = await fetchToken(mock);
    nowMs += 3_599_999;
    expect((await call(mock, JOBS, bearer(token))).status).toBe(200);
    nowMs += 1;
    expect((await call(mock, JOBS, bearer(token))).status).toBe(401);
  });

  test("is good on the mock that issued it and on no other", async () => {
    await using mock = await startMock();
    await using other = await startMock();
    expect((await call(other, JOBS, bearer(await fetchToken(mock)))).status).toBe(401);
  });

  test("is refused once it is revoked, and others are not", async () => {
    await using mock = await startMock();
    const [token, other] = [await fetchToken(mock), await fetchToken(mock)];
    const revoked = await postForm(mock, REVOKE, `token=${token}`);
    expect([revoked.status, revoked.text]).toEqual([200, ""]);
    expect((await call(mock, JOBS, bearer(token))).status).toBe(401);
    expect((await call(mock, JOBS, bearer(other))).status).toBe(200);
  });

  test("that is not known can be revoked, one that is not named cannot", async () => {
    await using mock = await startMock();
    expect((await postForm(mock, REVOKE, "token=made-up")).status).toBe(200);
    expect((await postForm(mock, REVOKE, "")).body.error).toBe("invalid_request");
    expect((await postForm(mock, REVOKE, "token=x", "Basic eDp5")).status).toBe(401);
  });
});

describe("the definition's security", () => {
  const withSecurity = (security: object[], schemes: object = {}) => {
    const changed = structuredClone(definition);
    Object.assign(changed.components.securitySchemes, schemes);
    return Object.assign(changed, { security });
  };

  test("decides: without any, anybody may call", async () => {
    await using mock = await startMock({ definition: withSecurity([]) });
    expect((await call(mock, JOBS, { headers: { accept: VERSIONED } })).status).toBe(200);
  });

  test("with tokens alone challenges for a token", async () => {
    await using mock = await startMock({ definition: withSecurity([{ ServiceAccount: [] }]) });
    const { status, headers } = await call(mock, JOBS);
    expect([status, headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect((await call(mock, JOBS, bearer(await fetchToken(mock)))).status).toBe(200);
  });

  test("that the mock cannot check is an error at start", async () => {
    const definition = withSecurity([{ Cookie: [] }], {
      Cookie: { type: "apiKey", in: "cookie", name: "sid" },
    });
    await expect(startMock({ definition })).rejects.toThrow(
      "The mock cannot check Cookie of createBackupExportJob",
    );
  });
});
