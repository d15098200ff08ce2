import { expect, test } from "vitest";
import { canPrismNotice } from "./cases/constraints.ts";
import { constraintsOf } from "./constraints.ts";
import { type Document, readDefinition } from "./definition.ts";

const labels = (minItems: number) => ({
  name: "labels",
  in: "query",
  schema: { type: "array", items: { type: "string", enum: ["on", "off"] }, minItems },
});

test.each([
  ["an empty list, which is not on the wire", 1, ["enum"]],
  ["a list that is too short", 2, ["minItems", "enum"]],
])("of a list in the query Prism notices %s, as far as it can", (_, minItems, expected) => {
  const operation = { operationId: "listPets", parameters: [labels(minItems)], responses: {} };
  // A cast, because a case needs no more of a document than this.
  const definition = readDefinition({
    paths: { "/pets": { get: operation } },
    components: {},
  } as unknown as Document);
  const constraints = definition.operations.flatMap((each) => [...constraintsOf(definition, each)]);
  const noticed = constraints.filter((constraint) => canPrismNotice(constraint, constraints));
  expect(noticed.map(({ keyword }) => keyword).sort()).toEqual(expected.sort());
});
