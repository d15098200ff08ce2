import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { fetchToken, JOBS, VERSIONED } from "../test/call.ts";
import { type Mock, startMock } from "./index.ts";

/** A request whose target and Host are sent as they are. */
async function send(
  mock: Mock,
  target: string,
  host = "127.0.0.1",
): Promise<{ status: number | undefined; body: string }> {
  const { hostname, port } = new URL(mock.url);
  const headers = { accept: VERSIONED, authorization: `Bearer ${await fetchToken(mock)}`, host };
  const sent = request({ hostname, port, path: target, headers, agent: false });
  sent.end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { status: response.statusCode, body: await text(response) };
}

test.each([
  ["http://mock:4010", "pageNum=1"],
  ["HTTP://127.0.0.1", "pageNum=1"],
  ["https://cloud.mongodb.com", "x=http://elsewhere/"],
])("a request in absolute form, to %s, is the one of its path", async (origin, query) => {
  await using mock = await startMock();
  expect((await send(mock, `${origin}${JOBS}?${query}`)).status).toBe(200);
  expect(mock.requests.at(-1)).toMatchObject({ path: JOBS, query, operationId: "listBackupExportJobs" });
});

test.each([
  ["http://mock:4010", "/", ""],
  ["http://mock:4010?pageNum=1", "/", "pageNum=1"],
  ["http://mock:4010/", "/", ""],
  ["//mock:4010/api", "//mock:4010/api", ""],
])("the target %s is the path %s", async (target, path, query) => {
  await using mock = await startMock();
  expect((await send(mock, target)).status).toBe(404);
  expect(mock.requests.at(-1)).toMatchObject({ path, query });
});

test.each([
  ["mock:4010", JOBS, "http://mock:4010"],
  ["[::1]:4010", JOBS, "http://[::1]:4010"],
  ["ignored:1", `http://mock:4010${JOBS}`, "http://mock:4010"],
])("with Host %s, links name the mock as the request did", async (host, target, expected) => {
  await using mock = await startMock();
  const [self] = JSON.parse((await send(mock, target, host)).body).links;
  expect(self.href).toMatch(`${expected}${JOBS}?`);
  expect(mock.requests.at(-1)).not.toHaveProperty("baseUrl");
});

test('with Host `a"b`, which is not a host, links name the mock by its own address', async () => {
  await using mock = await startMock();
  const [self] = JSON.parse((await send(mock, JOBS, 'a"b')).body).links;
  expect(self.href).toMatch(`${mock.url}${JOBS}?`);
});
