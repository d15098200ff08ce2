import { type Node, toNode } from "../node.ts";

/** A definition of one operation, `setThing`, with these schemas of what it is sent and of what it answers. */
export function definitionOf({ sent, answered }: { sent?: Node; answered?: Node }): Node {
  return withOperation({
    requestBody: { required: true, content: { "application/json": { schema: sent ?? {} } } },
    responses: { 200: { description: "", content: { "application/json": { schema: answered ?? {} } } } },
  });
}

/** A definition of one operation at `PUT /thing`, with these parts and others beside it. */
export function withOperation(operation: Node, rest: Node = {}): Node {
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    servers: [{ url: "https://things.example" }],
    ...rest,
    paths: {
      "/thing": { put: { operationId: "setThing", responses: {}, ...operation } },
      ...toNode(rest["paths"]),
    },
  };
}
