import { describe, expect, test } from "vitest";
import { mutationsOf } from "../mutation.ts";
import { changesOf } from "../testing/changes.ts";
import { small } from "../testing/small-definition.ts";
import { exampleOperators } from "./example-operators.ts";
import { harmlessOperators } from "./harmless-operators.ts";
import { schemaOperators } from "./schema-operators.ts";
import { serviceOperators } from "./service-operators.ts";
import { walk } from "./walk.ts";

const operators = [...schemaOperators, ...serviceOperators, ...exampleOperators, ...harmlessOperators];
const mutations = mutationsOf(operators, walk(small));

const components = "spec/components/things.yaml#";
const put = "spec/paths/things.yaml#/thing/put";
const sent = `${put}/requestBody/content/application~1vnd.atlas.2023-01-01+json`;
const answered = `${put}/responses/200/content/application~1vnd.atlas.2023-01-01+json`;

const rows: [operator: string, place: string, lines: string[]][] = [
  [
    "property renamed",
    `${components}/Thing/properties/state`,
    ["- required: [ name, state ]", "+ required: [ name, stateRenamed ]", "- state:", "+ stateRenamed:"],
  ],
  [
    "property removed",
    `${components}/Thing/properties/name`,
    ["- required: [ name, state ]", "+ required: [ state ]", "- name:", "- type: string"],
  ],
  [
    "property added",
    `${components}/NewThing`,
    ["+ addedProperty:", "+ type: string", "+ description: Added."],
  ],
  [
    "required property added",
    `${components}/NewThing`,
    [
      "- required: [ name ]",
      "+ required: [ name, addedProperty ]",
      "+ addedProperty:",
      "+ type: string",
      "+ description: Added.",
    ],
  ],
  ["property retyped", `${components}/Thing/properties/name`, ["- type: string", "+ type: integer"]],
  ["property made required", `${components}/Problem/properties/error`, ["+ required: [ error ]"]],
  ["property made optional", `${components}/NewThing/properties/name`, ["- required: [ name ]"]],
  ["readOnly toggled", `${components}/NewThing/properties/name`, ["+ readOnly: true"]],
  ["readOnly toggled", `${components}/NewThing/properties/links`, ["- readOnly: true"]],
  [
    "nullable toggled",
    `${components}/Problem/properties/error`,
    ["- type: integer", '+ type: [ integer, "null" ]'],
  ],
  [
    "nullable toggled",
    `${components}/Thing/properties/size`,
    ['- type: [ integer, "null" ]', "+ type: integer"],
  ],
  [
    "enum value added",
    `${components}/Thing/properties/state`,
    ["- enum: [ Queued, Done ]", "+ enum: [ Queued, Done, Added ]"],
  ],
  [
    "enum value removed",
    `${components}/Thing/properties/state`,
    ["- enum: [ Queued, Done ]", "+ enum: [ Queued ]"],
  ],
  [
    "enum value renamed",
    `${components}/Thing/properties/state`,
    ["- enum: [ Queued, Done ]", "+ enum: [ QueuedRenamed, Done ]"],
  ],
  ["pattern loosened", `${components}/thingId/schema`, ["- pattern: ^[a-f]+$", '+ pattern: "[a-f]+"']],
  ["pattern tightened", `${components}/thingId/schema`, ["- pattern: ^[a-f]+$", "+ pattern: (?!f)^[a-f]+$"]],
  ["pattern broken", `${components}/thingId/schema`, ["- pattern: ^[a-f]+$", "+ pattern: ^[a-f]+$("]],
  ["limit moved", `${components}/NewThing/properties/name`, ["- minLength: 1", "+ minLength: 2"]],
  ["schema closed", `${components}/Thing`, ["+ additionalProperties: false"]],
  ["schema opened", `${components}/NewThing`, ["- additionalProperties: false"]],
  [
    "$ref swapped",
    `${sent}/schema`,
    ["- $ref: ../components/things.yaml#/NewThing", "+ $ref: ../components/things.yaml#/Thing"],
  ],
  ["operation renamed", put, ["- operationId: putThing", "+ operationId: putThingRenamed"]],
  [
    "path segment changed",
    "spec/openapi.yaml#/paths/~1things~1{thingId}",
    ["- /things/{thingId}:", "+ /thingsMoved/{thingId}:"],
  ],
  ["parameter moved", `${components}/pretty`, ["- in: query", "+ in: header"]],
  ["parameter moved", `${components}/thingId`, ["- in: path", "+ in: query"]],
  ["parameter renamed", `${components}/pretty`, ["- name: pretty", "+ name: prettyRenamed"]],
  ["parameter default changed", `${components}/pretty`, ["- default: false", "+ default: true"]],
  ["parameter made required", `${components}/pretty`, ["+ required: true"]],
  ["body made optional", `${put}/requestBody`, ["- required: true", "+ required: false"]],
  ["status changed", `${put}/responses/404`, ['- "404":', '+ "413":']],
  [
    "media type's date changed",
    sent,
    ["- application/vnd.atlas.2023-01-01+json:", "+ application/vnd.atlas.2024-01-01+json:"],
  ],
  [
    "media type changed",
    `${put}/responses/404/content/application~1json`,
    ["- application/json:", "+ text/json:"],
  ],
  [
    "header removed",
    `${put}/responses/200/headers/Limit`,
    ["- headers:", "- Limit:", "- schema:", "- type: integer", "- example: 9", "+ headers: {}"],
  ],
  ["header renamed", `${put}/responses/200/headers/Limit`, ["- Limit:", "+ Limit-Renamed:"]],
  ["sign-in removed", "spec/openapi.yaml#/security/1", ["- - Key: []"]],
  [
    "security scheme changed",
    "spec/openapi.yaml#/components/securitySchemes/Account",
    ["- tokenUrl: /token", "+ tokenUrl: /tokenMoved"],
  ],
  [
    "security scheme changed",
    "spec/openapi.yaml#/components/securitySchemes/Key",
    ["- scheme: digest", "+ scheme: basic"],
  ],
  ["wrong type", "spec/examples/things.yaml#/madeThing/value/state", ["- state: Done", "+ state: 42"]],
  ["wrong value", `${sent}/examples/plain/value/name`, ["- name: a", "+ name: a0"]],
  [
    "wrong status",
    `${put}/responses/404/content/application~1json/examples/missing/value/error`,
    ["- error: 404", "+ error: 405"],
  ],
  ["missing field", "spec/examples/things.yaml#/madeThing/value/name", ["- name: a"]],
  ["extra field", "spec/examples/things.yaml#/madeThing/value/extraField", ["+ extraField: extra"]],
  [
    "parameter's example of another type",
    `${components}/thingId/example`,
    ["- example: a", "+ example:", "+ wrong: true"],
  ],
  ["keys in another order", `${components}/NewThing/properties/name`, ["- type: string", "+ type: string"]],
  [
    "properties in another order",
    `${components}/NewThing`,
    ["- name:", "- type: string", "- minLength: 1", "+ name:", "+ type: string", "+ minLength: 1"],
  ],
  [
    "another description",
    put,
    ["- description: Puts a thing in its place.", "+ description: Says the same in other words."],
  ],
  ["another summary", put, ["- summary: Put a Thing", "+ summary: Does the Same in Other Words"]],
  ["a comment", `${put}/responses/404`, ["+ # Worth a remark."]],
  [
    "a new example",
    answered,
    ["+ oneMore:", "+ summary: One more.", "+ value:", "+ name: a", "+ state: Done"],
  ],
  [
    "lists and maps in another style",
    "spec/openapi.yaml#",
    [
      ...["- - Account: []", "- - Key: []", "+ - Account:", "+ []", "+ - Key:", "+ []"],
      ...["- /things/{thingId}:", "- $ref: paths/things.yaml#/thing"],
      "+ /things/{thingId}: { $ref: paths/things.yaml#/thing }",
    ],
  ],
  [
    "texts in other quotes",
    "spec/openapi.yaml#",
    [
      ...["- openapi: 3.1.0", '+ openapi: "3.1.0"'],
      ...["- $ref: paths/things.yaml#/thing", '+ $ref: "paths/things.yaml#/thing"'],
      ...["- type: oauth2", '+ type: "oauth2"', "- tokenUrl: /token", '+ tokenUrl: "/token"'],
      ...["- type: http", "- scheme: digest", '+ type: "http"', '+ scheme: "digest"'],
    ],
  ],
];

