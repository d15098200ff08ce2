import { expect, test } from "vitest";
import { completeMarkerKey, parseExportPrefix } from "./prefix.ts";

const orgId = "5e0b1f6c9d3a4e2781c0d5f4";
const groupId = "32b6e34b3d91647abb20e7b8";
const parsed = {
  organization: orgId,
  project: groupId,
  clusterName: "orders-prod",
  snapshotAt: new Date("2026-08-10T03:27:00Z"),
  // `date -u -d @1786332505`
  createdAt: new Date("2026-08-10T03:28:25Z"),
};

test.each([
  ["as it is today", `exported_snapshots/${orgId}/${groupId}/orders-prod/2026-08-10T0327/1786332505`],
  ["with a leading slash", `/exported_snapshots/${orgId}/${groupId}/orders-prod/2026-08-10T0327/1786332505`],
  ["with a zone", `exported_snapshots/${orgId}/${groupId}/orders-prod/2026-08-10T0327+0000/1786332505`],
  ["with both", `/exported_snapshots/${orgId}/${groupId}/orders-prod/2026-08-10T0327+0000/1786332505`],
  [
    "with a slash at its end",
    `exported_snapshots/${orgId}/${groupId}/orders-prod/2026-08-10T0327/1786332505/`,
  ],
])("a prefix %s is taken apart", (_, prefix) => {
  expect(parseExportPrefix(prefix)).toEqual(parsed);
});

test("names may stand in place of ids, with a plus for a space", () => {
  const prefix = "exported_snapshots/My+Big+Org/Web+Shop/Cluster0/2026-08-10T0327/1786332505";
  expect(parseExportPrefix(prefix)).toMatchObject({
    organization: "My Big Org",
    project: "Web Shop",
    clusterName: "Cluster0",
  });
});

test.each([
  ["empty", ""],
  ["of another root", "snapshots/o/p/c/2026-08-10T0327/1786332505"],
  ["inside another path", "backup/exported_snapshots/o/p/c/2026-08-10T0327/1786332505"],
  ["followed by more", "exported_snapshots/o/p/c/2026-08-10T0327/1786332505/db"],
  ["with a part missing", "exported_snapshots/o/p/2026-08-10T0327/1786332505"],
  ["with an empty part", "exported_snapshots/o//c/2026-08-10T0327/1786332505"],
  ["with a part too many", "exported_snapshots/o/p/c/d/2026-08-10T0327/1786332505"],
  ["without a minute", "exported_snapshots/o/p/c/2026-08-10T03/1786332505"],
  ["with a minute that is none", "exported_snapshots/o/p/c/2026-08-10T0360/1786332505"],
  ["with a month that is none", "exported_snapshots/o/p/c/2026-13-10T0327/1786332505"],
  ["with another zone", "exported_snapshots/o/p/c/2026-08-10T0327+0200/1786332505"],
  ["with seconds that are none", "exported_snapshots/o/p/c/2026-08-10T0327/soon"],
  ["with seconds beyond all dates", "exported_snapshots/o/p/c/2026-08-10T0327/99999999999999"],
])("a prefix that is %s is not taken apart", (_, prefix) => {
  expect(parseExportPrefix(prefix)).toBeUndefined();
});

test.each([
  "exported_snapshots/o/p/c/2026-08-10T0327/1786332505",
  "/exported_snapshots/o/p/c/2026-08-10T0327/1786332505",
  "exported_snapshots/o/p/c/2026-08-10T0327/1786332505/",
])("the marker of %s lies directly below it", (prefix) => {
  expect(completeMarkerKey(prefix)).toBe("exported_snapshots/o/p/c/2026-08-10T0327/1786332505/.complete");
});
