import { getEventListeners } from "node:events";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { NetworkError } from "../errors.ts";
import { failureOf } from "../testing/connect.ts";
import { fakeClock } from "../testing/fake-clock.ts";
import { type Script, scriptedServer } from "../testing/scripted-server.ts";
import { secrets } from "../testing/secrets.ts";
import { tlsServer } from "../testing/tls-server.ts";
import { attempt, type Fetch } from "./attempt.ts";
import { PlainRequest, type PlainRequestInit } from "./plain-request.ts";

const accept = "application/vnd.atlas.2023-01-01+json";

/** One attempt against a server that answers so. */
async function trying(script: Script, fetch: Fetch = globalThis.fetch) {
  const server = await scriptedServer(script);
  const clock = fakeClock();
  const controller = new AbortController();
  const { signal } = controller;
  const send = attempt(fetch, clock, limits);
  return {
    server,
    clock,
    controller,
    url: `${server.url}/x`,
    send: (init: PlainRequestInit = {}) =>
      send(
        new PlainRequest(`${server.url}/x`, { headers: new Headers({ Accept: accept }), signal, ...init }),
      ),
    /** Timers, listeners and sockets that are still there; undici keeps a good connection for the next request. */
    left: () => ({ timers: clock.pending, listeners: getEventListeners(signal, "abort").length }),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
const limits = { timeoutMs: 30_000, maxResponseBytes: 1_000 };
const nothing = { timers: 0, listeners: 0 };

describe("an answer", () => {
  test("comes through with its status, headers, body and URL, and leaves nothing", async () => {
    await using at = await trying([{ status: 200, headers: { "X-Own": "1" }, body: { id: 7 } }]);
    const response = await at.send();
    expect(response.status).toBe(200);
    expect(response.statusText).toBe("OK");
    expect(response.headers.get("X-Own")).toBe("1");
    expect(response.url).toBe(at.url);
    expect(await response.json()).toEqual({ id: 7 });
    expect(at.left()).toEqual(nothing);
  });

  test("in pieces comes through whole", async () => {
    await using at = await trying([{ body: ['{"id"', ":7,", '"name":"ü', '"}'] }]);
    expect(await (await at.send()).json()).toEqual({ id: 7, name: "ü" });
  });

  test.each([400, 401, 404, 429, 500, 503])("of %i is an answer, whatever its body", async (status) => {
    await using at = await trying([{ status, body: "<html>" }]);
    const response = await at.send();
    expect([response.status, await response.text()]).toEqual([status, "<html>"]);
  });

  test("of a failure may be empty", async () => {
    await using at = await trying([{ status: 500 }]);
    const response = await at.send();
    expect([response.status, await response.text()]).toEqual([500, ""]);
  });

  test.each([301, 302, 303, 307, 308])("of %i is not followed", async (status) => {
    await using elsewhere = await scriptedServer([{ body: {} }]);
    await using at = await trying([{ status, headers: { Location: `${elsewhere.url}/y` } }]);
    expect((await at.send({ method: "POST", body: "{}" })).status).toBe(status);
    expect(elsewhere.requests).toEqual([]);
    expect(at.server.requests).toHaveLength(1);
  });

  test("brings no cookie along", async () => {
    await using at = await trying([{ headers: { "Set-Cookie": "session=1", "X-Own": "1" }, body: {} }]);
    const { headers } = await at.send();
    expect([headers.get("Set-Cookie"), headers.get("X-Own")]).toEqual([null, "1"]);
  });

  test("may be anything where no JSON was asked for", async () => {
    await using at = await trying([{}, { body: "text" }]);
    const headers = new Headers({ Accept: "text/plain" });
    expect(await (await at.send({ headers })).text()).toBe("");
    expect(await (await at.send({ headers: new Headers() })).text()).toBe("text");
  });
});

describe("a 2xx that cannot be read is no answer", () => {
  const noJson = "answered 200 with a body that is not JSON, or not whole";
  test.each<[string, Script, string]>([
    ["nothing at all", [{}], "answered 200 with nothing in it"],
    ["nothing, said so", [{ headers: { "Content-Length": "0" } }], "answered 200 with nothing in it"],
    ["no content", [{ status: 204 }], "answered 204 with nothing in it"],
    ["JSON that breaks off", [{ body: '{"id": "6a79' }], noJson],
    ["HTML", [{ headers: { "Content-Type": "text/html" }, body: "<html>" }], noJson],
  ])("%s", async (_, script, what) => {
    await using at = await trying(script);
    const error = await failureOf(at.send({ method: "POST", body: "{}" }));
    expect(error).toEqual(new NetworkError(what, { method: "POST", url: at.url, mayHaveArrived: true }));
    expect(error).toMatchObject({ message: `POST ${at.url}: ${what}`, method: "POST", url: at.url });
    expect(error).toMatchObject({ mayHaveArrived: true });
    expect(at.left()).toEqual(nothing);
  });

  test("JSON is recognised by its content, not by its media type", async () => {
    await using at = await trying([{ headers: { "Content-Type": "text/html" }, body: '{"id":7}' }]);
    expect(await (await at.send()).json()).toEqual({ id: 7 });
  });

  test.each(["application/json", "text/html, application/json;q=0.9"])("with Accept: %s", async (value) => {
    await using at = await trying([{ body: "<html>" }]);
    expect(await failureOf(at.send({ headers: new Headers({ Accept: value }) }))).toBeInstanceOf(
      NetworkError,
    );
  });

  test("but with Accept: application/jsonlines it is one", async () => {
    await using at = await trying([{ body: "<html>" }]);
    expect((await at.send({ headers: new Headers({ Accept: "application/jsonlines" }) })).status).toBe(200);
  });
});

test("a status that no answer may have, such as a browser's for a hidden redirect, is no answer", async () => {
  await using at = await trying([], async () => Response.error());
  const error = await failureOf(at.send());
  expect(error).toMatchObject({ message: `GET ${at.url}: answered 0 with a status that no answer may have` });
});

test.each([199, 600])("a status of %i is no answer either", async (status) => {
  const strange = Object.defineProperty(new Response("{}"), "status", { value: status });
  await using at = await trying([], async () => strange);
  const error = await failureOf(at.send());
  expect(error).toMatchObject({
    message: `GET ${at.url}: answered ${status} with a status that no answer may have`,
  });
});

test.each([200, 599])("a status of %i is one", async (status) => {
  await using at = await trying([], async () => new Response("{}", { status }));
  expect((await at.send()).status).toBe(status);
});

describe("without an answer", () => {
  test("a connection that is refused is certain not to have arrived", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => closed.once("listening", resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const url = `http://127.0.0.1:${port}/x`;
    const clock = fakeClock();
    const error = await failureOf(attempt(fetch, clock, limits)(new PlainRequest(url)));
    expect(error).toMatchObject({
      message: `GET ${url}: the connection failed (ECONNREFUSED): connect ECONNREFUSED 127.0.0.1:${port}`,
      code: "ECONNREFUSED",
      mayHaveArrived: false,
    });
    expect(error).toHaveProperty("cause.cause.code", "ECONNREFUSED");
    expect(clock.pending).toBe(0);
  });

  test("a certificate that is not trusted ends it before it is sent", async () => {
    await using server = await tlsServer();
    const error = await failureOf(attempt(fetch, fakeClock(), limits)(new PlainRequest(server.url)));
    expect(error).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT", mayHaveArrived: false });
    expect((error as Error).message).toMatch(
      /^GET https:\S+: the connection failed \(DEPTH_ZERO_SELF_SIGNED_CERT\): self-signed certificate\b/,
    );
    expect(server.paths).toEqual([]);
  });

  test.each<[string, Script]>([
    ["before the answer", ["cut"]],
    ["behind the headers", [{ end: "cut" }]],
    ["in mid-body", [{ body: ['{"id":'], end: "cut" }]],
    [
      "in mid-body, whole as it looks",
      [{ headers: { "Content-Length": "100" }, body: '{"id":7}', end: "cut" }],
    ],
  ])("a connection that is cut %s may have arrived", async (_, script) => {
    await using at = await trying(script);
    const error = await failureOf(at.send());
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ mayHaveArrived: true });
    expect((error as Error).message).toMatch(
      /^GET http:\/\/127\.0\.0\.1:\d+\/x: the connection failed \(\w+\): [\w ]+$/,
    );
    expect((error as Error).cause).toBeInstanceOf(Error);
    expect(at.left()).toEqual(nothing);
    await at.server.hungUp();
  });

  test("the caller's error is the cause, and its code and text are in the message", async () => {
    const refused = Object.assign(new Error("connect ECONNREFUSED ::1"), { code: "ECONNREFUSED" });
    const thrown = new TypeError("fetch failed", { cause: refused });
    await using at = await trying([], () => Promise.reject(thrown));
    const error = await failureOf(at.send());
    expect(error).toMatchObject({
      message: `GET ${at.url}: the connection failed (ECONNREFUSED): connect ECONNREFUSED ::1`,
      code: "ECONNREFUSED",
      mayHaveArrived: false,
    });
    expect((error as Error).cause).toBe(thrown);
  });

  test("an error that has neither a code nor a text leaves the message without both", async () => {
    await using at = await trying([], () => Promise.reject(undefined));
    const error = await failureOf(at.send());
    expect(error).toMatchObject({ message: `GET ${at.url}: the connection failed`, mayHaveArrived: true });
    expect(error).toHaveProperty("code", undefined);
  });

  test("once there is a response, no error means that the request was not sent", async () => {
    const refused = Object.assign(new Error("x"), { code: "ECONNREFUSED", syscall: "connect" });
    const body = new ReadableStream({ pull: (controller) => controller.error(refused) });
    await using at = await trying([], async () => new Response(body));
    expect(await failureOf(at.send())).toMatchObject({ code: "ECONNREFUSED", mayHaveArrived: true });
  });

  test("the bytes that undici keeps of an answer do not show", async () => {
    const unread = Object.assign(new Error("Parse Error"), {
      data: secrets.accessToken,
      code: "HPE_INVALID",
    });
    const thrown = Object.assign(new Error("fetch failed", { cause: unread }), { data: secrets.accessToken });
    await using at = await trying([], () => Promise.reject(thrown));
    const error = await failureOf(at.send());
    expect(error).toMatchObject({
      cause: thrown,
      message: `GET ${at.url}: the connection failed (HPE_INVALID): Parse Error`,
    });
    expect([thrown, unread].some((each) => "data" in each)).toBe(false);
  });

  test("an error that is its own cause is told of like any other", async () => {
    const thrown: Error = new Error("x");
    thrown.cause = thrown;
    await using at = await trying([], () => Promise.reject(thrown));
    const error = await at.send().catch((error: unknown) => error);
    expect((error as Error).message).toBe(`GET ${at.url}: the connection failed: x`);
  });

  test("a fetch that throws at once is no different", async () => {
    await using at = await trying([], () => {
      throw new TypeError("x");
    });
    expect(await failureOf(at.send())).toMatchObject({ message: `GET ${at.url}: the connection failed: x` });
  });
});

