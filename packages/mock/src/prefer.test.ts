import { expect, test } from "vitest";
import { parsePrefer } from "./prefer.ts";

test.each([
  [undefined, undefined],
  ["", undefined],
  ["respond-async, wait=10", undefined],
  ["code=409", { code: 409 }],
  ["example=none", { example: "none" }],
  ["code=404, example=groupNotFound", { code: 404, example: "groupNotFound" }],
  ['respond-async; Code="404" ;example="group not found"', { code: 404, example: "group not found" }],
  ["code=many", { code: Number.NaN }],
])("Prefer: %s asks for %j", (header, preference) => {
  expect(parsePrefer(header)).toEqual(preference);
});
