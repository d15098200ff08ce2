import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DefinitionError, readDefinition } from "./definition.ts";

const spec = fileURLToPath(new URL("../../spec", import.meta.url));
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), "definition-"));
  cpSync(spec, copy, { recursive: true, filter: (path) => !path.includes("node_modules") });
});

afterEach(() => rmSync(copy, { recursive: true }));

/** Replaces the first occurrence, and insists that there is one. */
function edit(file: string, from: string, to: string): void {
  const path = join(copy, file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
  writeFileSync(path, text.replace(from, to));
}

const read = () => readDefinition(join(copy, "openapi.yaml"), join(copy, "redocly.yaml"));

test("the definition as it is breaks no rule", async () => {
  const { operations } = await read();
  expect(operations.map(({ operationId }) => operationId)).toContain("createBackupExportJob");
});

const jobs = "paths/export-jobs.yaml";

describe("a broken definition is refused with file, place and rule", () => {
  test.each([
    [
      "a $ref that leads nowhere",
      jobs,
      "#/ExportJobList",
      "#/ExportJobLst",
      /export-jobs\.yaml:\d+:\d+ .*no-unresolved-refs/,
    ],
    [
      "a pattern that does not compile",
      "components/primitives.yaml",
      "^([a-f0-9]{24})$",
      "^([a-f0-9]{24}$",
      /primitives\.yaml:\d+:\d+ .*pattern.* spec\/valid-pattern/,
    ],
    [
      "an unknown keyword",
      "components/export-job.yaml",
      "required: [exportBucketId, snapshotId]",
      "requried: [exportBucketId, snapshotId]",
      /export-job\.yaml:\d+:\d+ .*requried.* struct/,
    ],
    [
      "an unknown type",
      "components/export-job.yaml",
      "type: integer",
      "type: intger",
      /export-job\.yaml:\d+:\d+ .*struct/,
    ],
    [
      "a property of an example with a wrong type",
      "examples/export-jobs.yaml",
      "state: Queued",
      "state: 7",
      /export-jobs\.yaml:\d+:\d+ .*no-invalid-media-type-examples/,
    ],
    [
      "an example with a value outside the enum",
      "examples/export-jobs.yaml",
      "state: Failed",
      "state: Exploded",
      /no-invalid-media-type-examples/,
    ],
    [
      "an example that lacks a required property",
      "examples/export-job-requests.yaml",
      "    snapshotId: 6ae802d65b8a4f2e917d3a64\n",
      "",
      /export-job-requests\.yaml:\d+:\d+ .*no-invalid-media-type-examples/,
    ],
    [
      "a request example with a property that the closed schema does not know",
      "examples/export-job-requests.yaml",
      "value:\n",
      "value:\n    bucket: x\n",
      /no-invalid-media-type-examples/,
    ],
    [
      "a parameter's example that breaks its pattern",
      "components/parameters.yaml",
      "example: orders-prod",
      "example: -orders",
      /parameters\.yaml:\d+:\d+ .*no-invalid-parameter-examples/,
    ],
    [
      "a parameter without an example",
      "components/parameters.yaml",
      "  example: orders-prod\n",
      "",
      /rule\/parameter-has-example/,
    ],
    [
      "a response without a named example",
      "components/errors.yaml",
      "      examples:\n        unexpectedError:\n          $ref: ../examples/errors.yaml#/unexpectedError\n",
      "",
      /errors\.yaml:\d+:\d+ .*spec\/named-examples/,
    ],
    [
      "an empty set of examples",
      "components/errors.yaml",
      "      examples:\n        unexpectedError:\n          $ref: ../examples/errors.yaml#/unexpectedError\n",
      "      examples: {}\n",
      /spec\/named-examples/,
    ],
    [
      "an example without a summary",
      "examples/errors.yaml",
      "  summary: The service failed.\n",
      "",
      /rule\/example-has-summary/,
    ],
    [
      "an operation without operationId",
      jobs,
      "    operationId: createBackupExportJob\n",
      "",
      /export-jobs\.yaml:\d+:\d+ .*operation-operationId/,
    ],
    [
      "an operation without a summary",
      jobs,
      "    summary: Create One Snapshot Export Job\n",
      "",
      /operation-summary/,
    ],
    ["an operation without a tag", jobs, "    tags: [Cloud Backups]\n", "", /rule\/operation-has-tag/],
    ["a tag that is not declared", jobs, "tags: [Cloud Backups]", "tags: [Backups]", /operation-tag-defined/],
    [
      "security that nothing declares",
      "openapi.yaml",
      "security:\n  - ServiceAccount: []\n  - ApiKey: []\n",
      "",
      /security-defined/,
    ],
    [
      "a security scheme that is not there",
      "openapi.yaml",
      "  - ApiKey: []",
      "  - ApiKeys: []",
      /security-defined/,
    ],
    [
      "an operation without one of its error responses",
      jobs,
      '      "429":\n        $ref: ../components/errors.yaml#/TooManyRequests\n',
      "",
      /rule\/operation-error-responses/,
    ],
    [
      "a creating operation without 409",
      jobs,
      '      "409":\n        $ref: ../components/errors.yaml#/Conflict\n',
      "",
      /409/,
    ],
    [
      "a component that nothing uses",
      "openapi.yaml",
      "  securitySchemes:\n",
      "  schemas:\n    Unused: { type: string }\n  securitySchemes:\n",
      /no-unused-components/,
    ],
    [
      "two operations with one operationId",
      jobs,
      "operationId: listBackupExportJobs",
      "operationId: getBackupExportJob",
      /operation-operationId-unique/,
    ],
    [
      "a placeholder without a parameter",
      jobs,
      "    - $ref: ../components/parameters.yaml#/exportId\n",
      "",
      /path-parameters-defined/,
    ],
    [
      "YAML that does not parse",
      "components/headers.yaml",
      "RateLimit-Limit:",
      "RateLimit-Limit: [",
      /headers\.yaml/,
    ],
  ])("%s", async (_, file, from, to, expected) => {
    edit(file, from, to);
    const error = await read().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(DefinitionError);
    expect(String(error)).toMatch(expected);
  });
});