test("every operator is shown", () => {
  expect(new Set(rows.map(([operator]) => operator))).toEqual(new Set(operators.map(({ name }) => name)));
});

describe("an operator changes one thing", () => {
  test.each(rows)("%s at %s", (operator, place, lines) => {
    expect(changesOf(mutations, operator, place, small)).toEqual(lines);
  });
});

test("a property is looked for in both directions, but not where it cannot be sent", () => {
  const retyped = mutations.filter(({ operator }) => operator === "property retyped");
  expect(retyped.map(({ place }) => place)).not.toContain(`${components}/NewThing/properties/links`);
});

test("that a property must not be sent means nothing where nothing is sent", () => {
  const toggled = mutations.filter(({ operator }) => operator === "readOnly toggled");
  const equivalent = toggled.filter((mutation) => mutation.equivalent !== undefined);
  expect(equivalent.map(({ place }) => place)).toContain(`${components}/Thing/properties/state`);
  expect(equivalent.map(({ place }) => place)).not.toContain(`${components}/NewThing/properties/name`);
});

test("a mutation knows the operations that it touches, and what its place is called", () => {
  const place = `${components}/Thing/properties/state`;
  const mutation = mutations.find((one) => one.operator === "enum value added" && one.place === place);
  expect(mutation).toMatchObject({ operations: ["putThing"], names: expect.arrayContaining(["state"]) });
});
