import { describe, expect, test } from "vitest";
import type { Mutation } from "./mutation.ts";
import { namesPlace } from "./naming.ts";
import { judgeVerdict, scoreOf } from "./outcome.ts";

const mutation: Mutation = {
  kind: "definition",
  operator: "property removed",
  place: "spec/components/things.yaml#/Thing/properties/state",
  operations: ["getThing"],
  names: ["state"],
  apply: () => ({}),
};
const noticed = { generated: true, seconds: 1.23456 };

describe("a message names operation and place", () => {
  test.each([
    ["`Thing.state` is gone (`getThing`)", true],
    ["things.yaml:3:1 #/Thing/properties/state must not (getThing, listThings)", true],
    ["`Thing.state` is gone", false],
    ["something changed (`getThing`)", false],
    // One line about the one, another line about the other.
    ["`Thing.state` is gone (`putThing`)\n`Thing.size` is new (`getThing`)", false],
    ["`Thing.stateReason` is gone (`getThing`)", false],
    ["`Thing.state` is gone (every operation)", false],
  ])("%s: %s", (message, isNamed) => {
    expect(namesPlace(message, mutation, 2)).toBe(isNamed);
  });

  test("that it is every operation says enough of what all of them feel", () => {
    expect(namesPlace("`Thing.state` is gone (every operation)", mutation, 1)).toBe(true);
  });

  test("of code, a test tells the operation in its title and the place further down", () => {
    const ofCode = { ...mutation, kind: "client" as const, names: ["accept"] };
    expect(namesPlace("getThing › 200 › done\n  - accept: a\n  + accept: b", ofCode, 2)).toBe(true);
  });
});

test("a mutation is caught when the message says where to look", () => {
  const alarm = { by: "lint", message: "`Thing.state` is gone (`getThing`)" };
  expect(judgeVerdict(mutation, { ...noticed, alarm }, 2)).toEqual({
    id: "definition: property removed: spec/components/things.yaml#/Thing/properties/state, generated",
    kind: "definition",
    operator: "property removed",
    place: mutation.place,
    operationId: "getThing",
    generated: true,
    caughtBy: "lint",
    seconds: 1.235,
    message: alarm.message,
    outcome: "caught",
  });
});

test("an alarm that does not say where to look is not enough", () => {
  const alarm = { by: "type check", message: "Type 'string' is not assignable" };
  expect(judgeVerdict(mutation, { ...noticed, alarm }, 2)).toMatchObject({
    outcome: "survived",
    reason: "type check noticed it, but does not name both an operation and the place",
  });
});

test("what nobody noticed survived, unless nothing could be noticed", () => {
  expect(judgeVerdict(mutation, noticed, 2)).toMatchObject({ outcome: "survived" });
  const equivalent = { ...mutation, equivalent: "nobody reads it" };
  expect(judgeVerdict(equivalent, noticed, 2)).toMatchObject({
    outcome: "equivalent",
    reason: "nobody reads it",
  });
});

test("the score leaves out what is equivalent and what is harmless", () => {
  const caught = judgeVerdict(mutation, { ...noticed, alarm: { by: "lint", message: "state getThing" } }, 2);
  const survived = judgeVerdict(mutation, noticed, 2);
  const equivalent = judgeVerdict({ ...mutation, equivalent: "so" }, noticed, 2);
  const harmless = judgeVerdict({ ...mutation, kind: "harmless" }, noticed, 2);
  expect(scoreOf([caught, caught, caught, survived, equivalent, harmless])).toEqual({
    applied: 4,
    caught: 3,
    score: 0.75,
  });
});
