import { createQuerySerializer, defaultPathSerializer } from "openapi-fetch";
import { expect, test } from "vitest";
import { serializers } from "./serializers.ts";

const { pathSerializer, querySerializer } = serializers;
const colors = ["blue", "black", "brown"];

// OpenAPI 3.1, "Style Examples": the styles simple, and form exploded.
test("values and lists are written as OpenAPI's examples are", () => {
  expect(pathSerializer("/{color}", { color: "blue" })).toBe("/blue");
  expect(pathSerializer("/{color}", { color: colors })).toBe("/blue,black,brown");
  expect(querySerializer({ color: "blue" })).toBe("color=blue");
  expect(querySerializer({ color: colors })).toBe("color=blue&color=black&color=brown");
});

test.each<[string, unknown]>([
  ["a text", "orders"],
  ["an empty text", ""],
  ["what a path would be cut at", "../a/b?c#d"],
  ["what a replacement would put something else for", "$& $1 $` $$"],
  ["a placeholder", "{b}"],
  ["what is encoded already", "%2F"],
  ["what stays as it is", "A-Z_a.z~!*'()"],
  ["what a query is cut at", "a=b&c;d+e,f"],
  ["another alphabet", "größe 😀"],
  ["a number", 1.5],
  ["a boolean", false],
  ["a list", ["a,b", 2, true, "ü"]],
  ["a list of one", ["a"]],
])("%s is written as openapi-fetch's own serializers do", (_, value) => {
  const template = "/x/{a}/y/{b}";
  const values = { a: value, b: value };
  expect(pathSerializer(template, values)).toBe(defaultPathSerializer(template, values));
  expect(querySerializer(values)).toBe(createQuerySerializer()(values));
});

test.each([
  ["null", null],
  ["undefined", undefined],
  ["an empty list", []],
])("%s is left out of a query, as openapi-fetch does", (_, value) => {
  const values = { a: 1, b: value, c: 2 };
  expect(querySerializer(values)).toBe("a=1&c=2");
  expect(createQuerySerializer()(values)).toBe("a=1&c=2");
});

test("no parameters are written as nothing", () => {
  expect(pathSerializer("/x", {})).toBe("/x");
  expect(querySerializer({})).toBe("");
});
