import { expect, test } from "vitest";
import { readRule } from "./rule.ts";

test.each([
  ["path.groupId/required", "path.groupId", "required"],
  ["path.groupId/pattern", "path.groupId", "pattern"],
  ["body/required", "body", "required"],
  ["body/$ref/required/snapshotId", "body.snapshotId", "required"],
  ["body/$ref/additionalProperties", "body", "additionalProperties"],
  ["body/$ref/properties/customData/items/$ref/properties/key/type", "body.customData[].key", "type"],
  ["body/allOf/0/properties/name/minLength", "body.name", "minLength"],
  ["body/additionalProperties/type", "body.*", "type"],
  ["query.ids/items/enum", "query.ids[]", "enum"],
  ["body/not/required", "body", "not/required"],
])("%s is a rule of %s", (location, place, keyword) => {
  expect(readRule(location)).toEqual({ place, keyword });
});
