import { describe, expect, test } from "vitest";
import { AtlasApiError, AuthenticationError } from "../errors.ts";
import { failureOf } from "../testing/connect.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import { job } from "../testing/jobs.ts";
import { secrets } from "../testing/secrets.ts";
import { credentials, read, signedIn, waiting } from "../testing/service-account.ts";
import { token, tokenService } from "../testing/token-service.ts";
import { type ServiceAccount, serviceAccount } from "./service-account.ts";

const tokenLimit =
  "the token endpoint has a limit of its own, about 10 tokens a minute for each credential: share one serviceAccount between clients, or give it a store";

describe("a token request that fails", () => {
  const invalidClient = {
    status: 401,
    body: { error: "invalid_client", error_description: "Invalid client secret" },
  };

  test("because the secret is wrong says so, once, and keeps the answer as its cause", async () => {
    await using server = await tokenService([invalidClient]);
    const { atlas } = signedIn(server);
    const error = await failureOf(read(atlas));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      message: `${server.url}/api/oauth/token refuses the service account (401 invalid_client: Invalid client secret): check its client id and secret, and whether it was deleted or its secret has expired`,
      cause: { name: "AtlasApiError", status: 401, method: "POST", url: `${server.url}/api/oauth/token` },
    });
    expect([server.tokenRequests.length, server.calls.length]).toEqual([1, 0]);
  });

  test("says what the endpoint says on one line, whatever it is", async () => {
    const error_description = `one\n\u001b[2Jtwo\u202e${"x".repeat(1_000)}`;
    await using server = await tokenService([
      { status: 401, body: { error: "bad\rcode", error_description } },
    ]);
    const { message } = (await failureOf(read(signedIn(server).atlas))) as Error;
    expect(message).toContain("(401 bad code: one [2Jtwo xxx");
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(message.length).toBeLessThan(600);
  });

  test.each([
    ["white space behind the secret", { clientSecret: `${secrets.clientSecret}\n` }, "clientSecret"],
    ["quotes around the secret", { clientSecret: `"${secrets.clientSecret}"` }, "clientSecret"],
    ["a typographic quote before the id", { clientId: "“mdb_sa_id_1" }, "clientId"],
  ])("with %s names that option", async (_, options, option) => {
    await using server = await tokenService([invalidClient]);
    const { message } = (await failureOf(read(signedIn(server, options).atlas))) as Error;
    expect(message).toMatch(
      new RegExp(`its secret has expired; ${option} begins or ends with white space or quotes$`),
    );
  });

  test.each([408, 429, 503])("with %i and an OAuth error does not doubt the credential", async (status) => {
    const body = { error: "temporarily_unavailable", error_description: "Try later." };
    await using server = await tokenService([{ status, headers: { "Retry-After": "600" }, body }]);
    const { message } = (await failureOf(read(waiting(server).atlas))) as Error;
    expect(message).toMatch(
      /: temporarily_unavailable: Try later\.( \(the token endpoint has a limit.*\))?$/,
    );
    expect(message).not.toContain("refuses");
    expect(message.includes(tokenLimit)).toBe(status === 429);
  });

  test.each<[string, unknown, string]>([
    ["another type", "mac", "mac"],
    ["a type that is not text", { toString: 1 }, '{"toString":1}'],
    ["a type on two lines", "a\nb", "a b"],
  ])("because there is a token of %s in a 200 names that type", async (_, token_type, named) => {
    const body = { access_token: secrets.accessToken, expires_in: 3_600, token_type };
    await using server = await tokenService([{ body }]);
    expect(await failureOf(read(signedIn(server).atlas))).toEqual(
      new AuthenticationError(
        `${server.url}/api/oauth/token issued a token of the type ${named}, which is not Bearer`,
      ),
    );
    expect(server.calls).toEqual([]);
  });

  test("because there were too many waits as it is told to, then goes through", async () => {
    const tooMany = {
      status: 429,
      headers: { "Retry-After": "30" },
      body: { error: 429, errorCode: "RATE_LIMITED", detail: "Slow down." },
    };
    await using server = await tokenService([tooMany, tooMany, token()]);
    const { atlas, clock, told } = waiting(server);
    expect(await read(atlas)).toEqual(job());
    // By hand, on top of the 30 s: half of 250, and of 500.
    expect(clock.waits).toEqual([30_125, 30_250]);
    expect(told.retries.map(({ method, status }) => [method, status])).toEqual([
      ["POST", 429],
      ["POST", 429],
    ]);
  });

  test("in the service's ordinary form says what it says", async () => {
    const tooMany = {
      status: 429,
      headers: { "Retry-After": "600" },
      body: { error: 429, errorCode: "RATE_LIMITED" },
    };
    await using server = await tokenService([tooMany]);
    const { atlas } = waiting(server);
    const error = await failureOf(read(atlas));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({
      message: `no token: POST ${server.url}/api/oauth/token failed with 429 RATE_LIMITED (${tokenLimit})`,
      cause: { status: 429, retryAfterMs: 600_000 },
    });
    expect((error as Error).cause).toBeInstanceOf(AtlasApiError);
    expect(server.tokenRequests).toHaveLength(1);
  });

  test("for the moment is sent again: 503, a cut, a truncated answer", async () => {
    await using server = await tokenService([
      { status: 503, body: "<html>" },
      "cut",
      { body: '{"acc' },
      token(),
    ]);
    const { atlas, clock } = waiting(server);
    expect(await read(atlas)).toEqual(job());
    expect(clock.waits).toEqual([375, 750, 1_500]);
    expect(server.tokenRequests).toHaveLength(4);
  });

  test("by the connection says so, keeps the failure as its cause, and is not retried by the call too", async () => {
    await using server = await tokenService(["cut"]);
    const { atlas } = waiting(server);
    const error = await failureOf(read(atlas));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ cause: { name: "NetworkError" } });
    expect((error as Error).message).toMatch(
      /^no token: POST http:\/\/[\d.:]+\/api\/oauth\/token: the connection failed \(\w+\): [\w ]+$/,
    );
    expect(server.tokenRequests).toHaveLength(4);
  });

  test.each<[string, unknown]>([
    ["no token", { expires_in: 3_600 }],
    ["an empty token", { access_token: "", expires_in: 3_600 }],
    ["a token that is no text", { access_token: 42, expires_in: 3_600 }],
    ["a token that no header can carry", { access_token: `${secrets.accessToken}\nX: y`, expires_in: 3_600 }],
    ["a token with a space in it", { access_token: `${secrets.accessToken} x`, expires_in: 3_600 }],
    ["null", null],
    ["a list", "[]"],
    ["text", '"token"'],
  ])("because there is %s in a 200 says so, without what there is", async (_, body) => {
    await using server = await tokenService([{ body }]);
    const { atlas } = signedIn(server);
    expect(await failureOf(read(atlas))).toEqual(
      new AuthenticationError(`${server.url}/api/oauth/token answered 200, but without a usable token`),
    );
    expect(server.calls).toEqual([]);
  });

  test.each(["abc", "a.b-c_d~e+f/g", "abc=", "abc=="])(
    "does not fail for %s, which RFC 6750 allows",
    async (value) => {
      await using server = await tokenService([token(value)]);
      const { atlas } = signedIn(server);
      await read(atlas);
      expect(server.authorizations).toEqual([`Bearer ${value}`]);
    },
  );

  test("shows what it was told, and no token that came along", async () => {
    const told = {
      error: 400,
      error_description: "d",
      errorCode: "ODD",
      detail: "Odd.",
      reason: "Bad Request",
      parameters: ["p"],
      badRequestDetail: { fields: [] },
    };
    const body = { ...told, access_token: secrets.accessToken, [secrets.renewedToken]: 1 };
    await using server = await tokenService([{ status: 400, body }]);
    const error = await failureOf(read(signedIn(server).atlas));
    expect(error).toMatchObject({
      message: `no token: POST ${server.url}/api/oauth/token failed with 400 ODD: Odd.`,
    });
    expect((error as { cause: AtlasApiError }).cause.body).toEqual(told);
  });

  test("is not kept: the next call asks again", async () => {
    await using server = await tokenService([invalidClient, token()]);
    const { atlas } = signedIn(server);
    await failureOf(read(atlas));
    expect(await read(atlas)).toEqual(job());
    expect(server.tokenRequests).toHaveLength(2);
  });

  test("never answers with the old token", async () => {
    await using server = await tokenService([token(), invalidClient]);
    const { atlas, clock } = signedIn(server);
    await read(atlas);
    clock.advance(3_540_000);
    expect(await failureOf(read(atlas))).toBeInstanceOf(AuthenticationError);
    expect(server.calls).toHaveLength(1);
  });

  test("is every waiting call's failure", async () => {
    await using server = await tokenService([invalidClient]);
    const { atlas } = signedIn(server);
    const failures = await Promise.all(Array.from({ length: 10 }, () => failureOf(read(atlas))));
    expect(failures.every((error) => error instanceof AuthenticationError)).toBe(true);
    expect(server.tokenRequests).toHaveLength(1);
  });
});

test("what is not an error does not get into the message of a failed token request", async () => {
  const auth: ServiceAccount = serviceAccount(credentials);
  const context = {
    baseUrl: "https://cloud.mongodb.com",
    send: () => Promise.reject(secrets.clientSecret),
    clock: fakeClock(),
    warn: () => {},
  };
  const asking = auth.authorize(
    { method: "GET", url: "https://cloud.mongodb.com/x", signal: undefined },
    context,
  );
  const error = await Promise.resolve(asking).catch((error: unknown) => error);
  expect(error).toMatchObject({ message: "no token: no answer" });
});
