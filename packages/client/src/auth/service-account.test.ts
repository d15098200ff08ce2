import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { getBackupExportJob } from "../index.ts";
import { connect, failureOf } from "../testing/connect.ts";
import { clusterName, exportId, groupId, job } from "../testing/jobs.ts";
import { type Answer, type ReceivedRequest, scriptedServer } from "../testing/scripted-server.ts";
import { expectNoSecret, secrets } from "../testing/secrets.ts";
import { credentials, first, read, second, signedIn, unauthorized } from "../testing/service-account.ts";
import { clientId, token, tokenService } from "../testing/token-service.ts";
import { type ServiceAccountOptions, serviceAccount } from "./service-account.ts";

/** Codes of a 401 whose credential is right and lacks a role or an access-list entry (api-facts, statements 12 and 14). */
const permissionCodes = [
  "USER_UNAUTHORIZED",
  "API_KEY_ACCESS_LIST_ACCESS_DENIED",
  "IP_ADDRESS_NOT_ON_ACCESS_LIST",
];

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
  ["clientID", " Did you mean `clientId`?"],
  ["tokenURL", " Did you mean `tokenUrl`?"],
  ["scope", ""],
])("the option %s, which is not known, is refused by name", (option, hint) => {
  const list = "clientId, clientSecret, tokenUrl, store, renewBeforeMs";
  expect(() => serviceAccount({ ...credentials, [option]: "x" })).toThrow(
    new TypeError(`Unknown option \`${option}\` of serviceAccount.${hint} Expected one of: ${list}.`),
  );
});

test("an API key may stand beside the id and the secret", () => {
  const both = { ...credentials, publicKey: "key", privateKey: secrets.privateKey };
  expect(() => serviceAccount(both)).not.toThrow();
});

test.each([
  ["get", { set: () => {} }],
  ["set", { get: () => undefined, put: () => {} }],
])("a store without %s is refused", (lacking, store) => {
  expect(() => serviceAccount({ ...credentials, store: store as never })).toThrow(
    new TypeError(`store needs ${lacking}, a function`),
  );
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

describe("a token", () => {
  // RFC 6749, section 5.1: type names are case-insensitive. Many servers leave out what the RFC requires.
  test.each([undefined, null, "Bearer", "bearer", "BEARER"])("of the type %s is used", async (token_type) => {
    const body = { access_token: secrets.accessToken, expires_in: 3_600, token_type };
    await using server = await tokenService([{ body }]);
    await read(signedIn(server).atlas);
    expect(server.authorizations).toEqual([first]);
  });

  const [anHour, aDay, assumed] = [3_600_000, 86_400_000, 300_000];

  // RFC 6749, section 5.1: `expires_in` is recommended, a number of seconds.
  test.each<[unknown, number]>([
    [3_600, anHour],
    ["3600", anHour],
    [undefined, assumed],
    [null, assumed],
    ["", assumed],
    ["soon", assumed],
    [0, assumed],
    [-1, assumed],
    [{ toString: 1 }, assumed],
    [[], assumed],
    [1e300, aDay],
    ["Infinity", aDay],
  ])("that expires in %j is renewed a minute before %i ms are over", async (expires_in, lifeMs) => {
    const body = { access_token: secrets.accessToken, expires_in, token_type: "Bearer" };
    await using server = await tokenService([{ body }, token(secrets.renewedToken)]);
    const { atlas, clock } = signedIn(server);
    await read(atlas);
    clock.advance(lifeMs - 60_000 - 1);
    await read(atlas);
    clock.advance(1);
    await read(atlas);
    expect(server.authorizations).toEqual([first, first, second]);
  });
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

  test("again and again costs one token a minute", async () => {
    const tokens = ["a", "b", "c", "d"].map((name) => token(name));
    await using server = await tokenService(tokens, () => unauthorized);
    const { atlas, clock } = signedIn(server);
    await failureOf(read(atlas));
    clock.advance(59_999);
    await failureOf(read(atlas));
    expect(server.authorizations).toEqual(["Bearer a", "Bearer b", "Bearer b"]);
    clock.advance(1);
    await failureOf(read(atlas));
    expect(server.authorizations.slice(3)).toEqual(["Bearer b", "Bearer c"]);
    expect(server.tokenRequests).toHaveLength(3);
  });

  test.each(permissionCodes)("with the code %s costs no other token", async (errorCode) => {
    await using server = await tokenService([token(), token(secrets.renewedToken)], () => ({
      status: 401,
      body: { error: 401, errorCode },
    }));
    const { atlas } = signedIn(server);
    for (let calls = 1; calls <= 3; calls += 1)
      expect(await failureOf(read(atlas))).toMatchObject({ status: 401, errorCode });
    expect(server.authorizations).toEqual([first, first, first]);
    expect(server.tokenRequests).toHaveLength(1);
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

test("nothing of the provider shows a secret, before and after signing in", async () => {
  await using server = await tokenService();
  const { auth, atlas } = signedIn(server);
  expectNoSecret(auth, atlas);
  await read(atlas);
  expectNoSecret(auth, atlas);
});
