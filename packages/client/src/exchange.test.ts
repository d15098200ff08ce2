import { expect, test } from "vitest";
import { type Engine, exchange } from "./exchange.ts";
import type { PlainRequest } from "./fetch/plain-request.ts";
import type { Operation } from "./operation.ts";
import { all } from "./schema.ts";

const anything = { required: false, check: all() };
const operation: Operation = {
  operationId: "find",
  method: "GET",
  path: "/things/{id}",
  parameters: {
    id: { in: "path", ...anything },
    tags: { in: "query", ...anything },
    "X-Trace": { in: "header", ...anything },
    Accept: { in: "header", ...anything },
  },
  accept: "text/plain",
};

/** What becomes of a call that is answered so. */
async function exchanged(response: Response) {
  const sent: PlainRequest[] = [];
  const engine: Engine = {
    baseUrl: "https://cloud.mongodb.com/behind",
    send: async (request) => {
      sent.push(request);
      return response;
    },
    headersOf: ({ accept }) => ({ accept, "user-agent": "test" }),
  };
  const header = { "X-Trace": 42, Accept: "text/html" };
  const params = { path: { id: "a b" }, query: { tags: ["x", "y"] }, header };
  const { body } = await exchange(engine, operation, { params }, { timeoutMs: 5 });
  return { sent, body };
}

test("every parameter goes to its place, and the definition's media type stays", async () => {
  const { sent } = await exchanged(new Response("{}"));
  expect(sent).toEqual([
    {
      url: "https://cloud.mongodb.com/behind/things/a%20b?tags=x&tags=y",
      method: "GET",
      headers: { accept: "text/plain", "user-agent": "test", "x-trace": "42" },
      body: undefined,
      signal: undefined,
      delivery: { mayHaveArrived: false, status: undefined },
      options: { timeoutMs: 5 },
    },
  ]);
});

test.each([
  ["JSON", '{"id":7}', 200, { id: 7 }],
  ["JSON of a failure", '{"error":404}', 404, { error: 404 }],
  ["JSON's null", "null", 200, null],
  ["a text", "id 7", 200, "id 7"],
  ["the text of a failure", "<html>", 503, "<html>"],
  ["nothing", "", 200, undefined],
  ["nothing in a failure", "", 500, undefined],
  ["no content", null, 204, undefined],
])("%s comes back as what it is", async (_, sent, status, body) => {
  expect((await exchanged(new Response(sent, { status }))).body).toEqual(body);
});
