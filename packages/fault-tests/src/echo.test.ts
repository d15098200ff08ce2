import { inspect } from "node:util";
import {
  type AtlasClient,
  type AtlasClientOptions,
  type AuthProvider,
  createAtlasClient,
  type Fetch,
  type Hooks,
  type ServiceAccount,
  serviceAccount,
  withPaths,
} from "@atlas-snapshot-export/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { holding } from "./answering.ts";
import { type Call, calls } from "./calls.ts";
import { type EchoServer, echoServer } from "./echo-server.ts";
import { signIns } from "./fuzz.ts";
import { secrets } from "./secrets.ts";
import { virtualClock } from "./virtual-clock.ts";

let server: EchoServer;
beforeAll(async () => {
  server = await echoServer(secrets.accessToken);
});
afterAll(() => server[Symbol.asyncDispose]());

/** What of a run a caller can see: results, errors, and what the hooks got. */
type Seen = unknown[];

interface Run {
  auth: AuthProvider;
  options?: Partial<AtlasClientOptions>;
  call: (atlas: AtlasClient, signal: AbortSignal) => Promise<unknown>;
}

const maxRequests = 60;

async function see({ auth, options = {}, call }: Run): Promise<Seen> {
  const seen: Seen = [];
  const clock = virtualClock(Date.parse("2026-11-02T03:41:07Z"));
  const send = options.fetch ?? holding(clock);
  const end = new AbortController();
  let requests = 0;
  const fetch: Fetch = (url, init) => {
    requests += 1;
    // An example of a list can name a page after it, on and on.
    if (requests > maxRequests) end.abort("enough");
    return send(url, init);
  };
  const see = (event: unknown) => void seen.push(event);
  const hooks: Hooks = { onRequest: see, onResponse: see, onRetry: see, onWarning: see };
  const atlas = createAtlasClient({ ...options, auth, baseUrl: server.url, clock, hooks, fetch });
  seen.push(await call(atlas, end.signal).catch((error: unknown) => error));
  if ("revoke" in auth) seen.push(await (auth as ServiceAccount).revoke().catch((error: unknown) => error));
  expect(requests).toBeGreaterThan(0);
  return seen;
}

/** Each form in which a log could have it. */
async function textsOf(value: unknown): Promise<string[]> {
  const texts = [
    inspect(value, {
      depth: Number.POSITIVE_INFINITY,
      showHidden: true,
      getters: true,
      maxStringLength: null,
      maxArrayLength: null,
    }),
  ];
  for (const at of partsOf(value)) {
    if (at instanceof Error) texts.push(at.message, at.stack ?? "", JSON.stringify(at));
    if (at instanceof Headers) texts.push(...[...at].flat());
    const { statusText, url, bodyUsed, clone } = at as Partial<Response>;
    if (typeof clone !== "function") continue;
    texts.push(String(statusText), String(url), bodyUsed ? "" : await clone.call(at).text());
  }
  return texts;
}

function partsOf(root: unknown): object[] {
  const values = new Set([root]);
  for (const value of values) {
    if (Object(value) !== value) continue;
    for (const key of [...Reflect.ownKeys(value as object), "headers"])
      values.add(Reflect.get(value as object, key));
  }
  return [...values].filter((value) => typeof value === "object" && value !== null);
}

/** A secret as it is, in a URL, and in base64 of a longer text, without what the neighbours decide of it. */
function formsOf(secret: string): string[] {
  const inBase64 = ["", "x", "xx"].map((before) =>
    Buffer.from(before + secret)
      .toString("base64")
      .slice(4, -4),
  );
  return [secret, encodeURIComponent(secret), ...inBase64.filter(({ length }) => length > 8)];
}

async function expectNoSecret(seen: Seen): Promise<void> {
  const forms = [...Object.values(secrets), ...server.credentials].flatMap(formsOf);
  for (const text of await textsOf(seen)) {
    const shown = forms.find((form) => text.includes(form));
    if (shown)
      expect.fail(
        `${shown} shows in: ${text.slice(Math.max(0, text.indexOf(shown) - 1_000)).slice(0, 2_000)}`,
      );
  }
}