describe("the timeout", () => {
  test.each<[string, Script]>([
    ["no answer comes", ["silence"]],
    ["the body does not begin", [{ end: "stall" }]],
    ["the body stalls", [{ body: ['{"id":'], end: "stall" }]],
  ])("ends an attempt when %s, and the connection with it", async (_, script) => {
    await using at = await trying(script);
    const sending = at.send();
    await at.server.received(1);
    at.clock.advance(29_999);
    expect(at.clock.pending).toBe(1);
    at.clock.advance(1);
    const error = await failureOf(sending);
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({
      message: `GET ${at.url}: no answer within 30000 ms`,
      mayHaveArrived: true,
    });
    expect(error).toMatchObject({ method: "GET", url: at.url });
    expect(at.left()).toEqual(nothing);
    await at.server.hungUp();
  });

  test("can be set for one call", async () => {
    await using at = await trying(["silence"]);
    const sending = at.send({ timeoutMs: 5_000 });
    at.clock.advance(5_000);
    expect(await failureOf(sending)).toMatchObject({ message: `GET ${at.url}: no answer within 5000 ms` });
  });

  test("ends a fetch that does not listen", async () => {
    await using at = await trying([], () => new Promise(() => {}));
    const sending = at.send();
    at.clock.advance(30_000);
    expect(await failureOf(sending)).toMatchObject({ message: `GET ${at.url}: no answer within 30000 ms` });
  });
});

