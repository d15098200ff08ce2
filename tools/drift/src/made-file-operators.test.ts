import { expect, test } from "vitest";
import { madeFileOperators } from "./made-file-operators.ts";
import { mutationsOf } from "./mutation.ts";

const files = {
  "packages/client/src/definition.gen.ts": '// Made.\nimport "x";\nexport const a = { required: true };\n',
  "spec/generated/openapi.json": '{\n  "name": "state"\n}\n',
};
const mutations = mutationsOf(madeFileOperators, { files, operationIds: ["getThing"] });

test.each([
  [
    "made file edited",
    "packages/client/src/definition.gen.ts:3",
    '// Made.\nimport "x";\nexport const a = { required: false };\n',
  ],
  ["made file edited", "spec/generated/openapi.json:2", '{\n  "name": "stateEdited"\n}\n'],
  ["made file missing", "spec/generated/openapi.json", undefined],
  ["made file too much", "packages/client/src/left-over.gen.ts", "export const leftOver = true;\n"],
])("%s at %s", (operator, place, after) => {
  const mutation = mutations.find((one) => one.operator === operator && one.place === place);
  expect(Object.values(mutation?.apply() ?? {})).toEqual([after]);
});

test("a made file counts for the package that it is in", () => {
  const kinds = mutations.map(({ kind, place }) => [place.split("/")[1], kind]);
  expect(kinds).toEqual(
    expect.arrayContaining([
      ["client", "client"],
      ["generated", "definition"],
    ]),
  );
});
