// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the code that is changed here has templates in it
import { describe, expect, test } from "vitest";
import { mutationsOf, type Operator } from "../mutation.ts";
import { changedLines } from "../report.ts";
import { clientOperators } from "./client-operators.ts";
import { harmlessCodeOperators } from "./harmless-operators.ts";
import { mockOperators } from "./mock-operators.ts";
import type { Code } from "./source.ts";

const path = "packages/any/src/any.ts";
const operators = [...clientOperators, ...mockOperators, ...harmlessCodeOperators];

const rows: [operator: string, before: string, ...lines: string[]][] = [
  [
    "path not encoded",
    "const url = `/things/${encodeURIComponent(id)}`;",
    "- const url = `/things/${encodeURIComponent(id)}`;",
    "+ const url = `/things/${String(id)}`;",
  ],
  [
    "path not encoded",
    'import makeClient from "openapi-fetch";\nmakeClient({ baseUrl });',
    "- makeClient({ baseUrl });",
    "+ makeClient({ ...{ baseUrl }, ...({ pathSerializer: (path: string, values: Record<string, unknown>) => path.replace(/\\{(\\w+)\\}/g, (_, name) => String(values[name])) } as object) });",
  ],
  [
    "wrong media type",
    "send({ Accept: operation.accept });",
    "- send({ Accept: operation.accept });",
    '+ send({ Accept: "text/plain" });',
  ],
  [
    "wrong media type",
    "const headersOf = ({ accept }) => ({ accept });",
    "- const headersOf = ({ accept }) => ({ accept });",
    '+ const headersOf = ({ accept }) => ({ accept: "text/plain" });',
  ],
  [
    "wrong media type",
    'headers.set("Content-Type", type);',
    '- headers.set("Content-Type", type);',
    '+ headers.set("Content-Type", "text/plain");',
  ],
  [
    "dropped query",
    "const url = `${path}?${query}`;",
    "- const url = `${path}?${query}`;",
    '+ const url = `${path}?${""}`;',
  ],
  ["dropped query", "url.search = String(query);", "- url.search = String(query);", '+ url.search = "";'],
  [
    "dropped query",
    'import make from "openapi-fetch";\nmake({ baseUrl });',
    "- make({ baseUrl });",
    '+ make({ ...{ baseUrl }, ...({ querySerializer: () => "" } as object) });',
  ],
  [
    "wrong method",
    "fetch(url, { method, headers });",
    "- fetch(url, { method, headers });",
    '+ fetch(url, { method: "PUT", headers });',
  ],
  [
    "dropped query",
    "const serializers = { querySerializer: createQuerySerializer() };",
    "- const serializers = { querySerializer: createQuerySerializer() };",
    '+ const serializers = { querySerializer: (() => "") as never };',
  ],
  [
    "dropped query",
    "const serializers = { querySerializer(values) { return write(values); } };",
    "- const serializers = { querySerializer(values) { return write(values); } };",
    '+ const serializers = { querySerializer(values) { if (arguments) return ((() => "") as unknown as (...given: unknown[]) => string)(...arguments); return write(values); } };',
  ],
  [
    "wrong method",
    "client.request(method.toLowerCase(), path);",
    "- client.request(method.toLowerCase(), path);",
    '+ client.request("put" as never, path);',
  ],
  [
    "error swallowed",
    "if (!response.ok) throw new AtlasApiError(response);",
    "- if (!response.ok) throw new AtlasApiError(response);",
    "+ if (!response.ok) return undefined as never;",
  ],
  [
    "envelope not unwrapped",
    "const send = openEnvelope(retry(once));",
    "- const send = openEnvelope(retry(once));",
    "+ const send = retry(once);",
  ],
  [
    "envelope not unwrapped",
    "function open(envelope) { return envelope.content; }",
    "- function open(envelope) { return envelope.content; }",
    "+ function open(envelope) { return envelope; }",
  ],
  [
    "wrong status",
    'apiError(404, "NOT_FOUND");',
    '- apiError(404, "NOT_FOUND");',
    '+ apiError(405, "NOT_FOUND");',
  ],
  [
    "wrong status",
    "const gone = { status: 410 };",
    "- const gone = { status: 410 };",
    "+ const gone = { status: 411 };",
  ],
  [
    "missing field",
    'import type { Thing } from "@atlas-snapshot-export/types";\nconst thing: Thing = { id, state };',
    "- const thing: Thing = { id, state };",
    "+ const thing: Thing = ({ state } as never);",
  ],
  [
    "wrong type",
    "return { ...answer, body: { detail } };",
    "- return { ...answer, body: { detail } };",
    "+ return { ...answer, body: { detail: [detail] as never } };",
  ],
  [
    "stale state",
    "const age = this.#now() - begunAt;",
    "- const age = this.#now() - begunAt;",
    "+ const age = 0 - begunAt;",
  ],
  [
    "stale state",
    "class Jobs { add(job) { this.#stored.push(job); } }",
    "- class Jobs { add(job) { this.#stored.push(job); } }",
    "+ class Jobs { add(job) { ; } }",
  ],
  [
    "stale state",
    "class Limits { take(window) { window.remaining -= 1; } }",
    "- class Limits { take(window) { window.remaining -= 1; } }",
    "+ class Limits { take(window) { ; } }",
  ],
  ["a comment in code", "function add() {}", "+ // Worth a remark."],
];

function mutate(operator: string, text: string): string[] {
  const [mutation] = mutationsOf(named(operator), { files: { [path]: text }, operationIds: ["getThing"] });
  return mutation === undefined ? [] : changedLines(text, mutation.apply()[path] ?? "");
}

function named(operator: string): Operator<Code>[] {
  return operators.filter(({ name }) => name === operator);
}

test("every operator is shown", () => {
  expect(new Set(rows.map(([operator]) => operator))).toEqual(new Set(operators.map(({ name }) => name)));
});

describe("an operator changes one thing", () => {
  test.each(rows)("%s: %s", (operator, before, ...lines) => {
    expect(mutate(operator, before)).toEqual(lines);
  });
});

describe("an operator leaves alone what only looks like its place", () => {
  test.each([
    // What an error or a hook tells of a request sends nothing.
    ["wrong method", "new ApiError({ method, url, body });"],
    ["wrong method", "hooks.onResponse({ method, url, headers });"],
    // A form is no path.
    ["path not encoded", "const form = `token=${encodeURIComponent(token)}`;"],
    ["error swallowed", 'throw new RequestValidationError("waitForExportJob", []);'],
    ["error swallowed", 'import { getThing } from "./operations.gen.ts";\nthrow cause;'],
    ["error swallowed", 'throw new TypeError("an option is missing");'],
    ["wrong status", "const BODY_LIMIT = 400;"],
    ["missing field", "const body = { id: 1 };"],
    ["stale state", "class Jobs { constructor(now) { this.#now = now; } }"],
    ["stale state", "process.exitCode = 1;"],
    ["stale state", "PARAMETER.lastIndex = 0;"],
    ["envelope not unwrapped", "export function openEnvelope(send) {}"],
  ])("%s: %s", (operator, text) => {
    expect(mutate(operator, text)).toEqual([]);
  });
});

test("a mutation tells its line, and calls it by its function, its file and what is thrown", () => {
  const text = "\nfunction sendOnce() {\n  throw new NetworkError();\n}";
  const [mutation] = mutationsOf(named("error swallowed"), {
    files: { [path]: text },
    operationIds: ["getThing"],
  });
  expect(mutation).toMatchObject({
    place: `${path}:3`,
    operations: ["getThing"],
    names: expect.arrayContaining(["NetworkError", "sendOnce", "any"]),
  });
});
