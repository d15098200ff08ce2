import { expect, test } from "vitest";
import { type Change, combine, describe, isAtLeast, isHarmless, level, levelsOf } from "./change.ts";
import type { RuleId } from "./rules/rule.ts";

const found = (rule: RuleId, operations: string[] = []): Change => ({ rule, subject: "`a`", operations });

test.each<[RuleId, object]>([
  // TypeScript cannot say a pattern: the client checks it, the mock refuses what breaks it.
  ["request-pattern-added", { spec: "major", client: "major", mock: "major" }],
  // Nothing of the mock's users switches over what the mock answers, beyond their own code, which the types tell.
  ["response-enum-value-added", { spec: "major", types: "major", client: "major", mock: "minor" }],
  // The names of examples are types of the spec package and of the mock.
  ["example-removed", { spec: "major", mock: "major" }],
  ["documentation-changed", { spec: "patch", types: "patch", client: "patch" }],
  ["sign-in-removed", { spec: "major", client: "major", mock: "major" }],
])("%s concerns those packages whose users notice", (rule, levels) => {
  expect(levelsOf(found(rule))).toEqual(levels);
});

test("the level of a change is that of the package that it concerns most", () => {
  expect(level(found("token-url-changed"))).toBe("major");
  expect(level(found("response-default-changed"))).toBe("minor");
});

test("all changes together ask of each package what the gravest one asks", () => {
  const changes = [
    found("documentation-changed"),
    found("request-pattern-removed"),
    found("example-removed"),
  ];
  expect(combine(changes)).toEqual({ spec: "major", types: "patch", client: "minor", mock: "major" });
});

test("no change asks for nothing", () => {
  expect(combine([])).toEqual({});
});

test("a change names the operations where it is felt", () => {
  expect(describe(found("request-opened", ["one", "other"]))).toBe(
    "`a` now takes properties beyond those it names (`one`, `other`)",
  );
});

test("a change that is felt everywhere says so", () => {
  expect(describe({ ...found("request-opened"), isEverywhere: true })).toBe(
    "`a` now takes properties beyond those it names (every operation)",
  );
});

test.each<[RuleId, boolean]>([
  ["documentation-changed", true],
  ["rearranged", true],
  ["example-added", true],
  // A test of a user's may hold the old value.
  ["example-changed", false],
  ["response-property-added", false],
])("%s is harmless: %s", (rule, harmless) => {
  expect(isHarmless(found(rule))).toBe(harmless);
});

test("a higher level is high enough, a lower one and none are not", () => {
  expect(isAtLeast("major", "minor")).toBe(true);
  expect(isAtLeast("minor", "minor")).toBe(true);
  expect(isAtLeast("patch", "minor")).toBe(false);
  expect(isAtLeast(undefined, "patch")).toBe(false);
});
