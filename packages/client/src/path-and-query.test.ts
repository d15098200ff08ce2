import { createFinalURL, createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { expect, test } from "vitest";
import { pathAndQuery } from "./path-and-query.ts";

const querySerializer = createQuerySerializer();
const pathSerializer = defaultPathSerializer;

test.each<[string, Parameters<typeof pathAndQuery>[1]]>([
  ["nothing", {}],
  ["an empty query", { query: {} }],
  ["a path", { path: { groupId: "6a79", "cluster-name": "Main" } }],
  ["numbers and truth", { path: { groupId: 7, "cluster-name": true }, query: { n: 0, b: false } }],
  ["what has a meaning in a URL", { path: { groupId: "a/b?c#d%$&" }, query: { q: "a/b?c#d%&e=f+g h" } }],
  ["letters beyond ASCII", { path: { groupId: "ü" }, query: { q: "日本" } }],
  ["no text", { query: { q: "" } }],
  ["what is null or undefined", { query: { a: null, b: undefined, c: 1 } }],
  ["a list", { path: { groupId: ["a,b", 7] }, query: { ids: ["a&b", 7], none: [] } }],
  ["an object", { path: { groupId: { a: "x,y", b: 7 } }, query: { at: { from: "a&b", to: 7 } } }],
])("%s goes where openapi-fetch puts it", (_, params) => {
  const filled = { ...params, path: { groupId: "g", "cluster-name": "c", ...params.path } };
  const template = "/groups/{groupId}/clusters/{cluster-name}/exports";
  const options = { baseUrl: "", params: filled, querySerializer, pathSerializer };
  expect(pathAndQuery(template, filled)).toBe(createFinalURL(template, options));
});
