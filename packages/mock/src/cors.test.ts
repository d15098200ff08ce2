import { expect, test } from "vitest";
import { call, JOBS, signIn } from "../test/call.ts";
import { startMock } from "./index.ts";

const origin = "https://app.example.com";
const preflight = {
  method: "OPTIONS",
  headers: {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": "accept,authorization,content-type",
    "access-control-request-private-network": "true",
  },
};

test("pages of other origins may not call it, as on the live service", async () => {
  await using mock = await startMock();
  const { status, headers } = await call(mock, JOBS, preflight);
  expect(status).toBe(405);
  expect(headers.get("access-control-allow-origin")).toBeNull();
  expect((await call(mock, JOBS, { headers: { origin } })).headers.has("access-control-allow-origin")).toBe(
    false,
  );
});

// What a browser asks for: https://fetch.spec.whatwg.org/#http-cors-protocol
test("with cors, a preflight allows the method and the headers it asks for", async () => {
  await using mock = await startMock({ cors: true });
  const { status, headers, text } = await call(mock, JOBS, preflight);
  expect([status, text]).toEqual([204, ""]);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("access-control-allow-methods")).toBe("POST");
  // `*` would not cover Authorization.
  expect(headers.get("access-control-allow-headers")).toBe("accept,authorization,content-type");
  expect(headers.get("access-control-allow-private-network")).toBe("true");
  expect(mock.requests).toEqual([]);
});

test("with cors, a page may read every response and its headers", async () => {
  await using mock = await startMock({ cors: true });
  const signedCall = await signIn(mock);
  for (const [reply, expected] of [
    [await signedCall(JOBS, { headers: { origin } }), 200],
    [await call(mock, JOBS, { headers: { origin } }), 401],
    [await call(mock, "/nothing", { headers: { origin } }), 404],
  ] as const) {
    expect(reply.status).toBe(expected);
    expect(reply.headers.get("access-control-allow-origin")).toBe("*");
    expect(reply.headers.get("access-control-expose-headers")).toBe("*");
  }
});

test("with cors, an OPTIONS that is not a preflight is refused like any other method", async () => {
  await using mock = await startMock({ cors: true });
  expect((await call(mock, JOBS, { method: "OPTIONS" })).status).toBe(405);
});
