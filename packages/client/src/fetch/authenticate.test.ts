import { describe, expect, test } from "vitest";
import type { AuthContext, AuthProvider, AuthRequest, Unauthorized } from "../auth/auth-provider.ts";
import { AuthenticationError } from "../errors.ts";
import { failureOf } from "../testing/connect.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import { secrets } from "../testing/secrets.ts";
import { authenticate } from "./authenticate.ts";
import { PlainRequest } from "./plain-request.ts";

const baseUrl = "https://cloud.mongodb.com";
const { signal } = new AbortController();
const context: AuthContext = {
  baseUrl,
  send: () => Promise.reject(new Error("not used")),
  clock: fakeClock(),
  warn: () => {},
};

interface Refusal {
  body: string;
  headers: Record<string, string>;
}

/** Signs in with the provider at a service that answers with these statuses, the last one for ever. */
function signingIn(auth: AuthProvider, statuses: number[], base = baseUrl) {
  const sent: (string | undefined)[] = [];
  const send = authenticate(
    async ({ headers }) => {
      const authorization = "authorization" in headers ? headers["authorization"] : "none";
      const status = statuses[Math.min(sent.push(authorization), statuses.length) - 1];
      return new Response(String(sent.length), { status: status ?? 200 });
    },
    auth,
    { ...context, baseUrl: base },
  );
  return {
    sent,
    get: (url: string, headers = new Headers()) => send(new PlainRequest(url, { headers, signal })),
  };
}

test("a request carries what the provider says, which is told what it is for", async () => {
  const asked: [AuthRequest, AuthContext][] = [];
  const { sent, get } = signingIn(
    {
      authorize: async (...args) => {
        asked.push(args);
        return "Own credential";
      },
    },
    [200],
  );
  expect((await get(`${baseUrl}/x?y=1`)).status).toBe(200);
  expect(sent).toEqual(["Own credential"]);
  expect(asked).toEqual([[{ method: "GET", url: `${baseUrl}/x?y=1`, signal }, context]]);
});

test("a request carries nothing when the provider has nothing, not even what the caller put there", async () => {
  const { sent, get } = signingIn({ authorize: () => undefined }, [200]);
  await get(`${baseUrl}/x`, new Headers({ Authorization: "Basic left-over" }));
  expect(sent).toEqual(["none"]);
});

test("a provider's failure is the call's", async () => {
  const failure = new AuthenticationError("sealed");
  const { sent, get } = signingIn({ authorize: () => Promise.reject(failure) }, [200]);
  expect(await failureOf(get(`${baseUrl}/x`))).toBe(failure);
  expect(sent).toEqual([]);
});

test.each(["\n", "\u0000", "é\u0100"])(
  "a credential with %j in it is refused without being told",
  async (text) => {
    const { sent, get } = signingIn({ authorize: () => `Bearer ${secrets.ownCredential}${text}x` }, [200]);
    const error = await failureOf(get(`${baseUrl}/x`));
    expect(error).toEqual(
      new AuthenticationError("the credentials hold a character that no header can carry: nothing was sent"),
    );
    expect((error as Error).cause).toBeUndefined();
    expect(sent).toEqual([]);
  },
);

