import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Document, parseDocument } from "yaml";
import { make } from "../files/make.ts";
import { DefinitionError, readDefinition } from "./definition.ts";

const spec = fileURLToPath(new URL("../../../../spec", import.meta.url));
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "definition-"));
  cpSync(spec, copy, { recursive: true, filter: (path) => !path.includes("node_modules") });
});

afterEach(() => rmSync(copy, { recursive: true }));

type Edit = (document: Document) => void;

/** Edits what the YAML says, however it is written. */
function edit(file: string, change: Edit): void {
  const path = join(copy, file);
  const document = parseDocument(readFileSync(path, "utf8"), { merge: true });
  change(document);
  writeFileSync(path, String(document));
}

/** Insists that there is something to remove. */
function remove(...path: Path): Edit {
  return (document) => {
    if (!document.deleteIn(path)) throw new Error(`There is nothing at ${path.join(".")}.`);
  };
}

function set(value: unknown, ...path: Path): Edit {
  return (document) => document.setIn(path, document.createNode(value));
}

type Path = (string | number)[];

const mediaType = "application/vnd.atlas.2023-01-01+json";

/** Another answer of the operation that lists jobs. */
function success(status: string, content?: object): Edit {
  return set({ description: "Well.", ...(content && { content }) }, "collection", "get", "responses", status);
}

const read = () => readDefinition(join(copy, "openapi.yaml"), join(copy, "redocly.yaml"));

test("the definition as it is breaks no rule", async () => {
  const { operations } = await read();
  expect(operations.map(({ operationId }) => operationId)).toContain("createBackupExportJob");
});

const jobs = "paths/export-jobs.yaml";

test("a parameter of the operation takes the place of its path's", async () => {
  const own = { name: "groupId", in: "path", required: true, description: "My own.", example: "a" };
  edit(jobs, set([{ ...own, schema: { type: "string" } }], "item", "get", "parameters"));
  const { operations } = await read();
  const { parameters = [] } =
    operations.find(({ operationId }) => operationId === "getBackupExportJob") ?? {};
  expect(parameters.map(({ name }) => name)).toEqual(["groupId", "clusterName", "exportId"]);
  expect(parameters[0]?.description).toBe("My own.");
});

