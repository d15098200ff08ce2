import { expect, test } from "vitest";
import { createReach, printOperations } from "./reach.ts";

const ref = (path: string) => ({ $ref: path });

const documents = new Map<string, unknown>([
  [
    "spec/openapi.yaml",
    {
      security: [{ Account: [] }],
      paths: {
        "/things": ref("paths/things.yaml#/list"),
        "/things/{id}": ref("paths/things.yaml#/one"),
        "/open": { get: { operationId: "getOpen", security: [] } },
      },
      components: { securitySchemes: { Account: {}, Unused: {} } },
    },
  ],
  [
    "spec/paths/things.yaml",
    {
      list: { get: { operationId: "listThings", responses: { 200: ref("../things.yaml#/List") } } },
      one: {
        parameters: [ref("../things.yaml#/id")],
        get: { operationId: "getThing", responses: { 200: ref("../things.yaml#/Thing") } },
        put: { operationId: "putThing" },
      },
    },
  ],
  [
    "spec/things.yaml",
    { List: { items: ref("#/Thing") }, Thing: { parts: ref("#/Thing") }, id: {}, Other: {} },
  ],
]);
const reach = createReach(documents, "spec/openapi.yaml");

test.each([
  [
    "what an operation refers to through another component",
    "spec/things.yaml",
    "Thing/parts",
    "listThings, getThing",
  ],
  ["a parameter of a path", "spec/things.yaml", "id/schema", "getThing, putThing"],
  ["the operation itself", "spec/paths/things.yaml", "one/put/summary", "putThing"],
  ["a path, in the file that it leads to", "spec/paths/things.yaml", "one", "getThing, putThing"],
  ["what nothing refers to", "spec/things.yaml", "Other", "no operation"],
  [
    "a scheme that only some sign in with",
    "spec/openapi.yaml",
    "components/securitySchemes/Account",
    "listThings, getThing, putThing",
  ],
  [
    "a scheme that nobody signs in with",
    "spec/openapi.yaml",
    "components/securitySchemes/Unused",
    "no operation",
  ],
  ["the servers", "spec/openapi.yaml", "servers/0", "every operation"],
])("%s", (_, file, pointer, operations) => {
  expect(printOperations(reach({ file, tokens: pointer.split("/") }), reach.count)).toBe(operations);
});