const statuses = [200, 204, 302, 400, 401, 403, 404, 405, 408, 409, 410, 422, 429, 500, 502, 503];
const few = [200, 401, 403, 502];

/** All statuses for a read and for a create; for every other function those that it handles differently. */
const cases = calls.flatMap((call) => {
  const isThorough = ["getBackupExportJob", "createExportJob"].includes(call.name);
  return (isThorough ? statuses : few).map((status) => [status, call] as const);
});

describe.each(Object.keys(signIns) as (keyof typeof signIns)[])("signed in with %s", (signIn) => {
  const run = (call: Run["call"], options: Run["options"] = {}) => {
    server.tokenStatus = 200;
    server.asksForDigest = signIn === "apiKey";
    return see({ auth: signIns[signIn](), options, call });
  };

  test.each(cases.map(([status, call]) => [status, call.name, call] as const))(
    "an echo with status %i shows no secret to %s",
    async (status, _, call: Call) => {
      server.status = status;
      await expectNoSecret(
        await run((atlas, signal) => call.run(atlas, { signal, isFull: false, token: undefined })),
      );
    },
  );

  test.each(few)("an echo with status %i shows no secret to openapi-fetch's surface", async (status) => {
    server.status = status;
    const path = "/api/atlas/v2/groups/{groupId}/backup/exportBuckets";
    const params = { path: { groupId: "32b6e34b3d91647abb20e7b8" } };
    const middleware = { onResponse: ({ response }: { response: Response }) => response };
    await expectNoSecret(
      await run(async (atlas) => {
        const withMiddleware = withPaths(atlas);
        withMiddleware.use(middleware);
        return [await withPaths(atlas).GET(path, { params }), await withMiddleware.GET(path, { params })];
      }),
    );
  });

  test("a fetch whose error quotes the request shows no secret", async () => {
    server.status = 200;
    const fetch: Fetch = (url, init) => {
      const quoted = JSON.stringify(init);
      const failed = Object.assign(new TypeError(`${url} failed: ${quoted}`), {
        init,
        request: new Request(url, init),
      });
      return new Headers(init.headers).has("Authorization")
        ? Promise.reject(new Error(`${quoted} failed`, { cause: failed }))
        : globalThis.fetch(url, init);
    };
    await expectNoSecret(
      await run((atlas, signal) => readJob.run(atlas, { signal, isFull: false, token: undefined }), {
        fetch,
      }),
    );
  });
});

const readJob =
  calls.find(({ name }) => name === "getBackupExportJob") ?? expect.fail("there is no such call");

test.each(statuses)("a token endpoint that echoes with status %i shows no secret", async (tokenStatus) => {
  Object.assign(server, { status: 200, tokenStatus, asksForDigest: false });
  const call: Run["call"] = (atlas, signal) => readJob.run(atlas, { signal, isFull: true, token: undefined });
  await expectNoSecret(await see({ auth: signIns.serviceAccount(), call }));
});

test("a token store whose errors quote the token shows no secret", async () => {
  Object.assign(server, { status: 200, tokenStatus: 200, asksForDigest: false });
  const store = {
    get: () => undefined,
    set: (token: unknown) => {
      throw Object.assign(new Error(`cannot write ${JSON.stringify(token)}`), { token });
    },
  };
  const auth = serviceAccount({ clientId: "mdb_sa_id_1", clientSecret: secrets.clientSecret, store });
  const call: Run["call"] = (atlas, signal) => readJob.run(atlas, { signal, isFull: true, token: undefined });
  const seen = await see({ auth, call });
  expect(seen.some((event) => /store/.test(String((event as { message?: unknown }).message)))).toBe(true);
  await expectNoSecret(seen);
});
