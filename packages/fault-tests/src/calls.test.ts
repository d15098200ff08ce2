import { createAtlasClient } from "@atlas-snapshot-export/client";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { haveBody, operationCalls } from "./calls.ts";

const { groupId, exportBucketId } = definition.components.parameters;
const operationId = "getExportBucket";

test.each([
  ["with the path's", { parameters: [groupId, exportBucketId], get: { operationId } }],
  ["with its own", { get: { operationId, parameters: [groupId, exportBucketId] } }],
])("an operation is called with parameters that are written down in place, %s", async (_, pathItem) => {
  const asked: string[] = [];
  const atlas = createAtlasClient({
    auth: { authorize: () => undefined },
    fetch: async (url) => {
      asked.push(String(url));
      return Response.json({});
    },
  });
  const [call] = operationCalls(pathItem);
  await call?.run(atlas, { signal: new AbortController().signal, isFull: false, token: undefined });
  const path = `/api/atlas/v2/groups/${groupId.example}/backup/exportBuckets/${exportBucketId.example}`;
  expect(asked).toEqual([`${definition.servers[0]?.url}${path}`]);
});

test.each([
  [{ 200: { one: {} }, 400: { bad: {} } }, true],
  [{ 204: {}, 400: { bad: {} } }, false],
])("whether a success carries something, its examples tell: %j", (responses, expected) => {
  expect(haveBody(responses)).toBe(expected);
});
