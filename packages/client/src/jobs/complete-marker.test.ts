import { expect, test } from "vitest";
import { parseCompleteMarker } from "./complete-marker.ts";

const marker = {
  orgId: "5e0b1f6c9d3a4e2781c0d5f4",
  orgName: "My Org",
  groupId: "32b6e34b3d91647abb20e7b8",
  groupName: "Web Shop",
  clusterUniqueId: "64c1f0a97c3d5e2148fa0b92",
  clusterName: "orders-prod",
  snapshotInitiationDate: "2026-08-10T03:27:11Z",
  totalFiles: 42,
  labels: [{ key: "team", value: "data" }],
  customData: [{ key: "exported by", value: "nightly" }],
};

test("every field of a marker is read", () => {
  expect(parseCompleteMarker(JSON.stringify(marker))).toEqual(marker);
});

test("what a marker lacks is left out", () => {
  expect(parseCompleteMarker("{}")).toStrictEqual({});
});

test("fields of an unexpected type, and those that are not known, are left out", () => {
  const wrong = Object.fromEntries(
    Object.keys(marker).map((name) => [name, name === "totalFiles" ? "42" : 42]),
  );
  expect(parseCompleteMarker(JSON.stringify({ ...wrong, more: true }))).toStrictEqual({});
});

test.each(["null", "[]", "42", '"text"'])("%s is no marker", (json) => {
  expect(() => parseCompleteMarker(json)).toThrow(new SyntaxError("a .complete file holds a JSON object"));
});

test.each(["", "{", "<html>"])("«%s» is no marker", (text) => {
  expect(() => parseCompleteMarker(text)).toThrow(SyntaxError);
});
