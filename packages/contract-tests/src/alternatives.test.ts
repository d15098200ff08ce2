// No request of today's definition has alternatives. Were one to come, its cases would come by themselves.
import { expect, test } from "vitest";
import { constraintsOf } from "./constraints.ts";
import { declaredBy } from "./declared.ts";
import { type Document, readDefinition, type Schema } from "./definition.ts";
import { createRequestChecks } from "./schema-check.ts";
import { violatingInput } from "./violating-input.ts";

const kind = (only: string, properties: Record<string, Schema>): Schema => ({
  type: "object",
  required: ["kind", ...Object.keys(properties)],
  properties: { kind: { type: "string", const: only }, ...properties },
  additionalProperties: false,
});

const document = {
  security: [],
  paths: {
    "/pets": {
      post: {
        operationId: "createPet",
        requestBody: {
          required: true,
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Pet" },
              examples: { cat: { value: { kind: "cat", lives: 9 } } },
            },
          },
        },
        responses: {},
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind" },
      },
      Cat: kind("cat", { lives: { type: "integer", maximum: 9 } }),
      Dog: kind("dog", { owner: { anyOf: [{ type: "string", minLength: 2 }, { type: "integer" }] } }),
    },
  },
  // A cast, because a case needs no more of a document than this.
} as unknown as Document;

const definition = readDefinition(document);
const [operation] = definition.operations;
if (operation === undefined) throw new Error("The document has an operation.");
const constraints = [...constraintsOf(definition, operation)];
const places = constraints.map(({ location }) => location.replaceAll("/$ref", ""));

test("every rule of every alternative has a case, and the choice has one", () => {
  expect(places).toEqual([
    "body/required",
    ...["type", "required/lives", "properties/lives/type", "properties/lives/maximum"].map(inside("0")),
    inside("0")("additionalProperties"),
    ...["type", "required/owner", "properties/owner/anyOf/0/type"].map(inside("1")),
    ...["properties/owner/anyOf/0/minLength", "properties/owner/anyOf/1/type"].map(inside("1")),
    inside("1")("additionalProperties"),
    "body/discriminator",
  ]);
});

test("the walk that knows nothing of the cases finds the same", () => {
  const declared = [...declaredBy(document).of("createPet").constraints];
  expect(declared.sort()).toEqual(constraints.map(({ location }) => location).sort());
});

const checkOf = createRequestChecks(document);

test.each(constraints.slice(1))(
  "$location is broken in its own alternative, and no other holds",
  (constraint) => {
    const { body } = violatingInput(definition, operation, constraint, checkOf) as { body: unknown };
    const { Cat = {}, Dog = {} } = document.components.schemas;
    const [own = {}, other = {}] = constraint.location.includes("oneOf/1") ? [Dog, Cat] : [Cat, Dog];
    const broken = checkOf(own)(body).map((rule) => rule.split(" ")[1]);
    const isChoice = constraint.keyword === "discriminator";
    expect(broken).toContain(isChoice ? "const" : constraint.keyword);
    expect(checkOf(other)(body)).not.toEqual([]);
  },
);

function inside(index: string): (rule: string) => string {
  return (rule) => `body/oneOf/${index}/${rule}`;
}
