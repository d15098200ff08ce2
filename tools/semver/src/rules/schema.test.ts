import { expect, test } from "vitest";
import { type Level, level, describe as say } from "../change.ts";
import { compare } from "../compare.ts";
import type { Node } from "../node.ts";
import type { SchemaRuleId } from "./rule.ts";
import { schemaRules } from "./schema.ts";
import { definitionOf } from "./small-definition.ts";

const property = (schema: Node, rest: Node = {}): Node => ({
  type: "object",
  properties: { a: schema },
  ...rest,
});
const text: Node = { type: "string" };
const empty: Node = { type: "object" };
const listed = (...values: string[]): Node => ({ type: "string", enum: values });
const oneOf = (...types: string[]): Node => ({ oneOf: types.map((type) => ({ type, minLength: 1 })) });

type Row = [rule: SchemaRuleId, level: Level, base: Node, head: Node, sentence: string];

/** Each rule by the smallest change that it is for; the level from the direction in which the value goes. */
const rows: Row[] = [
  [
    "request-property-added-required",
    "major",
    empty,
    property(text, { required: ["a"] }),
    "`setThing body.a` is new and has to be sent",
  ],
  [
    "request-property-added-optional",
    "minor",
    empty,
    property(text),
    "`setThing body.a` is new and may be sent",
  ],
  ["request-property-removed", "major", property(text), empty, "`setThing body.a` can no longer be sent"],
  [
    "request-property-became-required",
    "major",
    property(text),
    property(text, { required: ["a"] }),
    "`setThing body.a` has to be sent now",
  ],
  [
    "request-property-became-optional",
    "minor",
    property(text, { required: ["a"] }),
    property(text),
    "`setThing body.a` need not be sent any more",
  ],
  ["response-property-added", "minor", empty, property(text), "`setThing 200.a` is new in answers"],
  [
    "response-property-removed",
    "major",
    property(text),
    empty,
    "`setThing 200.a` is gone from answers: what reads it finds nothing",
  ],
  [
    "response-property-became-required",
    "minor",
    property(text),
    property(text, { required: ["a"] }),
    "`setThing 200.a` is now in every answer",
  ],
  [
    "response-property-became-optional",
    "major",
    property(text, { required: ["a"] }),
    property(text),
    "`setThing 200.a` may now be missing from answers: what reads it must do without",
  ],

  [
    "request-type-narrowed",
    "major",
    { type: ["string", "null"] },
    text,
    "`setThing body` now takes string only, no longer null or string",
  ],
  [
    "request-type-widened",
    "minor",
    { type: "integer" },
    { type: "number" },
    "`setThing body` now takes number, not only integer",
  ],
  [
    "request-type-changed",
    "major",
    text,
    { type: "boolean" },
    "`setThing body` now takes boolean instead of string",
  ],
  [
    "response-type-narrowed",
    "minor",
    { type: ["string", "null"] },
    text,
    "`setThing 200` is now string only, never again null or string",
  ],
  [
    "response-type-widened",
    "major",
    text,
    { type: ["string", "null"] },
    "`setThing 200` may now be null or string, not only string: what reads it must handle all",
  ],
  [
    "response-type-changed",
    "major",
    text,
    { type: "boolean" },
    "`setThing 200` is now boolean instead of string",
  ],

  ["request-enum-added", "major", text, listed("a", "b"), "`setThing body` now takes only `a` or `b`"],
  [
    "request-enum-removed",
    "minor",
    { type: "string", const: "a" },
    text,
    "`setThing body` now takes other values than `a`, too",
  ],
  ["request-enum-value-added", "minor", listed("a"), listed("b", "a"), "`setThing body` now also takes `b`"],
  [
    "request-enum-value-removed",
    "major",
    listed("a", "b"),
    listed("a"),
    "`setThing body` no longer takes `b`",
  ],
  ["response-enum-added", "minor", text, listed("a"), "`setThing 200` can now only be `a`"],
  [
    "response-enum-removed",
    "major",
    listed("a"),
    text,
    "`setThing 200` may now be something else than `a`: a closed switch over it must handle the rest",
  ],
  [
    "response-enum-value-added",
    "major",
    listed("a"),
    listed("a", "b"),
    "`setThing 200` may now be `b`: a closed switch over it must handle it",
  ],
  [
    "response-enum-value-removed",
    "minor",
    listed("a", "b"),
    listed("a"),
    "`setThing 200` is never again `b`: what handles it can go",
  ],

  ["request-pattern-added", "major", {}, { pattern: "^a" }, "`setThing body` now has to match `^a`"],
  [
    "request-pattern-changed",
    "major",
    { pattern: "^a" },
    { pattern: "^b" },
    "`setThing body` now has to match `^b`, no longer `^a`",
  ],
  ["request-pattern-removed", "minor", { pattern: "^a" }, {}, "`setThing body` need not match `^a` any more"],
  ["response-pattern-added", "minor", {}, { pattern: "^a" }, "`setThing 200` now always matches `^a`"],
  [
    "response-pattern-changed",
    "major",
    { pattern: "^a" },
    { pattern: "^b" },
    "`setThing 200` now matches `^b`, no longer `^a`: what parses it must be looked at",
  ],
  [
    "response-pattern-removed",
    "major",
    { pattern: "^a" },
    {},
    "`setThing 200` may now look different from `^a`: do not rely on it",
  ],

  ["request-format-added", "major", {}, { format: "date" }, "`setThing body` now has to be a `date`"],
  [
    "request-format-changed",
    "major",
    { format: "date" },
    { format: "date-time" },
    "`setThing body` now has to be a `date-time`, no longer a `date`",
  ],
  [
    "request-format-removed",
    "minor",
    { format: "date" },
    {},
    "`setThing body` need not be a `date` any more",
  ],
  ["response-format-added", "minor", {}, { format: "date" }, "`setThing 200` is now always a `date`"],
  [
    "response-format-changed",
    "major",
    { format: "date" },
    { format: "time" },
    "`setThing 200` is now a `time`, no longer a `date`",
  ],
  [
    "response-format-removed",
    "major",
    { format: "date" },
    {},
    "`setThing 200` may now be something else than a `date`: do not rely on it",
  ],

  [
    "request-limit-narrowed",
    "major",
    { maxLength: 64 },
    { maxLength: 32 },
    "`setThing body` takes less: `maxLength` 32, before `maxLength` 64",
  ],
  [
    "request-limit-widened",
    "minor",
    { minimum: 1 },
    {},
    "`setThing body` takes more: no `minimum`, before `minimum` 1",
  ],
  [
    "request-limit-changed",
    "major",
    { multipleOf: 2 },
    { multipleOf: 3 },
    "`setThing body` takes other values: `multipleOf` 3, before `multipleOf` 2",
  ],
  [
    "response-limit-narrowed",
    "minor",
    {},
    { minItems: 1 },
    "`setThing 200` keeps to less: `minItems` 1, before no `minItems`",
  ],
  [
    "response-limit-widened",
    "major",
    { maximum: 5 },
    { maximum: 9 },
    "`setThing 200` may now go further: `maximum` 9, before `maximum` 5; make room for it",
  ],
  [
    "response-limit-changed",
    "major",
    { multipleOf: 2 },
    { multipleOf: 3 },
    "`setThing 200` keeps to other values: `multipleOf` 3, before `multipleOf` 2",
  ],

  [
    "request-closed",
    "major",
    {},
    { additionalProperties: false },
    "`setThing body` no longer takes properties beyond those it names",
  ],
  [
    "request-opened",
    "minor",
    { additionalProperties: false },
    {},
    "`setThing body` now takes properties beyond those it names",
  ],
  [
    "response-closed",
    "minor",
    {},
    { additionalProperties: text },
    "`setThing 200` no longer carries properties beyond those it names",
  ],
  [
    "response-opened",
    "major",
    { additionalProperties: text },
    {},
    "`setThing 200` may now carry properties beyond those it names",
  ],

  [
    "request-alternative-added",
    "minor",
    oneOf("string"),
    oneOf("string", "array"),
    '`setThing body` may now also be `{"type":"array","minLength":1}`',
  ],
  [
    "request-alternative-removed",
    "major",
    oneOf("string", "array"),
    oneOf("string"),
    '`setThing body` may no longer be `{"type":"array","minLength":1}`',
  ],
  [
    "response-alternative-added",
    "major",
    oneOf("string"),
    oneOf("string", "array"),
    '`setThing 200` may now also be `{"type":"array","minLength":1}`: what reads it must handle it',
  ],
  [
    "response-alternative-removed",
    "minor",
    oneOf("string", "array"),
    oneOf("string"),
    '`setThing 200` is never again `{"type":"array","minLength":1}`: what handles it can go',
  ],
  [
    "request-part-added",
    "major",
    { allOf: [text, {}] },
    { allOf: [text, {}, empty] },
    '`setThing body` now also has to be `{"type":"object"}`',
  ],
  [
    "request-part-removed",
    "minor",
    { allOf: [text, {}, empty] },
    { allOf: [text, {}] },
    '`setThing body` need not be `{"type":"object"}` any more',
  ],
  [
    "response-part-added",
    "minor",
    { allOf: [text, {}] },
    { allOf: [text, {}, empty] },
    '`setThing 200` is now always `{"type":"object"}`, too',
  ],
  [
    "response-part-removed",
    "major",
    { allOf: [text, {}, empty] },
    { allOf: [text, {}] },
    '`setThing 200` need not be `{"type":"object"}` any more: do not rely on it',
  ],

  [
    "request-condition-added",
    "major",
    {},
    { propertyNames: text },
    "`setThing body` has to meet one more condition, `propertyNames`",
  ],
  [
    "request-condition-changed",
    "major",
    { not: text },
    { not: empty },
    "`setThing body` has to meet another condition, `not`",
  ],
  [
    "request-condition-removed",
    "minor",
    { contains: text },
    {},
    "`setThing body` has one condition less to meet, `contains`",
  ],
  [
    "response-condition-added",
    "minor",
    {},
    { dependentRequired: { a: ["b"] } },
    "`setThing 200` meets one more condition, `dependentRequired`",
  ],
  [
    "response-condition-changed",
    "major",
    { if: text },
    { if: empty },
    "`setThing 200` meets another condition, `if`",
  ],
  [
    "response-condition-removed",
    "major",
    { unevaluatedProperties: false },
    {},
    "`setThing 200` need not meet the condition `unevaluatedProperties` any more",
  ],

  ["request-default-added", "major", {}, { default: 1 }, "`setThing body` left out now means `1`"],
  [
    "request-default-changed",
    "major",
    { default: false },
    { default: true },
    "`setThing body` left out now means `true`, no longer `false`",
  ],
  ["request-default-removed", "major", { default: "a" }, {}, "`setThing body` left out no longer means `a`"],
  [
    "response-default-added",
    "minor",
    {},
    { default: 1 },
    "`setThing 200` missing from an answer now means `1`",
  ],
  [
    "response-default-changed",
    "minor",
    { default: 1 },
    { default: 2 },
    "`setThing 200` missing from an answer now means `2`, no longer `1`",
  ],
  [
    "response-default-removed",
    "major",
    { default: 1 },
    {},
    "`setThing 200` missing from an answer no longer means `1`: what reads it must do without",
  ],

  [
    "property-deprecated",
    "minor",
    property(text),
    property({ ...text, deprecated: true }),
    "`setThing 200.a` is deprecated: plan to do without it",
  ],
  [
    "property-restored",
    "patch",
    property({ ...text, deprecated: true }),
    property(text),
    "`setThing 200.a` is no longer deprecated",
  ],
];

test.each(rows)("%s is %s", (rule, expected, base, head, sentence) => {
  const side = rule.startsWith("request") ? "sent" : "answered";
  const changes = compare(definitionOf({ [side]: base }), definitionOf({ [side]: head }));
  expect(changes.map((change) => change.rule)).toEqual([rule]);
  expect(changes.map(level)).toEqual([expected]);
  expect(changes.map(say)).toEqual([sentence]);
});

test("every rule for schemas is shown at work", () => {
  expect(rows.map(([rule]) => rule).sort()).toEqual(Object.keys(schemaRules).sort());
});