describe("a broken definition is refused with file, place and rule", () => {
  test.each<[title: string, file: string, change: Edit, expected: RegExp]>([
    [
      "a $ref that leads nowhere",
      jobs,
      set("../components/errors.yaml#/Nowhere", "collection", "post", "responses", "409", "$ref"),
      /export-jobs\.yaml:\d+:\d+ .*no-unresolved-refs/,
    ],
    [
      "a pattern that does not compile",
      "components/primitives.yaml",
      set("^([a-f0-9]{24}$", "ObjectId", "pattern"),
      /primitives\.yaml:\d+:\d+ .*pattern.* spec\/valid-pattern/,
    ],
    [
      "an unknown keyword",
      "components/export-job.yaml",
      set(["snapshotId"], "ExportJobRequest", "requried"),
      /export-job\.yaml:\d+:\d+ .*requried.* struct/,
    ],
    [
      "an unknown type",
      "components/export-job.yaml",
      set("intger", "ExportJobStatus", "properties", "exportedCollections", "type"),
      /export-job\.yaml:\d+:\d+ .*struct/,
    ],
    [
      "a property of an example with a wrong type",
      "examples/export-jobs.yaml",
      set(7, "created", "value", "state"),
      /export-jobs\.yaml:\d+:\d+ .*no-invalid-media-type-examples/,
    ],
    [
      "an example with a value outside the enum",
      "examples/export-jobs.yaml",
      set("Exploded", "failed", "value", "state"),
      /no-invalid-media-type-examples/,
    ],
    [
      "an example that lacks a required property",
      "examples/export-job-requests.yaml",
      remove("minimalExportRequest", "value", "snapshotId"),
      /export-job-requests\.yaml:\d+:\d+ .*no-invalid-media-type-examples/,
    ],
    [
      "a request example with a property that the closed schema does not know",
      "examples/export-job-requests.yaml",
      set("x", "minimalExportRequest", "value", "bucket"),
      /no-invalid-media-type-examples/,
    ],
    [
      "a parameter's example that breaks its pattern",
      "components/parameters.yaml",
      set("-orders", "clusterName", "example"),
      /parameters\.yaml:\d+:\d+ .*no-invalid-parameter-examples/,
    ],
    [
      "a parameter without an example",
      "components/parameters.yaml",
      remove("clusterName", "example"),
      /rule\/parameter-has-example/,
    ],
    ...["style", "explode", "allowReserved", "content"].map((key): [string, string, Edit, RegExp] => [
      `a parameter with ${key}`,
      "components/parameters.yaml",
      set(key === "style" ? "simple" : false, "clusterName", key),
      new RegExp(`parameters\\.yaml:\\d+:\\d+ .*spec/plain-parameters: .*${key}`),
    ]),
    [
      "a parameter that is an object",
      "components/parameters.yaml",
      set("./primitives.yaml#/Link", "clusterName", "schema", "$ref"),
      /parameters\.yaml:\d+:\d+ .*spec\/plain-parameters: .*object/,
    ],
    ...[
      { type: "array", items: { $ref: "./primitives.yaml#/Link" } },
      { allOf: [{ $ref: "./primitives.yaml#/Link" }] },
      { anyOf: [{ type: "string" }, { type: ["object", "null"] }] },
      { oneOf: [{ properties: { x: { type: "string" } } }] },
      { type: "array" },
      { enum: ["a", {}] },
      { minLength: 1 },
      {},
      true,
    ].map((schema): [string, string, Edit, RegExp] => [
      `a parameter that ${JSON.stringify(schema)} lets be an object, or hold one`,
      "components/parameters.yaml",
      set(schema, "envelope", "schema"),
      /parameters\.yaml:\d+:\d+ .*spec\/plain-parameters: .*object/,
    ]),
    ...["Accept", "authorization", "Content-Type"].map((name): [string, string, Edit, RegExp] => [
      `a parameter that is the header ${name}`,
      "components/parameters.yaml",
      (document) => {
        set("header", "envelope", "in")(document);
        set(name, "envelope", "name")(document);
      },
      new RegExp(`parameters\\.yaml:\\d+:\\d+ .*spec/plain-parameters: the client writes ${name} itself`),
    ]),
    [
      "a parameter that is a cookie",
      "components/parameters.yaml",
      set("cookie", "envelope", "in"),
      /parameters\.yaml:\d+:\d+ .*spec\/plain-parameters: .*"cookie": allowed are path, query, header/,
    ],
    [
      "a response without a named example",
      "components/errors.yaml",
      remove("InternalServerError", "content", "application/json", "examples"),
      /errors\.yaml:\d+:\d+ .*spec\/named-examples/,
    ],
    [
      "an empty set of examples",
      "components/errors.yaml",
      set({}, "InternalServerError", "content", "application/json", "examples"),
      /spec\/named-examples/,
    ],
    [
      "an example without a summary",
      "examples/errors.yaml",
      remove("unexpectedError", "summary"),
      /rule\/example-has-summary/,
    ],
    [
      "an operation without operationId",
      jobs,
      remove("collection", "post", "operationId"),
      /export-jobs\.yaml:\d+:\d+ .*operation-operationId/,
    ],
    ["an operation without a summary", jobs, remove("collection", "post", "summary"), /operation-summary/],
    ["an operation without a tag", jobs, remove("collection", "post", "tags"), /rule\/operation-has-tag/],
    [
      "a tag that is not declared",
      jobs,
      set(["Backups"], "collection", "post", "tags"),
      /operation-tag-defined/,
    ],
    ["security that nothing declares", "openapi.yaml", remove("security"), /security-defined/],
    [
      "a security scheme that is not there",
      "openapi.yaml",
      set({ ApiKeys: [] }, "security", 1),
      /security-defined/,
    ],
    [
      "an operation without one of its error responses",
      jobs,
      remove("collection", "post", "responses", "429"),
      /rule\/operation-error-responses/,
    ],
    ["a creating operation without 409", jobs, remove("collection", "post", "responses", "409"), /409/],
    [
      "a component that nothing uses",
      "openapi.yaml",
      set({ Unused: { type: "string" } }, "components", "schemas"),
      /no-unused-components/,
    ],
    [
      "two operations with one operationId",
      jobs,
      set("getBackupExportJob", "collection", "get", "operationId"),
      /operation-operationId-unique/,
    ],
    ...["list-things", "2things", "AtlasClient", "delete", "await"].map(
      (id): [string, string, Edit, RegExp] => [
        `an operation whose id, ${id}, no function can have`,
        jobs,
        set(id, "collection", "get", "operationId"),
        new RegExp(`export-jobs\\.yaml:\\d+:\\d+ .*spec/operation-names: "${id}"`),
      ],
    ),
    [
      "a success that is not JSON",
      jobs,
      set(
        { "text/plain": { schema: { type: "string" } } },
        "collection",
        "get",
        "responses",
        "200",
        "content",
      ),
      /export-jobs\.yaml:\d+:\d+ .*spec\/json-bodies: .*"text\/plain": allowed are application\/json/,
    ],
    [
      "a body that is not JSON",
      jobs,
      set({ "text/plain": { schema: { type: "string" } } }, "collection", "post", "requestBody", "content"),
      /export-jobs\.yaml:\d+:\d+ .*spec\/json-bodies/,
    ],
    [
      "an answer in two versions",
      jobs,
      set(
        { schema: { type: "object" }, examples: { one: { summary: "One.", value: {} } } },
        ...["collection", "post", "responses", "200", "content", "application/vnd.atlas.2027-01-01+json"],
      ),
      /export-jobs\.yaml:\d+:\d+ .*spec\/one-media-type: there is "application\/vnd\.atlas\.2023-01-01\+json" already/,
    ],
    [
      "a body without a schema",
      jobs,
      remove("collection", "post", "requestBody", "content", mediaType, "schema"),
      /export-jobs\.yaml:\d+:\d+ .*rule\/body-has-schema/,
    ],
    ...["/api", "https://{host}.mongodb.com"].map((url): [string, string, Edit, RegExp] => [
      `the server ${url}, which is no base URL`,
      "openapi.yaml",
      set(url, "servers", 0, "url"),
      /openapi\.yaml:\d+:\d+ .*rule\/one-base-url/,
    ]),
    ...[["collection"], ["collection", "get"]].map((place): [string, string, Edit, RegExp] => [
      `a server of its own for ${place.join("/")}`,
      jobs,
      set([{ url: "https://other.mongodb.com" }], ...place, "servers"),
      /export-jobs\.yaml:\d+:\d+ .*-has-no-servers: the client sends every operation to one base URL/,
    ]),
    [
      "a discriminator that leaves out what chooses one of its schemas",
      "components/export-bucket.yaml",
      remove("ExportBucket", "discriminator", "mapping", "GCP"),
      /export-bucket\.yaml:\d+:\d+ .*spec\/mapped-discriminator: GcpExportBucket is chosen by "GCP"/,
    ],
    [
      "a second success with another schema",
      jobs,
      success("202", { [mediaType]: { schema: { type: "object" } } }),
      /export-jobs\.yaml:\d+:\d+ .*spec\/one-success: 202 has another body than 200/,
    ],
    ["a second success without a body", jobs, success("204"), /spec\/one-success: 204/],
    [
      "a range of statuses",
      jobs,
      success("2XX"),
      /export-jobs\.yaml:\d+:\d+ .*spec\/whole-statuses: "2XX" .* ranges are not supported: .* such as "200"/,
    ],
    ["a default answer", jobs, success("default"), /spec\/whole-statuses: "default"/],
    [
      "an operation without a success",
      jobs,
      remove("collection", "get", "responses", "200"),
      /export-jobs\.yaml:\d+:\d+ .*operation-2xx-response/,
    ],
    ["a placeholder without a parameter", jobs, remove("item", "parameters", 2), /path-parameters-defined/],
  ])("%s", async (_, file, change, expected) => {
    edit(file, change);
    await expectRefused(expected);
  });

  test("YAML that does not parse", async () => {
    writeFileSync(join(copy, "components/headers.yaml"), "RateLimit-Limit: [");
    await expectRefused(/headers\.yaml/);
  });
});

