import { expect, test } from "vitest";
import { compareDocumentation } from "./documentation.ts";
import type { Node } from "./node.ts";

const base: Node = {
  info: { title: "Things", description: "All of them." },
  tags: [{ name: "Things" }],
  paths: {
    "/things": {
      description: "Where things are.",
      get: { operationId: "listThings", summary: "List things" },
    },
  },
  components: {
    schemas: {
      Thing: { description: "A thing.", properties: { description: { type: "string", title: "Words" } } },
    },
    examples: { one: { summary: "One thing", value: { description: "It is blue." } } },
    securitySchemes: { Key: { description: "A key." } },
  },
};

/** The base with one text replaced. */
function saying(from: string, to: string): Node {
  return JSON.parse(JSON.stringify(base).replace(`"${from}"`, `"${to}"`)) as Node;
}

test.each([
  ["All of them.", "the definition"],
  ["Things", "the definition"],
  ["Where things are.", "`/things`"],
  ["List things", "`listThings`"],
  ["A thing.", "`Thing`"],
  ["Words", "`Thing`"],
  ["One thing", "`one`"],
  ["A key.", "`Key`"],
])("another text instead of %j is about %s", (text, subject) => {
  const changes = compareDocumentation({ base, head: saying(text, "Something else.") });
  expect(changes.map((change) => change.subject)).toEqual([subject]);
});

test("several texts of one thing are one change", () => {
  const head = JSON.parse(JSON.stringify(saying("A thing.", "This.")).replace("Words", "Text")) as Node;
  expect(compareDocumentation({ base, head })).toHaveLength(1);
});

test.each([
  ["string", "the type of a property called description"],
  ["It is blue.", "the value of an example"],
])("%j is no documentation: %s", (text) => {
  expect(compareDocumentation({ base, head: saying(text, "boolean") })).toEqual([]);
});
