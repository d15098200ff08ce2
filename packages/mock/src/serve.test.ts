import { once } from "node:events";
import { request } from "node:http";
import { expect, test } from "vitest";
import { fetchToken, JOBS, VERSIONED } from "../test/call.ts";
import { type Mock, startMock } from "./index.ts";

/** The status of a request whose target is sent as it is. */
async function statusOf(mock: Mock, target: string): Promise<number> {
  const { hostname, port } = new URL(mock.url);
  const headers = { accept: VERSIONED, authorization: `Bearer ${await fetchToken(mock)}` };
  const sent = request({ hostname, port, path: target, headers, agent: false });
  sent.end();
  const [response] = await once(sent, "response");
  response.resume();
  return response.statusCode;
}

test.each([
  ["http://mock:4010", "pageNum=1"],
  ["HTTP://127.0.0.1", "pageNum=1"],
  ["https://cloud.mongodb.com", "x=http://elsewhere/"],
])("a request in absolute form, to %s, is the one of its path", async (origin, query) => {
  await using mock = await startMock();
  expect(await statusOf(mock, `${origin}${JOBS}?${query}`)).toBe(200);
  expect(mock.requests.at(-1)).toMatchObject({ path: JOBS, query, operationId: "listBackupExportJobs" });
});

test.each([
  ["http://mock:4010", "/", ""],
  ["http://mock:4010?pageNum=1", "/", "pageNum=1"],
  ["http://mock:4010/", "/", ""],
  ["//mock:4010/api", "//mock:4010/api", ""],
])("the target %s is the path %s", async (target, path, query) => {
  await using mock = await startMock();
  expect(await statusOf(mock, target)).toBe(404);
  expect(mock.requests.at(-1)).toMatchObject({ path, query });
});
