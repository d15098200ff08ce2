import { expect, test } from "vitest";
import type { Mutation } from "./mutation.ts";
import { sample } from "./sample.ts";

function mutation(operator: string, place: string, operations: string[], equivalent?: string): Mutation {
  const rest = equivalent === undefined ? {} : { equivalent };
  return { kind: "definition", operator, place, operations, names: [], ...rest, apply: () => ({}) };
}

const operators = [{ kind: "definition", name: "renamed" }] as const;

test("no more of an operator are taken than are wanted, and the rest is counted", () => {
  const all = ["a.yaml#/A/x", "a.yaml#/A/y", "a.yaml#/A/z"].map((place) =>
    mutation("renamed", place, ["one"]),
  );
  const { chosen, left } = sample(all, { operators, operationIds: ["one"], most: 2 });
  expect(chosen).toHaveLength(2);
  expect(left).toEqual({ "definition: renamed": 1 });
});

test("another file and another operation come before more of the same", () => {
  const all = [
    mutation("renamed", "a.yaml#/A/x", ["one"]),
    mutation("renamed", "a.yaml#/A/y", ["one"]),
    mutation("renamed", "b.yaml#/B/x", ["two"]),
  ];
  const { chosen } = sample(all, { operators, operationIds: ["one", "two"], most: 2 });
  expect(chosen.map(({ place }) => place)).toEqual(["a.yaml#/A/x", "b.yaml#/B/x"]);
});

test("what means nothing comes last", () => {
  const all = [
    mutation("renamed", "a.yaml#/A/x", ["one"], "nobody looks"),
    mutation("renamed", "a.yaml#/A/y", ["one"]),
  ];
  const { chosen } = sample(all, { operators, operationIds: ["one"], most: 1 });
  expect(chosen.map(({ place }) => place)).toEqual(["a.yaml#/A/y"]);
});

test("the same mutations are taken every time", () => {
  const all = Array.from({ length: 50 }, (_, index) =>
    mutation("renamed", `${index % 7}.yaml#/A/${index}`, ["one"]),
  );
  const options = { operators, operationIds: ["one"], most: 5 };
  expect(sample(all, options).chosen).toEqual(sample(all, options).chosen);
});

test("an operator that finds no place, and an operation that nothing touches, are errors", () => {
  expect(() => sample([], { operators, operationIds: [], most: 1 })).toThrow(
    "definition: «renamed» finds no place",
  );
  const all = [mutation("renamed", "a.yaml#/A/x", ["one"])];
  expect(() => sample(all, { operators, operationIds: ["one", "two"], most: 1 })).toThrow(
    "No mutation touches two",
  );
});
