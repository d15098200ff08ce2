import { type Coverage, createCoverage, type Tally } from "./coverage.ts";
import { declaredRules } from "./declared-rules.ts";
import { follow, type Schema } from "./definition.ts";

/** What a document declares, by a walk of its own that knows nothing of how the cases are made. */
export function declaredBy(document: object): Coverage {
  const declared = createCoverage();
  const { security: securityOfAll } = document as Schema;
  for (const item of Object.values(child(document, document, "paths"))) {
    for (const operation of Object.values(Object(item) as Schema)) {
      const { operationId, responses, security = securityOfAll } = Object(operation) as Schema;
      if (responses === undefined) continue;
      const tally = declared.of(String(operationId));
      countParameters(document, item, tally);
      countParameters(document, operation, tally);
      countRequest(document, operation, tally);
      countResponses(document, operation, tally);
      for (const scheme of Object(security)) for (const name in scheme) tally.credentials.add(name);
    }
  }
  return declared;
}

function countParameters(document: object, node: unknown, { parameters, constraints }: Tally): void {
  const list = child(document, node, "parameters");
  for (const index in list) {
    const parameter = child(document, list, index);
    const place = `${parameter["in"]}.${parameter["name"]}`;
    parameters.add(place);
    if (parameter["required"] === true) constraints.add(`${place}/required`);
    for (const rule of declaredRules(document, parameter["schema"], place)) constraints.add(rule);
  }
}

function countRequest(document: object, operation: unknown, tally: Tally): void {
  const request = child(document, operation, "requestBody");
  if (request["required"] === true) tally.constraints.add("body/required");
  countExamples(document, request, "request", tally);
  for (const mediaType of Object.values(child(document, request, "content"))) {
    const { schema } = Object(mediaType) as Schema;
    for (const rule of declaredRules(document, schema, "body")) tally.constraints.add(rule);
  }
}

function countResponses(document: object, operation: unknown, tally: Tally): void {
  const responses = child(document, operation, "responses");
  for (const status in responses) {
    tally.statuses.add(status);
    countExamples(document, child(document, responses, status), status, tally);
  }
}

function countExamples(document: object, node: unknown, of: string, { examples }: Tally): void {
  for (const mediaType of Object.values(child(document, node, "content"))) {
    for (const name in child(document, mediaType, "examples")) examples.add(`${of} ${name}`);
  }
}

/** What a node has under a name, with its references followed; empty where it has nothing. */
function child(document: object, node: unknown, name: string): Schema {
  let found = Object(Object(node)[name]) as Schema;
  while (typeof found["$ref"] === "string") found = follow(document, found["$ref"]) as Schema;
  return found;
}
