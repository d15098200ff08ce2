import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Document, parseDocument } from "yaml";
import { DefinitionError, readDefinition } from "./definition.ts";

const spec = fileURLToPath(new URL("../../spec", import.meta.url));
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

async function expectRefused(expected: RegExp): Promise<void> {
  const error = await read().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DefinitionError);
  expect(String(error)).toMatch(expected);
}