test.each([
  { type: ["string", "null"] },
  { enum: ["a", 1] },
  { const: true },
  { anyOf: [{ type: "integer" }, { type: "array", items: { $ref: "./primitives.yaml#/ObjectId" } }] },
  { allOf: [{ $ref: "./primitives.yaml#/ObjectId" }, { minLength: 24 }] },
])("a parameter may be what %j lets be", async (schema) => {
  edit("components/parameters.yaml", (document) => {
    set(schema, "envelope", "schema")(document);
    document.deleteIn(["envelope", "example"]);
  });
  const error = await read().catch(String);
  expect(error).toContain("rule/parameter-has-example");
  expect(error).not.toContain("spec/plain-parameters");
});

test("a schema that is not there is told of once", async () => {
  edit("components/export-job.yaml", set("#/Nowhere", "ExportJob", "properties", "exportStatus", "$ref"));
  const error = await read().catch(String);
  expect(error).toContain("no-unresolved-refs");
  expect(error).not.toContain("spec/schema-names");
});

test("two successes may have one body", async () => {
  edit(jobs, (document) => {
    const responses = ["collection", "get", "responses"];
    document.setIn([...responses, "202"], document.getIn([...responses, "200"]));
  });
  await expect(read()).resolves.toBeDefined();
});

describe("a schema is refused whose name", () => {
  test.each([
    ["no type can have", "Api.Thing", /#\/Api\.Thing spec\/schema-names: "Api\.Thing" cannot be/],
    ["no type can have, for its first letter", "thing", /spec\/schema-names: "thing" .* a capital letter/],
    ["is imported by the made types", "Readable", /spec\/schema-names: "Readable"/],
    ["is what an operation takes", "ListExportBucketsInput", /: .* is what listExportBuckets takes already/],
    [
      "is what an operation answers with",
      "GetExportBucketResult",
      /: .* is what getExportBucket answers with/,
    ],
  ])("%s: %s", async (_, name, expected) => {
    answerWith(name);
    await expectRefused(expected);
  });

  test("is that of what requests send of another schema", async () => {
    answerWith("ExportJobRequestInput", { allOf: [{ $ref: "export-job.yaml#/ExportJobRequest" }] });
    await expectRefused(
      /extra\.yaml:\d+:\d+ .*spec\/schema-names: .* is what requests send of ExportJobRequest/,
    );
  });

  /** Lets the page of jobs be a schema of that name. */
  function answerWith(name: string, schema: object = { type: "object" }): void {
    writeFileSync(join(copy, "components/extra.yaml"), JSON.stringify({ [name]: schema }));
    const place = ["collection", "get", "responses", "200", "content", mediaType, "schema"];
    edit(jobs, set({ $ref: `../components/extra.yaml#/${name}` }, ...place));
  }
});

test("no operation can be called what the made files call something else", async () => {
  const definition = await read();
  const made = await make(definition, fileURLToPath(new URL("../../../..", import.meta.url)));
  const ids = new Set(definition.operations.map(({ operationId }) => operationId));
  const names = ["definition", "operations"]
    .flatMap((file) => topLevelNames(made[`packages/client/src/${file}.gen.ts`] ?? ""))
    .filter((name) => !ids.has(name));
  expect(names).toContain("call");
  for (const name of names) {
    edit(jobs, set(name, "collection", "get", "operationId"));
    await expectRefused(new RegExp(`spec/operation-names: "${name}"`));
  }
});

test("a repository without the command line has made all the other files", async () => {
  const root = fileURLToPath(new URL("../../../..", import.meta.url));
  for (const file of ["packages/client/package.json", "packages/client/src/index.ts"])
    cpSync(join(root, file), join(copy, file));
  const definition = await read();
  const [all, others] = await Promise.all([make(definition, root), make(definition, copy)]);
  expect(Object.keys(all).filter((path) => !(path in others))).toEqual([
    "packages/cli/src/mock-example.gen.ts",
    "packages/cli/generated/output.schema.json",
  ]);
});

test("what the definition calls deprecated, the types and the functions do", async () => {
  edit("components/parameters.yaml", set(true, "envelope", "deprecated"));
  edit(jobs, set(true, "item", "get", "deprecated"));
  const made = await make(await read(), fileURLToPath(new URL("../../../..", import.meta.url)));
  expect(made["packages/types/src/names.gen.ts"]).toMatch(/@deprecated\n +\*\/\n +envelope\?:/);
  expect(made["packages/client/src/operations.gen.ts"]?.split("export function")).toContainEqual(
    expect.stringMatching(/exports\/\{exportId\}`\n[^}]*@deprecated/),
  );
});

/** What a module imports and declares. */
function topLevelNames(code: string): string[] {
  const { statements } = ts.createSourceFile("made.ts", code, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement)) return statement.name?.text ?? [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => (name as ts.Identifier).text);
    const bindings = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
    if (!bindings) throw new Error(`A made file has a ${ts.SyntaxKind[statement.kind]} at its top.`);
    return ts.isNamespaceImport(bindings)
      ? bindings.name.text
      : bindings.elements.map(({ name }) => name.text);
  });
}

async function expectRefused(expected: RegExp): Promise<void> {
  const error = await read().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DefinitionError);
  expect(String(error)).toMatch(expected);
}
