import { EventEmitter, once } from "node:events";
import { describe, expect, test } from "vitest";
import { startOfTime } from "../testing/fake-clock.ts";
import { job } from "../testing/jobs.ts";
import type { Answer, ReceivedRequest } from "../testing/scripted-server.ts";
import { secrets } from "../testing/secrets.ts";
import {
  bearer,
  first,
  memoryStore,
  read,
  second,
  signedIn,
  unauthorized,
} from "../testing/service-account.ts";
import { token, tokenService } from "../testing/token-service.ts";
import type { TokenStore } from "./service-account.ts";

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
