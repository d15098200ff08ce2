import { escape as percentEncode } from "node:querystring";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { AuthProvider } from "../auth/auth-provider.ts";
import { systemClock } from "../clock.ts";
import { NetworkError } from "../errors.ts";
import { failureOf } from "../testing/connect.ts";
import { scriptedServer } from "../testing/scripted-server.ts";
import { expectNoSecret, secrets } from "../testing/secrets.ts";
import { type Answer, PlainAnswer } from "./answer.ts";
import { attempt, type Fetch } from "./attempt.ts";
import { concealer } from "./conceal.ts";
import { PlainRequest } from "./plain-request.ts";

const url = "https://cloud.mongodb.com/x";
const secret = secrets.ownCredential;
const silent: AuthProvider = { authorize: () => undefined };

function request(authorization: string): PlainRequest {
  return new PlainRequest(url, { headers: { authorization } });
}

function answer(body: string, head: Partial<ResponseInit> = {}): Answer {
  return new PlainAnswer(new Response(null, head), url, body);
}

/** What comes up of the response to a request with this `Authorization`. */
function through(received: Answer, authorization = `Bearer ${secret}`, auth = silent): Promise<Answer> {
  return concealer(auth).send(async () => received)(request(authorization));
}

const limits = { timeoutMs: 10_000, maxResponseBytes: 1_000_000 };

describe("a credential is taken out of a body", () => {
  const odd = "k+y/\"=\\ 'é<☃>&";
  // Encoded without the client's code.
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  test.each([
    ["as it is", odd],
    ["in JSON", JSON.stringify(odd).slice(1, -1)],
    ["in JSON with escaped slashes, as of PHP", JSON.stringify(odd).slice(1, -1).replace("/", "\\/")],
    ["in JSON of ASCII alone", 'k\\u002by/\\"\\u003d\\\\ \\u0027\\u00e9\\u003c\\u2603\\u003e\\u0026'],
    ["in a URL", percentEncode(odd)],
    ["in a URL, in lower case", percentEncode(odd).toLowerCase()],
    ["in a form", new URLSearchParams({ odd }).toString().slice(4).replaceAll("%27", "'")],
    ["in base64", base64(odd)],
    ["in base64, behind one byte", base64(`x${odd}y`)],
    ["in base64, behind two bytes", base64(`xx${odd}yy`)],
    ["in base64url", Buffer.from(odd).toString("base64url")],
  ])("%s", async (_, form) => {
    const concealed = await through(answer(`<${form}>`), `Own ${odd}`);
    const left = await concealed.text();
    // Of base64, a character at each end can belong to the neighbours too.
    expect(left).toMatch(/^<.{0,4}\[secret\].{0,4}>$/);
  });

  test("that is JSON, and its data with it", async () => {
    const received = new PlainAnswer(new Response(), url, `{"a":"${secret}"}`, { a: secret });
    const concealed = await through(received);
    expect(PlainAnswer.dataOf(concealed)).toEqual({ a: "[secret]" });
    expect(await concealed.json()).toEqual({ a: "[secret]" });
  });

  test.each([
    ["a whole header without a scheme", secret, secret],
    ["Basic credentials", `Basic ${btoa(`id:${secret}`)}`, btoa(`id:${secret}`)],
    // RFC 7616, section 3.9.1.
    [
      "the response of a digest",
      'Digest username="Mufasa", uri="/dir/index.html", algorithm=MD5, nc=00000001, qop=auth, response="8ca523f5e9506fed4657c9700eebdbec"',
      "8ca523f5e9506fed4657c9700eebdbec",
    ],
  ])("that was sent as %s", async (_, authorization, shown) => {
    expect(await (await through(answer(`echo: ${authorization}`), authorization)).text()).not.toContain(
      shown,
    );
  });

  test("that the provider alone knows", async () => {
    const auth = { ...silent, secrets: () => [secrets.clientSecret] };
    const concealed = await through(answer(`a ${secrets.clientSecret} b`), "", auth);
    expect(await concealed.text()).toBe("a [secret] b");
  });
});

test.each([
  ["no echo", "Bearer of-something-else", '{"a":1}'],
  ["what is too short to be a secret", "Bearer abc", "abc abc"],
  ["an empty body", `Bearer ${secret}`, ""],
])("a response with %s comes up as it is", async (_, authorization, body) => {
  const received = answer(body);
  expect(await through(received, authorization)).toBe(received);
  expect(await received.text()).toBe(body);
});

test("a provider whose secrets throw ends the call before anything is sent", async () => {
  const failure = new Error("sealed");
  const auth: AuthProvider = {
    ...silent,
    secrets() {
      throw failure;
    },
  };
  let requests = 0;
  const send = concealer(auth).send(async () => {
    requests += 1;
    return answer("");
  });
  expect(await failureOf(send(request("")))).toBe(failure);
  expect(requests).toBe(0);
});

test.each<[string, unknown]>([
  ["text", "not a list"],
  ["a list of others", [42, undefined, null, {}]],
  ["nothing", undefined],
])("a provider whose secrets are %s is as one without", async (_, given) => {
  const auth = { ...silent, secrets: () => given as string[] };
  expect(await (await through(answer(`a ${secret}`), undefined, auth)).text()).toBe("a [secret]");
});

test("the head of a response shows no credential either", async () => {
  const headers = { "X-Echo": `it was ${secret}`, Link: "<x>", "Set-Cookie": "a=b" };
  const head = {
    status: 400,
    statusText: `Bad ${secret}`,
    headers: new Headers(headers),
    url: `${url}?${secret}`,
  };
  const concealed = await through(new PlainAnswer(head, url, ""));
  expect(concealed.statusText).toBe("Bad [secret]");
  expect([...concealed.headers]).toEqual([
    ["link", "<x>"],
    ["x-echo", "it was [secret]"],
  ]);
  expect(concealed.url).toBe(`${url}?[secret]`);
});

