import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAnnotation } from "./annotations.ts";
import { combine, describe as say } from "./change.ts";
import { compare } from "./compare.ts";
import { canonical, isNode, type Node } from "./node.ts";
import { definitionOf, withOperation } from "./rules/small-definition.ts";

const real = JSON.parse(
  readFileSync(new URL("../../../spec/generated/openapi.json", import.meta.url), "utf8"),
) as Node;

/** The real definition with something else at one place; nothing there when no value is given. */
function edited(place: (string | number)[], value?: unknown): Node {
  return editedBelow(real, place, value) as Node;
}

/** Copies what lies on the way to the place; everything beside it is shared. */
function editedBelow(node: unknown, [key = "", ...rest]: (string | number)[], value: unknown): unknown {
  // biome-ignore lint/suspicious/noExplicitAny: a step into the document
  const copy: any = Array.isArray(node) ? [...node] : { ...(node as Node) };
  if (rest.length > 0) copy[key] = editedBelow(copy[key], rest, value);
  else if (value !== undefined) copy[key] = value;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

function at(node: unknown, place: string[]): unknown {
  return place.reduce((found, key) => (found as Node)[key], node);
}

const state = ["components", "schemas", "ExportJob", "properties", "state"];
const jobId = { $ref: "#/components/schemas/ObjectId" };

test("the definition compared with itself has no changes", () => {
  expect(compare(real, structuredClone(real))).toEqual([]);
});

test("neither the version nor the order of keys is a change", () => {
  const released = edited(["info", "version"], "9.9.9");
  const { paths, ...rest } = released;
  expect(compare(real, { paths, ...rest })).toEqual([]);
});

test("a new value of an enum that is only answered is one change, whatever the number of operations", () => {
  const states = at(real, [...state, "enum"]) as string[];
  const [change, ...others] = compare(real, edited([...state, "enum"], [...states, "NotInTheDefinition"]));
  expect(others).toEqual([]);
  expect(change && say(change)).toBe(
    "`ExportJob.state` may now be `NotInTheDefinition`: a closed switch over it must handle it (`listBackupExportJobs`, `createBackupExportJob`, `getBackupExportJob`)",
  );
  expect(change && combine([change])).toEqual({
    spec: "major",
    types: "major",
    client: "major",
    mock: "minor",
  });
});

test("a change felt by all operations says so instead of naming them", () => {
  const head = edited(["components", "schemas", "ApiError", "properties", "error", "type"], "number");
  expect(compare(real, head).map(say)).toEqual([
    "`ApiError.error` may now be number, not only integer: what reads it must handle all (every operation)",
  ]);
});

test("a change felt by some of the operations names them", () => {
  const head = edited(["components", "schemas", "ExportJobRequest", "additionalProperties"]);
  expect(compare(real, head).map(say)).toEqual([
    "`ExportJobRequest` now takes properties beyond those it names (`createBackupExportJob`)",
  ]);
});

test("a schema that is sent and answered is judged in both directions, the gravest first", () => {
  const head = edited(["components", "schemas", "ObjectId", "pattern"]);
  expect(compare(real, head).map(({ rule }) => rule)).toEqual([
    "response-pattern-removed",
    "request-pattern-removed",
  ]);
});

test("a property that may no longer be sent because it became read-only is gone from requests alone", () => {
  const head = edited(
    ["components", "schemas", "ExportJobRequest", "properties", "customData", "readOnly"],
    true,
  );
  expect(compare(real, head).map(({ rule, subject }) => [rule, subject])).toEqual([
    ["request-property-removed", "`ExportJobRequest.customData`"],
  ]);
});

test("a rule beside a $ref belongs to the property, and the component keeps its own", () => {
  const head = edited(["components", "schemas", "ExportJob", "properties", "id"], {
    ...jobId,
    maxLength: 24,
  });
  expect(compare(real, head).map(({ rule, subject }) => [rule, subject])).toContainEqual([
    "response-limit-narrowed",
    "`ExportJob.id`",
  ]);
});

test("another schema behind a $ref is told at the property", () => {
  const head = edited(
    ["components", "schemas", "ExportJob", "properties", "id", "$ref"],
    "#/components/schemas/Link",
  );
  expect(compare(real, head).map(({ rule, subject }) => [rule, subject])).toContainEqual([
    "response-type-changed",
    "`ExportJob.id`",
  ]);
});

test("a schema under another name that says the same changes only the names of types", () => {
  const renamed = JSON.parse(
    JSON.stringify(real).replaceAll('schemas/Link"', 'schemas/WebLink"').replace('"Link":', '"WebLink":'),
  ) as Node;
  expect(compare(real, renamed).map(({ rule, subject }) => [rule, subject])).toEqual([
    ["type-name-removed", "`Link`"],
    ["type-name-added", "`WebLink`"],
  ]);
});

test("a definition that starts to send what it answered gives the type a second name", () => {
  const head = edited(["components", "schemas", "ExportJobRequest", "properties", "links", "readOnly"]);
  expect(compare(real, head).map(say)).toContain("`LinkInput` is a new type");
});

test("an example that changed says where", () => {
  const withName = (name: string): Node =>
    withOperation({
      responses: {
        200: { content: { "text/json": { examples: { one: { value: { tags: [{ name }] } } } } } },
      },
    });
  expect(compare(withName("a"), withName("b")).map(say)).toEqual([
    "the example `one` has another value at `tags/0/name`",
  ]);
});

test("of a value of another type nothing else is said", () => {
  const changes = compare(
    definitionOf({ answered: { type: "string", pattern: "^a" } }),
    definitionOf({ answered: { type: "object", properties: { a: {} } } }),
  );
  expect(changes.map(({ rule }) => rule)).toEqual(["response-type-changed"]);
});

test("what stands beside a $ref goes for what it leads to", () => {
  const components = { schemas: { Text: { type: "string" } } };
  const base = definitionOf({ sent: { $ref: "#/components/schemas/Text", maxLength: 9 } });
  const head = definitionOf({ sent: { type: "string" } });
  expect(compare({ ...base, components }, { ...head, components }).map(({ rule }) => rule)).toEqual([
    "request-limit-widened",
  ]);
});

test("the gravest change comes first, wherever it was found", () => {
  const servers = [{ url: "https://things.example" }, { url: "https://b.example" }];
  const changes = compare(withOperation({}), withOperation({ operationId: "putThing" }, { servers }));
  expect(changes.map(({ rule }) => rule)).toEqual(["operation-renamed", "server-added"]);
});

test("a second server that becomes the first one is not gone", () => {
  const withServers = (...urls: string[]): Node =>
    withOperation({}, { servers: urls.map((url) => ({ url })) });
  const changes = compare(
    withServers("https://a.example", "https://b.example"),
    withServers("https://b.example"),
  );
  expect(changes.map(({ rule }) => rule)).toEqual(["server-moved"]);
});

test("where no sign-in was asked for, none is no longer enough", () => {
  const changes = compare(withOperation({}), withOperation({}, { security: [{ Key: [] }] }));
  expect(changes.map(say)).toEqual(["signing in with nothing is no longer enough"]);
});

test("schemas that contain themselves come to an end, under the same name and under other ones", () => {
  const withTree = (name: string, leaf: Node): Node => ({
    ...definitionOf({ answered: { $ref: `#/components/schemas/${name}` } }),
    components: {
      schemas: {
        [name]: {
          properties: { leaf, children: { items: { $ref: `#/components/schemas/${name}` } } },
          not: { $ref: `#/components/schemas/${name}` },
          additionalProperties: { $ref: `#/components/schemas/${name}` },
        },
      },
    },
  });
  const base = withTree("Tree", { type: "string" });
  for (const name of ["Tree", "Bush"]) {
    const rules = compare(base, withTree(name, { type: "null" })).map(({ rule }) => rule);
    expect(rules).toContain("response-type-changed");
  }
});

test("a property named like a word of OpenAPI is a property", () => {
  const answered = (properties: Node): Node => definitionOf({ answered: { properties } });
  const changes = compare(
    answered({ description: { type: "string" }, example: {} }),
    answered({ description: { type: "boolean" } }),
  );
  expect(changes.map(({ rule, subject }) => [rule, subject])).toEqual([
    ["response-type-changed", "`setThing 200.description`"],
    ["response-property-removed", "`setThing 200.example`"],
  ]);
});

test("an allOf of one means what its part means", () => {
  const part = { type: "string", minLength: 1 };
  const changes = compare(definitionOf({ sent: part }), definitionOf({ sent: { allOf: [part] } }));
  expect(changes.map(({ rule }) => rule)).toEqual(["rearranged"]);
});

test("a parameter of the path is compared like one of the operation's own, which wins over it", () => {
  const own = { parameters: [{ name: "id", in: "query", required: true, schema: {} }] };
  const lent = withOperation({});
  const paths = lent["paths"] as Record<string, Node>;
  const shared = { ...lent, paths: { "/thing": { ...paths["/thing"], ...own } } };
  expect(compare(withOperation(own), shared).map(({ rule }) => rule)).toEqual(["rearranged"]);
});

test("signing in with one scope less is no new demand, with one more it is", () => {
  const asking = (...scopes: string[]): Node => withOperation({ security: [{ Account: scopes }] });
  expect(compare(asking("read", "write"), asking("read")).map(say)).toEqual([
    "one can now also sign in with `Account` for `read`",
  ]);
  expect(compare(asking("read"), asking("read", "write")).map(say)).toContain(
    "signing in with `Account` for `read` is no longer enough",
  );
});

describe("nothing that is taken out of the definition or put in its place goes unmentioned", {
  timeout: 600_000,
}, () => {
  const places = placesOf(real).filter((place) => place.join("/") !== "info/version");

  test("the definition has places to try", () => {
    expect(places.length).toBeGreaterThan(500);
  });

  test("each place taken out is a change, and more than another arrangement wherever it means something", () => {
    const silent = places.filter((place) => {
      const rules = compare(real, edited(place)).map(({ rule }) => rule);
      return rules.length === 0 || (rules.includes("rearranged") && meansSomething(place));
    });
    expect(silent.map((place) => place.join("/"))).toEqual([]);
  });

  test("each value replaced by another one is a change", () => {
    const silent = places.filter((place) => compare(real, edited(place, "something else")).length === 0);
    expect(silent.map((place) => place.join("/"))).toEqual([]);
  });
});

/** What is read-only means nothing where it is only sent, nor that it is where it is only answered; `{}` says nothing. */
function meansSomething(place: (string | number)[]): boolean {
  let node: unknown = real;
  for (const key of place) {
    node = (node as Node)[key];
    if (key === "readOnly" || (isNode(node) && (node["readOnly"] === true || canonical(node) === "{}")))
      return false;
  }
  return !place.some((key) => isAnnotation(String(key)));
}

/** All but what lies within the value of an example: that is one thing to a user. */
function placesOf(value: unknown, place: (string | number)[] = []): (string | number)[][] {
  if (place.at(-1) === "value" && place.includes("examples")) return [];
  const entries = Array.isArray(value) ? [...value.entries()] : isNode(value) ? Object.entries(value) : [];
  return entries.flatMap(([key, inner]) => [[...place, key], ...placesOf(inner, [...place, key])]);
}
