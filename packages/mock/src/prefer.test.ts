import { expect, test } from "vitest";
import { malformedPreference, parsePrefer } from "./prefer.ts";

test.each([
  [undefined, undefined],
  ["", undefined],
  ["respond-async, wait=10", undefined],
  ["code=409", { code: 409 }],
  ["example=none", { example: "none" }],
  ["code=404, example=groupNotFound", { code: 404, example: "groupNotFound" }],
  ['respond-async; Code="404" ;example="group not found"', { code: 404, example: "group not found" }],
  ["code=404, code=409", { code: 404 }],
  ['respond-async, foo="code=404", code = 409', { code: 409 }],
])("Prefer: %s asks for %j", (header, preference) => {
  expect(parsePrefer(header)).toEqual(preference);
});

test.each([undefined, "", "respond-async, wait=10", "code=409, example=none", 'CODE="599"'])(
  "Prefer: %s can be read",
  (header) => {
    expect(malformedPreference(header)).toBeUndefined();
  },
);

test.each([
  ["code=abc", "code=abc"],
  ["code=", "code="],
  ["code", "code="],
  ['code=""', "code="],
  ["code=0x199", "code=0x199"],
  ["code=409.0", "code=409.0"],
  ["code=4090", "code=4090"],
  ["code=-409", "code=-409"],
  ["code=099", "code=099"],
  ["code=600", "code=600"],
])("Prefer: %s asks for what is not a status", (header, shown) => {
  expect(malformedPreference(header)).toBe(
    `Prefer asks for ${shown}, which is not a status: three digits, such as code=409.`,
  );
});

test("an example without a name is not one", () => {
  expect(malformedPreference("example=")).toBe(
    "Prefer asks for an example without a name: give one, such as example=queued.",
  );
});