test("a successful sign-in can be read, and its head shows nothing that it issues", async () => {
  const body = { access_token: secrets.accessToken, echo: secret, token_type: "Bearer" };
  const head = new Response(null, { headers: { "X-Issued": secrets.accessToken, "X-Echo": secret } });
  const received = new PlainAnswer(head, url, JSON.stringify(body), body);
  const signIn = concealer(silent).signIn(async () => received);
  const concealed = await signIn(new PlainRequest(url, { headers: { Authorization: `Basic ${secret}` } }));
  expect(await concealed.json()).toEqual(body);
  expectNoSecret([...concealed.headers]);
});

test("a refused sign-in shows no credential in its body", async () => {
  const signIn = concealer(silent).signIn(async () => answer(`no: ${secret}`, { status: 401 }));
  expect(await (await signIn(request(`Basic ${secret}`))).text()).toBe("no: [secret]");
});

describe("an error", () => {
  /** What comes up when the `fetch` of a client throws. */
  async function failing(thrown: unknown, authorization = `Bearer ${secret}`): Promise<NetworkError> {
    const fetch: Fetch = () => Promise.reject(thrown);
    const send = concealer(silent).send(attempt(fetch, systemClock, limits));
    const error = await failureOf(send(request(authorization)));
    expect(error).toBeInstanceOf(NetworkError);
    return error as NetworkError;
  }

  test("that shows none keeps the caller's own as its cause", async () => {
    const thrown = Object.assign(new TypeError("fetch failed"), {
      request: { url, at: new Date(), size: 1 },
    });
    expect((await failing(thrown)).cause).toBe(thrown);
  });

  const inFull = (error: unknown) => inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true });
  const circular = new Error(`refused: ${secret}`);
  circular.cause = new Error("around", { cause: circular });

  test.each<[string, unknown]>([
    ["in its message", new Error(`invalid header: Bearer ${secret}`)],
    ["in its message, far behind", new Error(`${"x".repeat(190)} ${secret}`)],
    ["in the cause of its cause", new Error("a", { cause: new Error("b", { cause: new Error(secret) }) })],
    ["in one of several", new AggregateError([new Error("a"), new Error(secret)], "all failed")],
    ["in its code", Object.assign(new Error("a"), { code: secret })],
    ["in the request that it carries", Object.assign(new Error("a"), { init: { headers: { a: secret } } })],
    ["in headers", Object.assign(new Error("a"), { headers: new Headers({ a: secret }) })],
    ["in a map", Object.assign(new Error("a"), { headers: new Map([["a", secret]]) })],
    [
      "in a real request",
      Object.assign(new Error("a"), { request: new Request(url, { headers: { a: secret } }) }),
    ],
    ["in bytes", Object.assign(new Error("a"), { chunk: Buffer.from(secret) })],
    ["under a symbol", Object.assign(new Error("a"), { [Symbol("a")]: secret })],
    ["in base64", new Error(btoa(`id:${secret}`))],
    ["and causes itself", circular],
    [
      "and cannot be read to its end",
      Object.assign(new Error(secret), {
        many: Array(20_000)
          .fill(0)
          .map((_, i) => i),
      }),
    ],
    [
      "behind a getter that throws",
      Object.defineProperty(new Error(secret), "x", {
        get: () => {
          throw new Error(secret);
        },
      }),
    ],
    ["in a text that is thrown", secret],
    ["in an object that is thrown", { message: secret, code: "ECUSTOM" }],
    ["in an object that cannot be converted", { toString: 1, secret }],
  ])("that shows one %s comes up without", async (_, thrown) => {
    const error = await failing(thrown);
    expectNoSecret(error);
    expect(inFull(error)).not.toContain(secret.slice(0, 10));
    expect(error).toMatchObject({ url, mayHaveArrived: true });
  });

  test("keeps what else describes it", async () => {
    const thrown = Object.assign(new TypeError(`${secret} is refused`), { code: "ERR_INVALID_CHAR" });
    const { message, code, cause } = await failing(thrown);
    expect(message).toBe(`GET ${url}: the connection failed (ERR_INVALID_CHAR)`);
    expect(code).toBe("ERR_INVALID_CHAR");
    expect(cause).toMatchObject({
      name: "TypeError",
      message: "[secret] is refused",
      code: "ERR_INVALID_CHAR",
    });
  });

  test("of the platform's fetch that quotes a header comes up without its value", async () => {
    await using server = await scriptedServer([{}]);
    const send = concealer(silent).send(attempt(globalThis.fetch, systemClock, limits));
    const headers = { authorization: `Bearer ${secret}\n\0` };
    expectNoSecret(await failureOf(send(new PlainRequest(server.url, { headers }))));
    expect(server.requests).toEqual([]);
  });

  test("that is the reason of the caller's own signal stays as it is", async () => {
    const reason = { of: secret };
    const send = concealer(silent).send(() => Promise.reject(reason));
    await expect(send(request(`Bearer ${secret}`))).rejects.toBe(reason);
  });
});

test("a warning shows no secret of the provider, and is the same where it shows none", () => {
  const { warning } = concealer({ ...silent, secrets: () => [secret] });
  const cause = new Error("disk full");
  expect(warning({ message: "not written", cause })).toEqual({ message: "not written", cause });
  expect(warning({ message: "not written", cause }).cause).toBe(cause);
  const shown = warning({
    message: `not written: ${secret}`,
    cause: new Error(`{"accessToken":"${secret}"}`),
  });
  expectNoSecret(shown);
  expect(shown.message).toBe("not written: [secret]");
});
