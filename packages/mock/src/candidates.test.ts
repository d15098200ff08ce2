import { expect, test } from "vitest";
import { candidatesByPath } from "./candidates.ts";

const resources = [
  "/groups/{groupId}/clusters",
  "/groups/{groupId}/clusters/{clusterName}",
  "/groups/{groupId}/clusters/all",
  "/groups/{groupId}/{kind}.json",
  "/groups/{groupId}/a b",
].map((path) => ({ path }));
const candidates = candidatesByPath(resources);

test.each([
  ["/groups/1/clusters/one", ["/groups/{groupId}/clusters/{clusterName}"]],
  ["/groups/1/clusters/all", ["/groups/{groupId}/clusters/{clusterName}", "/groups/{groupId}/clusters/all"]],
  ["/groups/1/clusters", ["/groups/{groupId}/clusters", "/groups/{groupId}/{kind}.json"]],
  ["/groups//clusters/", ["/groups/{groupId}/clusters/{clusterName}"]],
  ["/groups/1/a%20b", ["/groups/{groupId}/{kind}.json", "/groups/{groupId}/a b"]],
  ["/groups/%2/%63lusters/one", ["/groups/{groupId}/clusters/{clusterName}"]],
])("%s may belong to %j", (path, expected) => {
  expect(candidates(path).map((resource) => resource.path)).toEqual(expected);
});

test.each(["/groups", "/", "", "/nowhere/1/clusters"])(
  "%s belongs to none, so Prism gets them all",
  (path) => {
    expect(candidates(path)).toEqual(resources);
  },
);
