import { expect, test } from "vitest";
import { type Document, readDefinition } from "../definition.ts";
import { type Absence, absencesIn, fetchWithout, holesIn, isFelt, isNamedIn } from "./absence.ts";

const text = { type: "string" };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const operation = (operationId: string, schema: object) => ({
  operationId,
  responses: {
    200: { content: { "application/json": { schema } } },
    404: { content: { "application/json": { schema: { properties: { detail: text } } } } },
  },
});

const document = {
  paths: {
    "/pets": {
      get: operation("listPets", {
        required: ["results"],
        properties: { results: { type: "array", items: ref("Pet") }, count: { type: "integer" } },
      }),
    },
    "/pets/{id}": { get: operation("getPet", ref("Pet")) },
    "/pets/newest": { get: operation("getNewestPet", ref("Named")) },
  },
  components: {
    schemas: {
      Named: { required: ["name"], properties: { name: text, nick: text } },
      Pet: {
        oneOf: [ref("Cat"), ref("Dog")],
        discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat" } },
      },
      Cat: {
        allOf: [ref("Named"), { required: ["kind"] }],
        properties: { kind: text, mother: ref("Cat") },
      },
      Dog: {
        required: ["kind"],
        properties: { kind: { const: "dog" }, collar: { properties: { size: { type: "integer" } } } },
      },
    },
  },
  // A cast, because a case needs no more of a document than this.
} as unknown as Document;

const definition = readDefinition(document);
const absences = absencesIn(definition);
const cat = { kind: "cat", name: "Tom", nick: "T", mother: { kind: "cat", name: "Ada", nick: "A" } };
const dog = { kind: "dog", nick: "D", collar: { size: 3 } };

function absenceOf(name: string): Absence {
  const absence = absences.find((one) => one.name === name);
  if (absence === undefined) throw new Error(`There is no absence ${name}.`);
  return absence;
}

test("every optional property is absent alone, with its like elsewhere, with its operation's, and with all", () => {
  const ofPet = ["(cat).mother", "(cat).nick", "(dog).collar", "(dog).collar.size"];
  const names = absences.map(({ name }) => name);
  expect(names.sort()).toEqual(
    [
      ...ofPet.map((place) => `getPet: body${place}`),
      ...ofPet.map((place) => `listPets: body.results[]${place}`),
      "listPets: body.count",
      "getNewestPet: body.nick",
      ...ofPet.map((place) => `wherever it is: body.results[]${place}`),
      ...["listPets", "getPet", "getNewestPet"].map((id) => `${id}: all optional properties`),
      "all optional properties",
    ].sort(),
  );
});

test.each<[string, string, unknown, unknown]>([
  ["listPets: body.count", "listPets", { results: [], count: 0 }, { results: [] }],
  ["getPet: body(cat).nick", "getPet", cat, { kind: "cat", name: "Tom", mother: cat.mother }],
  ["getPet: body(cat).nick", "getPet", dog, dog],
  ["getPet: body(cat).nick", "getNewestPet", cat, cat],
  ["getPet: body(dog).collar.size", "getPet", dog, { ...dog, collar: {} }],
  [
    "listPets: body.results[](dog).collar",
    "listPets",
    { results: [dog, cat, null] },
    { results: [{ kind: "dog", nick: "D" }, cat, null] },
  ],
  ["all optional properties", "getPet", cat, { kind: "cat", name: "Tom" }],
])("%s of %s is taken from where it is", (name, operationId, body, expected) => {
  const absence = absenceOf(name);
  expect(absence.takenFrom(operationId, body)).toEqual(expected);
  expect(isFelt(absence, [{ operationId, body }])).toBe(body !== expected);
});

test("a fetch takes it from successes alone, and turns lists round", async () => {
  const seen: unknown[] = [];
  const send = fetchWithout(
    absenceOf("listPets: body.results[](dog).collar"),
    definition,
    async (url) =>
      Response.json(
        { results: [dog, cat] },
        { status: url.endsWith("/pets") ? 200 : 404, headers: { a: "b" } },
      ),
    ({ operationId }) => seen.push(operationId),
  );
  const found = await send("https://host/pets", {});
  expect(await found.json()).toEqual({ results: [cat, { kind: "dog", nick: "D" }] });
  expect(found.headers.get("a")).toBe("b");
  expect(await (await send("https://host/pets/newest", {})).json()).toEqual({ results: [dog, cat] });
  expect(seen).toEqual(["listPets"]);
});

test("a path without a placeholder goes before one with it", async () => {
  const seen: unknown[] = [];
  const send = fetchWithout(
    absenceOf("all optional properties"),
    definition,
    async () => Response.json({}),
    ({ operationId }) => seen.push(operationId),
  );
  await send("https://host/pets/newest", { method: "GET" });
  await send("https://host/pets/7", { method: "GET" });
  expect(seen).toEqual(["getNewestPet", "getPet"]);
});

test.each([
  ["body.results[].collar must be there", true],
  ["body.collar must be there", true],
  ["body.collar.size must be there", false],
  ["the collar is not there", false],
])("whether «%s» names the property: %s", (message, expected) => {
  expect(isNamedIn(absenceOf("getPet: body(dog).collar"), message)).toBe(expected);
});

test("what a text shows in the place of a value is found", () => {
  expect(
    holesIn("export job undefined (null) of [object Object], after NaN since Invalid Date"),
  ).toHaveLength(5);
  expect(holesIn("an undefinedness that nullifies")).toEqual([]);
});
