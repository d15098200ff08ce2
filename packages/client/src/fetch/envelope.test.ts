import { expect, test } from "vitest";
import { failureOf } from "../testing/connect.ts";
import { exportId, job } from "../testing/jobs.ts";
import type { Answer } from "./answer.ts";
import { openEnvelope } from "./envelope.ts";
import { PlainRequest } from "./plain-request.ts";

const url = "https://cloud.mongodb.com/x?envelope=true";

/** What comes of an answer to a request for this URL. */
async function opened(
  body: BodyInit | null,
  init: ResponseInit = {},
  requested = url,
  Accept = "*/*",
): Promise<Answer> {
  const response = Object.defineProperty(new Response(body, init), "url", { value: requested });
  const request = new PlainRequest(requested, { headers: new Headers({ Accept }) });
  return openEnvelope(async () => response)(request);
}

test("one resource comes out of its envelope", async () => {
  const response = await opened(JSON.stringify({ status: 200, content: job() }));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(job());
  expect(response.url).toBe(url);
});

test("a list comes out without the status", async () => {
  const list = { results: [job()], totalCount: 1, links: [] };
  const response = await opened(JSON.stringify({ status: 200, ...list }));
  expect(await response.json()).toEqual(list);
});

test("the status of a failure is that of the envelope", async () => {
  const response = await opened(JSON.stringify({ status: 404, content: { error: 404, errorCode: "X" } }));
  expect([response.status, response.ok]).toEqual([404, false]);
  expect(await response.json()).toEqual({ error: 404, errorCode: "X" });
});

test.each([
  [299, true],
  [300, false],
])("an enveloped %i is as good as its status: %s", async (status, ok) => {
  expect((await opened(JSON.stringify({ status, content: {} }))).ok).toBe(ok);
});

test("the content may be null", async () => {
  expect(await (await opened('{"status":200,"content":null}')).json()).toBeNull();
});

test.each([204, 205, 304])("an enveloped %i comes out with nothing in it", async (status) => {
  const response = await opened(JSON.stringify({ status, content: null }));
  expect([response.status, await response.text()]).toEqual([status, ""]);
});

test.each([204, 205])("an enveloped %i where JSON is expected is no answer", async (status) => {
  const answer = opened(JSON.stringify({ status, content: job() }), {}, url, "application/json");
  const error = await failureOf(answer);
  expect(error).toMatchObject({ name: "NetworkError", mayHaveArrived: true });
  expect((error as Error).message).toContain(`answered ${status} in an envelope, with nothing in it`);
});

test("an enveloped 304 where JSON is expected comes out as the failure that it is", async () => {
  const response = await opened('{"status":304,"content":null}', {}, url, "application/json");
  expect([response.status, response.ok]).toEqual([304, false]);
});

test("the headers stay, but for the envelope's length", async () => {
  const headers = { "X-Own": "1", "Content-Length": "999" };
  const response = await opened(JSON.stringify({ status: 200, content: {} }), { headers });
  expect([response.headers.get("X-Own"), response.headers.get("Content-Length")]).toEqual(["1", null]);
});

test.each([200, 599])("a status of %i is one", async (status) => {
  expect((await opened(JSON.stringify({ status, content: {} }))).status).toBe(status);
});

test.each([
  ["an answer without an envelope", JSON.stringify(job())],
  ["a status that is text", '{"status":"200","content":{}}'],
  ["a status with a fraction", '{"status":200.5,"content":{}}'],
  ["a status below all", '{"status":199,"content":{}}'],
  ["a status above all", '{"status":600,"content":{}}'],
  ["null", "null"],
  ["a list", "[]"],
  ["HTML", "<html>"],
  ["nothing", ""],
])("%s stays as it is", async (_, body) => {
  const response = await opened(body);
  expect([response.status, await response.text()]).toEqual([200, body]);
});

test.each([
  ["https://cloud.mongodb.com/x", false],
  ["https://cloud.mongodb.com/x?envelope=false", false],
  ["https://cloud.mongodb.com/x?envelope=trueish", false],
  ["https://cloud.mongodb.com/x?noenvelope=true", false],
  ["https://cloud.mongodb.com/envelope=true", false],
  ["https://cloud.mongodb.com/x?envelope=true", true],
  ["https://cloud.mongodb.com/x?pageNum=1&envelope=true", true],
  ["https://cloud.mongodb.com/x?envelope=true&pageNum=1", true],
])("%s asks for an envelope: %s", async (requested, isAsked) => {
  const body = JSON.stringify({ status: 200, content: { id: exportId } });
  const text = await (await opened(body, {}, requested)).text();
  expect(text).toBe(isAsked ? JSON.stringify({ id: exportId }) : body);
});
