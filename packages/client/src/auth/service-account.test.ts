import { EventEmitter, getEventListeners, once } from "node:events";
import { describe, expect, test } from "vitest";
import { AtlasApiError, AuthenticationError } from "../errors.ts";
import { type AtlasClient, getBackupExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { autoClock, fakeClock, startOfTime } from "../testing/fake-clock.ts";
import { clusterName, exportId, groupId, job } from "../testing/jobs.ts";
import { type Answer, type ReceivedRequest, scriptedServer } from "../testing/scripted-server.ts";
import { expectNoSecret, secrets } from "../testing/secrets.ts";
import { clientId, token, tokenService } from "../testing/token-service.ts";
import {
  type BearerToken,
  type ServiceAccount,
  type ServiceAccountOptions,
  serviceAccount,
  type TokenStore,
} from "./service-account.ts";

const credentials = { clientId, clientSecret: secrets.clientSecret };
const first = `Bearer ${secrets.accessToken}`;
const second = `Bearer ${secrets.renewedToken}`;
const unauthorized = { status: 401, body: { error: 401, reason: "Unauthorized" } };

/** A client that signs in with a service account, on a clock that stands still. */
function signedIn(
  server: { url: string },
  options: Partial<ServiceAccountOptions> = {},
  clock = fakeClock(),
) {
  const auth = serviceAccount({ ...credentials, ...options });
  return { auth, clock, ...connect(server, { auth, clock }) };
}

/** The same on a clock that goes by itself. */
function waiting(server: { url: string }, options: Partial<ServiceAccountOptions> = {}) {
  const auth = serviceAccount({ ...credentials, ...options });
  const clock = autoClock();
  return { auth, clock, ...connect(server, { auth, clock, fetch: clock.fetch, random: () => 0.5 }) };
}

function read(atlas: AtlasClient, signal?: AbortSignal) {
  return getBackupExportJob(atlas, { groupId, clusterName, exportId }, { signal });
}

function bearer(accessToken: string, livesForMs: number): BearerToken {
  return { accessToken, expiresAt: startOfTime + livesForMs };
}

describe("the token request", () => {
  test("carries id and secret raw in a Basic header, and asks by client credentials", async () => {
    await using server = await tokenService();
    const { atlas, told } = signedIn(server);
    expect(await read(atlas)).toEqual(job());
    expect(told.warnings).toEqual([]);
    expect(server.tokenRequests).toMatchObject([
      {
        method: "POST",
        url: "/api/oauth/token",
        body: "grant_type=client_credentials",
        headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      },
    ]);
    // api-facts, §2.9: raw. The expected value is Node's, not the browser's base64 that the source uses.
    const raw = Buffer.from(`${clientId}:${secrets.clientSecret}`).toString("base64");
    expect(server.tokenRequests[0]?.headers.authorization).toBe(`Basic ${raw}`);
    expect(server.authorizations).toEqual([first]);
  });

  test("carries text beyond ASCII as UTF-8 (RFC 7617, section 2.1)", async () => {
    await using server = await tokenService();
    const { atlas } = signedIn(server, { clientId: "ïd", clientSecret: "sécret☃" });
    await read(atlas);
    const raw = Buffer.from("ïd:sécret☃", "utf8").toString("base64");
    expect(server.tokenRequests[0]?.headers.authorization).toBe(`Basic ${raw}`);
  });

  test("goes to another endpoint when told so", async () => {
    await using server = await tokenService();
    await using identity = await scriptedServer([token()]);
    const { atlas } = signedIn(server, { tokenUrl: `${identity.url}/own/issue` });
    await read(atlas);
    expect(identity.requests.map(({ url }) => url)).toEqual(["/own/issue"]);
    expect(server.tokenRequests).toEqual([]);
  });

  test.each([
    [
      "http://identity.example.com/token",
      "tokenUrl must be https, or http to this machine, not http://identity.example.com",
    ],
    ["/token", "tokenUrl must be an absolute URL, such as https://cloud.mongodb.com"],
  ])("is refused for the endpoint %s before there is a client", (tokenUrl, message) => {
    expect(() => serviceAccount({ ...credentials, tokenUrl })).toThrow(new TypeError(message));
  });

  test.each([
    ["clientId", ""],
    ["clientId", undefined],
    ["clientSecret", ""],
    ["clientSecret", 42],
  ])("needs %s, and «%s» is none", (option, value) => {
    expect(() => serviceAccount({ ...credentials, [option]: value } as ServiceAccountOptions)).toThrow(
      new TypeError(`serviceAccount needs ${option}, a string that is not empty`),
    );
  });
});

test.each([
  [Number.NaN, "NaN"],
  [-1, "-1"],
  ["60s", "60s"],
])("a margin of %s is refused", (renewBeforeMs, given) => {
  expect(() => serviceAccount({ ...credentials, renewBeforeMs: renewBeforeMs as number })).toThrow(
    new TypeError(`serviceAccount needs renewBeforeMs, a number of at least 0, not ${given}`),
  );
});

describe("one token", () => {
  test("is shared by a hundred calls at once, and by those after them", async () => {
    await using server = await tokenService();
    const { atlas } = signedIn(server);
    await Promise.all(Array.from({ length: 100 }, () => read(atlas)));
    await read(atlas);
    expect(server.tokenRequests).toHaveLength(1);
    expect(new Set(server.authorizations)).toEqual(new Set([first]));
    expect(server.calls).toHaveLength(101);
  });

  test("is shared by two clients of one provider", async () => {
    await using server = await tokenService();
    const auth = serviceAccount(credentials);
    const clients = [connect(server, { auth }), connect(server, { auth })];
    await Promise.all(clients.map(({ atlas }) => read(atlas)));
    expect(server.tokenRequests).toHaveLength(1);
  });

  test("goes to the service that it came from, and to no other one", async () => {
    await using one = await tokenService();
    await using other = await tokenService([token(secrets.renewedToken)]);
    const auth = serviceAccount(credentials);
    const clients = [one, other].map((server) => connect(server, { auth }).atlas);
    await Promise.all(clients.map((atlas) => read(atlas)));
    for (const atlas of clients) await read(atlas);
    expect(one.authorizations).toEqual([first, first]);
    expect(other.authorizations).toEqual([second, second]);
    await auth.revoke();
    expect(one.tokenRequests.at(-1)?.body).toBe(`token=${secrets.accessToken}`);
    expect(other.tokenRequests.at(-1)?.body).toBe(`token=${secrets.renewedToken}`);
  });

  // 3600 s less a margin of 60 s.
  test("is renewed a minute ahead of its end", async () => {
    await using server = await tokenService([token(), token(secrets.renewedToken)]);
    const { atlas, clock } = signedIn(server);
    await read(atlas);
    clock.advance(3_540_000 - 1);
    await read(atlas);
    expect(server.tokenRequests).toHaveLength(1);
    clock.advance(1);
    await read(atlas);
    expect(server.authorizations).toEqual([first, first, second]);
  });

  test("is renewed as long ahead as told", async () => {
    await using server = await tokenService([token(), token(secrets.renewedToken)]);
    const { atlas, clock } = signedIn(server, { renewBeforeMs: 600_000 });
    await read(atlas);
    clock.advance(3_000_000 - 1);
    await read(atlas);
    clock.advance(1);
    await read(atlas);
    expect(server.authorizations).toEqual([first, first, second]);
  });
});

test("a margin longer than a token's life is half of that life", async () => {
  await using server = await tokenService([token(), token(secrets.renewedToken)]);
  const { atlas, clock } = signedIn(server, { renewBeforeMs: 7_200_000 });
  await read(atlas);
  clock.advance(1_800_000 - 1);
  await read(atlas);
  clock.advance(1);
  await read(atlas);
  expect(server.authorizations).toEqual([first, first, second]);
});

describe("a token that the service refuses", () => {
  test("is renewed once, and the call goes through", async () => {
    const call = ({ headers }: ReceivedRequest): Answer =>
      headers.authorization === first ? unauthorized : { body: job() };
    await using server = await tokenService([token(), token(secrets.renewedToken)], call);
    const { atlas } = signedIn(server);
    expect(await read(atlas)).toEqual(job());
    expect(server.authorizations).toEqual([first, second]);
    expect(server.tokenRequests).toHaveLength(2);
  });

  test("twice is the caller's 401, and no third one is asked for", async () => {
    await using server = await tokenService([token(), token(secrets.renewedToken)], () => unauthorized);
    const { atlas } = signedIn(server);
    expect(await failureOf(read(atlas))).toMatchObject({
      name: "AtlasApiError",
      status: 401,
      message: expect.stringMatching(/\(check the credential: it is unknown, wrong or expired\)$/),
    });
    expect(server.authorizations).toEqual([first, second]);
    expect(server.tokenRequests).toHaveLength(2);
  });

  test("again and again costs one token a call", async () => {
    const tokens = ["a", "b", "c", "d"].map((name) => token(name));
    await using server = await tokenService(tokens, () => unauthorized);
    const { atlas } = signedIn(server);
    await failureOf(read(atlas));
    await failureOf(read(atlas));
    expect(server.authorizations).toEqual(["Bearer a", "Bearer b", "Bearer b", "Bearer c"]);
    expect(server.tokenRequests).toHaveLength(3);
  });

  test("by many calls at once is renewed once for all", async () => {
    const call = ({ headers }: ReceivedRequest): Answer =>
      headers.authorization === first ? unauthorized : { body: job() };
    await using server = await tokenService([token(), token(secrets.renewedToken)], call);
    const { atlas } = signedIn(server);
    await Promise.all(Array.from({ length: 20 }, () => read(atlas)));
    expect(server.tokenRequests).toHaveLength(2);
  });

  test("after another call has renewed it does not cost the new one", async () => {
    // The slow call's 401 comes when the fast one has long renewed the token.
    let isRenewed = () => {};
    const renewed = new Promise<void>((resolve) => {
      isRenewed = resolve;
    });
    let slow = true;
    const call = async ({ headers }: ReceivedRequest): Promise<Answer> => {
      if (headers.authorization === second) return { body: job() };
      if (slow) {
        slow = false;
        await renewed;
      }
      return unauthorized;
    };
    await using server = await tokenService([token(), token(secrets.renewedToken)], call);
    const { atlas } = signedIn(server);
    const slowCall = read(atlas);
    // The token request and the slow call.
    await server.received(2);
    await read(atlas);
    isRenewed();
    await slowCall;
    expect(server.authorizations).toEqual([first, first, second, second]);
    expect(server.tokenRequests).toHaveLength(2);
  });
});

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
      message: `${server.url}/api/oauth/token refuses the service account (401 invalid_client): check its client id and secret, and whether it was deleted or its secret has expired`,
      cause: { name: "AtlasApiError", status: 401, method: "POST", url: `${server.url}/api/oauth/token` },
    });
    expect([server.tokenRequests.length, server.calls.length]).toEqual([1, 0]);
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
    expect(clock.waits).toEqual([30_000, 30_000]);
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
      message: `no token: POST ${server.url}/api/oauth/token failed with 429 RATE_LIMITED`,
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
    expect(clock.waits).toEqual([250, 500, 1_000]);
    expect(server.tokenRequests).toHaveLength(4);
  });

  test("by the connection says so, keeps the failure as its cause, and is not retried by the call too", async () => {
    await using server = await tokenService(["cut"]);
    const { atlas } = waiting(server);
    const error = await failureOf(read(atlas));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ cause: { name: "NetworkError" } });
    expect((error as Error).message).toMatch(
      /^no token: POST http:\/\/[\d.:]+\/api\/oauth\/token: the connection failed \(\w+\)$/,
    );
    expect(server.tokenRequests).toHaveLength(4);
  });

  test.each<[string, unknown]>([
    ["no token", { expires_in: 3_600 }],
    ["an empty token", { access_token: "", expires_in: 3_600 }],
    ["a token that is no text", { access_token: 42, expires_in: 3_600 }],
    ["a token that no header can carry", { access_token: `${secrets.accessToken}\nX: y`, expires_in: 3_600 }],
    ["a token with a space in it", { access_token: `${secrets.accessToken} x`, expires_in: 3_600 }],
    ["no end", { access_token: secrets.accessToken }],
    ["an end that is no number", { access_token: secrets.accessToken, expires_in: "3600" }],
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

describe("a caller that leaves", () => {
  /** A token that comes when the test says so. */
  function lateToken() {
    let give = (_: Answer) => {};
    const answer = new Promise<Answer>((resolve) => {
      give = resolve;
    });
    return { answer, give };
  }

  test("does not end the others' token request", async () => {
    const { answer, give } = lateToken();
    await using server = await tokenService([answer]);
    const { atlas } = signedIn(server);
    const controller = new AbortController();
    const leaves = read(atlas, controller.signal);
    const stays = read(atlas);
    await server.received(1);
    controller.abort("enough");
    expect(await failureOf(leaves)).toBe("enough");
    give(token());
    expect(await stays).toEqual(job());
    expect(server.tokenRequests).toHaveLength(1);
  });

  test("as the last one ends it, and leaves no timer, listener or connection", async () => {
    const { answer } = lateToken();
    await using server = await tokenService([answer]);
    const { atlas, clock } = signedIn(server);
    const { signal, abort } = ((controller) => ({
      signal: controller.signal,
      abort: () => controller.abort("enough"),
    }))(new AbortController());
    const leaves = read(atlas, signal);
    await server.received(1);
    abort();
    expect(await failureOf(leaves)).toBe("enough");
    await server.hungUp();
    expect(clock.pending).toBe(0);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  test("by its deadline does not wait for the token", async () => {
    const { answer } = lateToken();
    await using server = await tokenService([answer]);
    const { atlas, clock } = signedIn(server);
    const input = { groupId, clusterName, exportId };
    const calling = getBackupExportJob(atlas, input, { deadlineMs: 10_000 });
    await server.received(1);
    clock.advance(10_000);
    expect(await failureOf(calling)).toMatchObject({
      name: "NetworkError",
      message: expect.stringMatching(/: no answer within the deadline of 10000 ms$/),
    });
    await server.hungUp();
    expect(clock.pending).toBe(0);
  });
});

/** A store in memory that keeps book. */
function memoryStore(initial?: unknown) {
  const writes: unknown[] = [];
  const held = { token: initial };
  const store: TokenStore = {
    get: () => held.token as BearerToken,
    set(token) {
      writes.push(token);
      held.token = token;
    },
  };
  return { store, writes, held };
}

describe("a store", () => {
  test("gets the token that was asked for, with its end", async () => {
    await using server = await tokenService();
    const { store, writes } = memoryStore();
    await read(signedIn(server, { store }).atlas);
    expect(writes).toEqual([bearer(secrets.accessToken, 3_600_000)]);
  });

  test("saves the next process its token request", async () => {
    await using server = await tokenService();
    const { store } = memoryStore();
    await read(signedIn(server, { store }).atlas);
    await read(signedIn(server, { store }).atlas);
    expect(server.tokenRequests).toHaveLength(1);
    expect(server.authorizations).toEqual([first, first]);
  });

  test("may be asynchronous", async () => {
    await using server = await tokenService();
    const { store, writes } = memoryStore(bearer(secrets.renewedToken, 3_600_000));
    const slow: TokenStore = { get: async () => store.get(), set: async (token) => store.set(token) };
    await read(signedIn(server, { store: slow }).atlas);
    expect(server.authorizations).toEqual([second]);
    expect(writes).toEqual([]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["text", "token"],
    ["a number", 42],
    ["another form", { access_token: secrets.renewedToken }],
    ["a token without an end", { accessToken: secrets.renewedToken }],
    ["an end that is no number", { accessToken: secrets.renewedToken, expiresAt: "tomorrow" }],
    ["an end without a token", { expiresAt: startOfTime + 3_600_000 }],
    ["a token that is no text", { accessToken: 42, expiresAt: startOfTime + 3_600_000 }],
    ["an empty token", bearer("", 3_600_000)],
    ["a token that no header can carry", bearer(`${secrets.renewedToken}\n`, 3_600_000)],
    ["a token that has ended", bearer(secrets.renewedToken, -1)],
    ["a token that is about to end", bearer(secrets.renewedToken, 60_000)],
  ])("that holds %s is as good as empty", async (_, value) => {
    await using server = await tokenService();
    const { store, held } = memoryStore(value);
    const { atlas, told } = signedIn(server, { store });
    expect(await read(atlas)).toEqual(job());
    expect(server.authorizations).toEqual([first]);
    expect(held.token).toEqual(bearer(secrets.accessToken, 3_600_000));
    expect(told.warnings).toEqual([]);
  });

  test("is used as long as its token has more than the margin left", async () => {
    await using server = await tokenService();
    const { store } = memoryStore(bearer(secrets.renewedToken, 60_001));
    await read(signedIn(server, { store }).atlas);
    expect(server.authorizations).toEqual([second]);
  });

  test.each([
    ["reading", { get: () => Promise.reject(new Error("disk")), set: () => {} }, "read"],
    ["writing", { get: () => undefined, set: () => Promise.reject(new Error("disk")) }, "written"],
  ])("that fails at %s costs a warning and no call", async (_, store, what) => {
    await using server = await tokenService();
    const { atlas, told } = signedIn(server, { store });
    expect(await read(atlas)).toEqual(job());
    expect(told.warnings).toEqual([
      { message: `the token store could not be ${what}`, cause: new Error("disk") },
    ]);
  });

  test.each([
    ["get", "read"],
    ["set", "written"],
  ])("whose %s does not answer is waited for five seconds", async (method, what) => {
    await using server = await tokenService();
    const asked = new EventEmitter();
    const hang = () => {
      asked.emit("asked");
      return new Promise<never>(() => {});
    };
    const store: TokenStore = { get: () => undefined, set: () => {}, [method]: hang };
    const { atlas, clock, told } = signedIn(server, { store });
    const isAsked = once(asked, "asked");
    const reading = read(atlas);
    await isAsked;
    clock.advance(4_999);
    expect(told.warnings).toEqual([]);
    clock.advance(1);
    expect(await reading).toEqual(job());
    expect(told.warnings).toEqual([
      { message: `the token store could not be ${what}`, cause: new Error("no answer within 5000 ms") },
    ]);
  });

  test("that throws at once is no different", async () => {
    await using server = await tokenService();
    const broken = () => {
      throw new Error("disk");
    };
    const { atlas, told } = signedIn(server, { store: { get: broken, set: broken } });
    expect(await read(atlas)).toEqual(job());
    expect(told.warnings).toHaveLength(2);
  });

  test("is asked before a refused token is renewed: another process may have done so", async () => {
    const call = ({ headers }: ReceivedRequest): Answer =>
      headers.authorization === first ? unauthorized : { body: job() };
    await using server = await tokenService([token()], call);
    const { store, held } = memoryStore();
    const { atlas } = signedIn(server, { store });
    const refusing = read(atlas);
    // The token request and the call that is refused.
    await server.received(1);
    await refusing.catch(() => undefined);
    held.token = bearer(secrets.renewedToken, 3_600_000);
    expect(await read(atlas)).toEqual(job());
    expect(server.authorizations.at(-1)).toBe(second);
  });

  test("does not bring a refused token back", async () => {
    const call = ({ headers }: ReceivedRequest): Answer =>
      headers.authorization === second ? unauthorized : { body: job() };
    await using server = await tokenService([token()], call);
    const { store, held } = memoryStore(bearer(secrets.renewedToken, 3_600_000));
    const { atlas } = signedIn(server, { store });
    expect(await read(atlas)).toEqual(job());
    expect(server.authorizations).toEqual([second, first]);
    expect(held.token).toEqual(bearer(secrets.accessToken, 3_600_000));
  });

  test("that another process filled meanwhile makes up for a token request that failed", async () => {
    const invalid = { status: 400, body: { error: "invalid_request" } };
    const values = [undefined, bearer(secrets.renewedToken, 3_600_000)];
    await using server = await tokenService([invalid]);
    const store: TokenStore = { get: () => values.shift(), set: () => {} };
    const { atlas } = signedIn(server, { store });
    expect(await read(atlas)).toEqual(job());
    expect(server.authorizations).toEqual([second]);
  });
});

describe("revoking", () => {
  const done = { status: 200 };

  test("gives the token back, and the next call asks for another", async () => {
    await using server = await tokenService([token("a+b/c=="), done, token(secrets.renewedToken)]);
    const { auth, atlas } = signedIn(server);
    await read(atlas);
    await auth.revoke();
    expect(server.tokenRequests[1]).toMatchObject({
      method: "POST",
      url: "/api/oauth/revoke",
      body: "token=a%2Bb%2Fc%3D%3D",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        // No JSON is asked for: what comes back is nothing.
        accept: "*/*",
        authorization: server.tokenRequests[0]?.headers.authorization,
      },
    });
    await read(atlas);
    expect(server.authorizations.at(-1)).toBe(second);
  });

  test("lies beside a token endpoint of another name", async () => {
    await using server = await tokenService();
    await using identity = await scriptedServer([token(), done]);
    const { auth, atlas } = signedIn(server, { tokenUrl: `${identity.url}/own/issue` });
    await read(atlas);
    await auth.revoke();
    expect(identity.requests.map(({ url }) => url)).toEqual(["/own/issue", "/own/revoke"]);
  });

  test("does nothing where there is no token, or none any more", async () => {
    await using server = await tokenService([token(), done]);
    const { auth, atlas } = signedIn(server);
    await auth.revoke();
    expect(server.requests).toEqual([]);
    await read(atlas);
    await auth.revoke();
    await auth.revoke();
    expect(server.tokenRequests).toHaveLength(2);
  });

  test("while a call is under way costs that call a new token", async () => {
    let isRevoked = () => {};
    const revoked = new Promise<void>((resolve) => {
      isRevoked = resolve;
    });
    const call = async ({ headers }: ReceivedRequest): Promise<Answer> => {
      if (headers.authorization === second) return { body: job() };
      await revoked;
      return unauthorized;
    };
    await using server = await tokenService([token(), done, token(secrets.renewedToken)], call);
    const { auth, atlas } = signedIn(server);
    const calling = read(atlas);
    await server.received(2);
    await auth.revoke();
    isRevoked();
    expect(await calling).toEqual(job());
    expect(server.authorizations).toEqual([first, second]);
  });

  test("empties the store, and does not take the token from it again", async () => {
    await using server = await tokenService([token(), done, token(secrets.renewedToken)]);
    const { store, writes, held } = memoryStore();
    const { auth, atlas } = signedIn(server, { store });
    await read(atlas);
    await auth.revoke();
    expect(writes).toEqual([bearer(secrets.accessToken, 3_600_000), undefined]);
    held.token = bearer(secrets.accessToken, 3_600_000);
    await read(atlas);
    expect(server.authorizations).toEqual([first, second]);
  });

  test("leaves in the store what another process has put there since", async () => {
    await using server = await tokenService([token(), done]);
    const { store, held } = memoryStore();
    const { auth, atlas } = signedIn(server, { store });
    await read(atlas);
    held.token = bearer(secrets.renewedToken, 3_600_000);
    await auth.revoke();
    expect(held.token).toEqual(bearer(secrets.renewedToken, 3_600_000));
    await read(atlas);
    expect(server.authorizations).toEqual([first, second]);
  });

  test("that fails says so, and the token is not used again all the same", async () => {
    const down = { status: 400, body: { error: 400, errorCode: "NO" } };
    await using server = await tokenService([token(), down, token(secrets.renewedToken)]);
    const { auth, atlas } = signedIn(server);
    await read(atlas);
    expect(await failureOf(auth.revoke())).toMatchObject({
      name: "AuthenticationError",
      message: `the token was not revoked: POST ${server.url}/api/oauth/revoke failed with 400 NO`,
    });
    await read(atlas);
    expect(server.authorizations.at(-1)).toBe(second);
  });

  test("ends with its signal, leaves nothing behind, and the token is not used again all the same", async () => {
    const silence = new Promise<Answer>(() => {});
    await using server = await tokenService([token(), silence, token(secrets.renewedToken)]);
    const { auth, atlas, clock } = signedIn(server);
    await read(atlas);
    const controller = new AbortController();
    const { signal } = controller;
    const revoking = failureOf(auth.revoke({ signal }));
    await server.received(3);
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await revoking).toBe(reason);
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(clock.pending).toBe(0);
    await read(atlas);
    expect(server.authorizations.at(-1)).toBe(second);
  });

  test("is not begun with a signal that is aborted already", async () => {
    await using server = await tokenService([token(), done]);
    const { auth, atlas } = signedIn(server);
    await read(atlas);
    const reason = new Error("enough");
    expect(await failureOf(auth.revoke({ signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(server.tokenRequests).toHaveLength(1);
    await read(atlas);
    expect(server.authorizations).toEqual([first, first]);
  });

  test("that is cut off says so", async () => {
    await using server = await tokenService([token(), "cut"]);
    const { auth, atlas } = waiting(server);
    await read(atlas);
    expect(((await failureOf(auth.revoke())) as Error).message).toMatch(
      /^the token was not revoked: POST \S+\/api\/oauth\/revoke: the connection failed/,
    );
  });
});

test("nothing of the provider shows a secret, before and after signing in", async () => {
  await using server = await tokenService();
  const { auth, atlas } = signedIn(server);
  expectNoSecret(auth, atlas);
  await read(atlas);
  expectNoSecret(auth, atlas);
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
