import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { failureOf } from "../testing/connect.ts";
import { job } from "../testing/jobs.ts";
import { type Answer, type ReceivedRequest, scriptedServer } from "../testing/scripted-server.ts";
import { secrets } from "../testing/secrets.ts";
import {
  bearer,
  first,
  memoryStore,
  read,
  second,
  signedIn,
  unauthorized,
  waiting,
} from "../testing/service-account.ts";
import { token, tokenService } from "../testing/token-service.ts";

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

  test("refuses an option that is not known by name", async () => {
    await using server = await tokenService();
    const { auth } = signedIn(server);
    expect(await failureOf(auth.revoke({ abort: true } as object))).toEqual(
      new TypeError("Unknown option `abort` of revoke. Expected one of: signal."),
    );
  });
});
