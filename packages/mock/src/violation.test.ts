import { expect, test } from "vitest";
import type { Operation } from "./operation.ts";
import { describeViolation, readViolations } from "./violation.ts";

const OPERATION: Operation = {
  operationId: "listBells",
  method: "GET",
  path: "/towers/{towerId}/bells",
  parameters: [
    { name: "towerId", in: "path" },
    { name: "pageNum", in: "query" },
    { name: "X-Ringer", in: "header" },
  ],
  requestMediaTypes: [],
  responses: new Map(),
  security: [],
};

test.each([
  [["body", "a~1b", "c~0d"], "type", "must be string", "body.a/b.c~d must be string (type)"],
  [["query", "pagenum"], "minimum", "must be >= 1", "query.pageNum must be >= 1 (minimum)"],
  [["path", "towerid"], "pattern", "must match", "path.towerId must match (pattern)"],
  [["header", "x-ringer"], "type", "must be integer", "header.X-Ringer must be integer (type)"],
  [
    ["query"],
    "required",
    "must have required property 'pagenum'",
    "query.pageNum must have required property 'pagenum' (required)",
  ],
  [
    ["body", "list"],
    "required",
    "must have required property 'a'",
    "body.list.a must have required property 'a' (required)",
  ],
])("a violation at %j is told by the names of the definition", (path, code, rule, told) => {
  const message = `Request ${path.join(" ")} ${rule}`;
  const { input } = readViolations({ input: [{ path, code, message, severity: 0 }], output: [] }, OPERATION);
  expect(input.map(describeViolation)).toEqual([told]);
});
