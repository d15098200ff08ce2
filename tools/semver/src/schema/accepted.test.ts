import { expect, test } from "vitest";
import { limitTurn, type Turn, turnOf, typesOf, typeWords } from "./accepted.ts";

test.each<[unknown, string]>([
  [undefined, "anything"],
  ["string", "string"],
  ["number", "number"],
  [["integer", "null"], "integer or null"],
  [["number", "integer"], "number"],
])("type %j lets through %s", (type, words) => {
  expect(typeWords(typesOf(type === undefined ? {} : { type }))).toBe(words);
});

test("OpenAPI 3.0's nullable is the type null", () => {
  expect(typesOf({ type: "string", nullable: true })).toEqual(typesOf({ type: ["string", "null"] }));
});

test.each<[string, string, Turn | undefined]>([
  ["number", "integer", "narrowed"],
  ["integer", "number", "widened"],
  ["string", "integer", "changed"],
  ["string", "string", undefined],
])("%s that becomes %s is %s", (base, head, turn) => {
  expect(turnOf(typesOf({ type: base }), typesOf({ type: head }))).toBe(turn);
});

test.each<[keyword: string, base: unknown, head: unknown, turn: Turn | undefined]>([
  ["maxLength", 64, 32, "narrowed"],
  ["maxLength", 32, 64, "widened"],
  ["maxLength", undefined, 64, "narrowed"],
  ["maxLength", 64, undefined, "widened"],
  ["minLength", undefined, 1, "narrowed"],
  ["minLength", 1, undefined, "widened"],
  ["minLength", undefined, 0, undefined],
  ["minItems", 0, undefined, undefined],
  ["minContains", 1, undefined, undefined],
  ["minContains", undefined, 0, "widened"],
  ["minimum", undefined, 0, "narrowed"],
  ["minimum", 0, -1, "widened"],
  ["exclusiveMinimum", 1, 2, "narrowed"],
  ["maximum", 500, 100, "narrowed"],
  ["exclusiveMaximum", 5, undefined, "widened"],
  ["maxProperties", 3, 3, undefined],
  ["uniqueItems", undefined, true, "narrowed"],
  ["uniqueItems", true, false, "widened"],
  ["uniqueItems", undefined, false, undefined],
  ["multipleOf", undefined, 2, "narrowed"],
  ["multipleOf", 2, undefined, "widened"],
  ["multipleOf", 2, 4, "narrowed"],
  ["multipleOf", 4, 2, "widened"],
  ["multipleOf", 4, 6, "changed"],
])("%s %s that becomes %s is %s", (keyword, base, head, turn) => {
  expect(limitTurn(keyword, base, head)).toBe(turn);
});
