import { expect, test } from "vitest";
import { PlainRequest, toPlainRequest } from "./plain-request.ts";

const url = "https://cloud.mongodb.com/x";

test("what is not said of a request is a GET with nothing", () => {
  const request = new PlainRequest(url);
  expect(request).toMatchObject({ url, method: "GET", body: undefined, signal: undefined, options: {} });
  expect(request.headers).toEqual({});
});

test("what is said of it is kept, the rest as options", () => {
  const headers = new Headers({ "X-Own": "1" });
  const { signal } = new AbortController();
  const init = { method: "POST", headers, body: "{}", signal, timeoutMs: 5, cache: "no-store" };
  const request = new PlainRequest(url, init);
  expect(request).toMatchObject({
    url,
    method: "POST",
    body: "{}",
    options: { timeoutMs: 5, cache: "no-store" },
  });
  expect(request.headers).toEqual({ "x-own": "1" });
  expect(request.signal).toBe(signal);
});

test("a signal of null is none", () => {
  expect(new PlainRequest(url, { signal: null }).signal).toBeUndefined();
});

test("a plain request stays the one that it is", async () => {
  const request = new PlainRequest(url);
  expect(await toPlainRequest(request, { timeoutMs: 5 })).toBe(request);
});

test("a real request becomes plain, with the options that it could not keep", async () => {
  const controller = new AbortController();
  const real = new Request(url, {
    method: "POST",
    headers: { "X-Own": "1" },
    body: '{"a":1}',
    signal: controller.signal,
  });
  const request = await toPlainRequest(real, { timeoutMs: 5, isIdempotent: true });
  expect(request).toBeInstanceOf(PlainRequest);
  expect(request).toMatchObject({
    url,
    method: "POST",
    body: '{"a":1}',
    options: { timeoutMs: 5, isIdempotent: true },
  });
  expect(request.headers).toMatchObject({ "x-own": "1" });
  controller.abort("enough");
  expect(request.signal?.reason).toBe("enough");
});

test("a real request without a body becomes a plain one without", async () => {
  expect((await toPlainRequest(new Request(url), {})).body).toBeUndefined();
});

test("what is put into the plain one's headers does not show in the user's", async () => {
  const real = new Request(url, { headers: { "X-Own": "1" } });
  const request = await toPlainRequest(real, {});
  request.headers["authorization"] = "Bearer x";
  expect([...real.headers.keys()]).toEqual(["x-own"]);
});