describe("an answer of 401", () => {
  /** A provider that wants another attempt as long as `wants` says so. */
  function counting(wants: (challenge: Unauthorized) => boolean) {
    const challenges: [Unauthorized, AuthContext][] = [];
    let count = 0;
    const auth: AuthProvider = {
      authorize() {
        count += 1;
        return `Own ${count}`;
      },
      async onUnauthorized(...args) {
        challenges.push(args);
        return wants(args[0]);
      },
    };
    return { auth, challenges };
  }

  test("is the result for a provider that has no other idea", async () => {
    const { sent, get } = signingIn({ authorize: () => "Own credential" }, [401]);
    const response = await get(`${baseUrl}/x`);
    expect([response.status, await response.text(), sent.length]).toEqual([401, "1", 1]);
  });

  test("is the result when the provider gives up", async () => {
    const { auth, challenges } = counting(() => false);
    const { sent, get } = signingIn(auth, [401]);
    const response = await get(`${baseUrl}/x`);
    expect(sent).toEqual(["Own 1"]);
    expect(challenges).toEqual([[{ response, authorization: "Own 1", attempt: 1 }, context]]);
  });

  test("is followed by another attempt, authorized anew, when the provider wants one", async () => {
    const { auth } = counting(({ attempt }) => attempt === 1);
    const { sent, get } = signingIn(auth, [401, 200]);
    expect((await get(`${baseUrl}/x`)).status).toBe(200);
    expect(sent).toEqual(["Own 1", "Own 2"]);
  });

  test("ends it after three attempts, whatever the provider wants", async () => {
    const { auth, challenges } = counting(() => true);
    const { sent, get } = signingIn(auth, [401]);
    expect((await get(`${baseUrl}/x`)).status).toBe(401);
    expect(sent).toEqual(["Own 1", "Own 2", "Own 3"]);
    expect(challenges.map(([{ attempt }]) => attempt)).toEqual([1, 2]);
  });

  test.each([
    ["in its body", { body: JSON.stringify({ error: 401, errorCode: "USER_UNAUTHORIZED" }) }],
    ["in its header", { headers: { "X-Error-Code": "API_KEY_ACCESS_LIST_ACCESS_DENIED" } }],
  ])(
    "that misses a permission, by the code %s, is the result",
    async (_, { body, headers = {} }: Partial<Refusal>) => {
      const { auth, challenges } = counting(() => true);
      const sent: unknown[] = [];
      const send = authenticate(
        async (request) => {
          sent.push(request.headers["authorization"]);
          return new Response(body ?? null, { status: 401, headers });
        },
        auth,
        context,
      );
      const response = await send(new PlainRequest(`${baseUrl}/x`));
      expect(await response.text()).toBe(body ?? "");
      expect([sent, challenges]).toEqual([["Own 1"], []]);
    },
  );

  test("is shown to the provider with the attempt that follows it", async () => {
    const asked: AuthRequest[] = [];
    const auth: AuthProvider = {
      authorize: (request) => `Own ${asked.push(request)}`,
      onUnauthorized: () => true,
    };
    await signingIn(auth, [401, 200]).get(`${baseUrl}/x`);
    expect(asked.map(({ unauthorized }) => unauthorized?.authorization)).toEqual([undefined, "Own 1"]);
    expect(asked[1]?.unauthorized?.response.status).toBe(401);
  });

  test("is the only one that the provider is asked about", async () => {
    const { auth, challenges } = counting(() => true);
    const { sent, get } = signingIn(auth, [403]);
    expect((await get(`${baseUrl}/x`)).status).toBe(403);
    expect([sent.length, challenges.length]).toEqual([1, 0]);
  });
});

describe("credentials go to the base URL's origin only", () => {
  const refusals: [string, string][] = [
    ["https://evil.example/api", "https://evil.example"],
    ["https://cloud.mongodb.com.evil.example/api", "https://cloud.mongodb.com.evil.example"],
    ["https://cloud.mongodb.com:8443/api", "https://cloud.mongodb.com:8443"],
    ["http://cloud.mongodb.com/api", "http://cloud.mongodb.com"],
    ["https://cloud.mongodb.com@evil.example/api", "https://evil.example"],
    ["https://user:pass@cloud.mongodb.com/api", "https://cloud.mongodb.com"],
    ["/api", "a relative URL"],
    ["", "a relative URL"],
  ];
  test.each(refusals)("so «%s» gets none", async (url, target) => {
    const asked: AuthRequest[] = [];
    const authorize = (request: AuthRequest) => `Own ${asked.push(request)}`;
    const { sent, get } = signingIn({ authorize }, [200]);
    expect(await failureOf(get(url))).toEqual(
      new AuthenticationError(
        `the credentials are for https://cloud.mongodb.com only, not for ${target}: nothing was sent`,
      ),
    );
    expect([sent, asked]).toEqual([[], []]);
  });

  test("whatever the path of the base URL", async () => {
    const { sent, get } = signingIn(
      { authorize: () => "Own credential" },
      [200],
      `${baseUrl}/behind/a/proxy`,
    );
    await get(`${baseUrl}/x`);
    expect(sent).toEqual(["Own credential"]);
  });
});