describe("the signal", () => {
  test("that has aborted sends nothing", async () => {
    await using at = await trying([{ body: {} }]);
    at.controller.abort("enough");
    expect(await failureOf(at.send())).toBe("enough");
    expect(at.server.requests).toEqual([]);
    expect(at.left()).toEqual(nothing);
  });

  test.each<[string, Script]>([
    ["before an answer", ["silence"]],
    ["in mid-body", [{ body: ['{"id":'], end: "stall" }]],
  ])("ends an attempt %s with its own reason, and the connection with it", async (_, script) => {
    await using at = await trying(script);
    const sending = at.send();
    await at.server.received(1);
    const reason = new Error("enough");
    at.controller.abort(reason);
    expect(await failureOf(sending)).toBe(reason);
    expect(at.left()).toEqual(nothing);
    await at.server.hungUp();
  });

  test("is not needed", async () => {
    await using at = await trying([{ body: {} }]);
    expect((await at.send({ signal: undefined })).status).toBe(200);
  });
});

describe("fetch is given", () => {
  const capture = () => {
    const given: { url: string; init: RequestInit }[] = [];
    const fetch: Fetch = async (url, init) => {
      given.push({ url, init });
      return Response.json({});
    };
    return { given, fetch };
  };

  test("the URL, what the caller set, and none of the client's own options", async () => {
    const { given, fetch } = capture();
    await using at = await trying([], fetch);
    const options = { cache: "no-store", timeoutMs: 1, deadlineMs: 2, isIdempotent: true };
    await at.send({ ...options, method: "POST", body: "{}" });
    const [{ url, init } = { url: "", init: {} }] = given;
    expect(url).toBe(at.url);
    expect(Object.keys(init).sort()).toEqual(["body", "cache", "headers", "method", "redirect", "signal"]);
    expect(init).toMatchObject({ method: "POST", body: "{}", cache: "no-store", redirect: "manual" });
  });

  test("no body where there is none", async () => {
    const { given, fetch } = capture();
    await using at = await trying([], fetch);
    await at.send();
    expect(given[0]?.init).not.toHaveProperty("body");
  });

  test("a body that is empty as it is", async () => {
    const { given, fetch } = capture();
    await using at = await trying([], fetch);
    await at.send({ method: "POST", body: "" });
    expect(given[0]?.init).toHaveProperty("body", "");
  });
});

test("an answer of a fetch that tells no URL has the request's", async () => {
  await using at = await trying([], async () => Response.json({}));
  expect((await at.send()).url).toBe(at.url);
});
