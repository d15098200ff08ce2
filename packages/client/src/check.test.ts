import { describe, expect, test } from "vitest";
import { checkRequest } from "./check.ts";
import { createBackupExportJob, getBackupExportJob, listBackupExportJobs } from "./definition.gen.ts";
import { RequestValidationError, type Violation } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { clusterName, exportBucketId, exportId, groupId, snapshotId } from "./testing/jobs.ts";

const path = { groupId, clusterName };
const body = { snapshotId, exportBucketId };
const objectId = "must match ^([a-f0-9]{24})$";

function violations(...[operation, input]: Parameters<typeof checkRequest>): readonly Violation[] {
  try {
    checkRequest(operation, input);
    return [];
  } catch (error) {
    if (error instanceof RequestValidationError) return error.violations;
    throw error;
  }
}

const inBody = (fields: object) =>
  violations(createBackupExportJob, { params: { path }, body: { ...body, ...fields } });

describe("input that holds", () => {
  test.each<[string, Operation, Parameters<typeof checkRequest>[1]]>([
    ["what is required and no more", createBackupExportJob, { params: { path }, body }],
    [
      "everything there is",
      createBackupExportJob,
      {
        params: { path, query: { envelope: true } },
        body: { ...body, customData: [{ key: "k", value: "v" }, {}] },
      },
    ],
    ["no body where none is taken", getBackupExportJob, { params: { path: { ...path, exportId } } }],
    [
      "the smallest values",
      listBackupExportJobs,
      {
        params: {
          path: { groupId, clusterName: "a" },
          query: { itemsPerPage: 1, pageNum: 1, includeCount: false, pretty: false },
        },
      },
    ],
    [
      "the greatest values",
      listBackupExportJobs,
      { params: { path: { groupId, clusterName: "a".repeat(64) }, query: { itemsPerPage: 500 } } },
    ],
    [
      "parameters that are undefined",
      listBackupExportJobs,
      { params: { path, query: { pageNum: undefined } } },
    ],
    ["an empty place", listBackupExportJobs, { params: { path, header: {} } }],
  ])("passes: %s", (_, operation, input) => {
    expect(violations(operation, input)).toEqual([]);
  });
});

describe("parameters", () => {
  test("that are required are missed by name, the body too", () => {
    const required = { rule: "is required", given: "nothing" };
    expect(violations(createBackupExportJob, {})).toEqual([
      { field: "groupId", ...required },
      { field: "clusterName", ...required },
      { field: "body", ...required },
    ]);
  });

  test.each([
    ["undefined", undefined, "is required", "nothing"],
    ["null", null, "must be of type string", "null"],
    ["a number", 42, "must be of type string", "42"],
    ["a boolean", false, "must be of type string", "false"],
    ["an array", ["a", "b"], "must be of type string", "an array of 2"],
    ["an object", { a: 1 }, "must be of type string", "a value of type object"],
    ["a function", () => 1, "must be of type string", "a value of type function"],
    ["a symbol", Symbol("s"), "must be of type string", "a value of type symbol"],
    ["a bigint", 1n, "must be of type string", "a value of type bigint"],
    ["a text of another form", "32B6e34b3d91647abb20e7b8", objectId, "a string of 24 characters"],
    ["a text that is too short", "abc", objectId, "a string of 3 characters"],
    ["an empty text", "", objectId, "a string of 0 characters"],
  ])("that are %s are told by rule and form", (_, value, rule, given) => {
    const params = { path: { clusterName, groupId: value } };
    expect(violations(createBackupExportJob, { params, body })).toEqual([{ field: "groupId", rule, given }]);
  });

  test.each([
    ["itemsPerPage", 0, "must be at least 1", "0"],
    ["itemsPerPage", 501, "must be at most 500", "501"],
    ["itemsPerPage", "10", "must be of type integer", "a string of 2 characters"],
    ["itemsPerPage", 1.5, "must be of type integer", "1.5"],
    ["pageNum", 0, "must be at least 1", "0"],
    ["envelope", "true", "must be of type boolean", "a string of 4 characters"],
  ])("of the query are checked: %s %o", (field, value, rule, given) => {
    const params = { path, query: { [field]: value } };
    expect(violations(listBackupExportJobs, { params })).toEqual([{ field, rule, given }]);
  });

  test("break several rules at once", () => {
    const params = { path: { groupId, clusterName: `-${"a".repeat(64)}` } };
    const given = "a string of 65 characters";
    expect(violations(createBackupExportJob, { params, body })).toEqual([
      { field: "clusterName", rule: "must have at most 64 characters", given },
      { field: "clusterName", rule: "must match ^[a-zA-Z0-9][a-zA-Z0-9-]*$", given },
    ]);
    expect(
      violations(createBackupExportJob, { params: { path: { groupId, clusterName: "" } }, body })[0],
    ).toEqual({
      field: "clusterName",
      rule: "must have at least 1 characters",
      given: "a string of 0 characters",
    });
  });

  test("that the operation does not know are refused, with those that it knows", () => {
    const params = {
      path: { ...path, exportId },
      query: { pageNum: 1, groupId },
      header: { constructor: "x" },
    };
    expect(violations(createBackupExportJob, { params, body })).toEqual([
      {
        field: "exportId",
        rule: "is not a path parameter; there are groupId, clusterName",
        given: "a string of 24 characters",
      },
      { field: "pageNum", rule: "is not a query parameter; there are envelope", given: "1" },
      {
        field: "groupId",
        rule: "is not a query parameter; there are envelope",
        given: "a string of 24 characters",
      },
      {
        field: "constructor",
        rule: "is not a header parameter; there are none",
        given: "a string of 1 characters",
      },
    ]);
  });

  test("that are not known are refused even when they are undefined", () => {
    const params = { path, query: { page: undefined } };
    expect(violations(createBackupExportJob, { params, body })[0]?.given).toBe("nothing");
  });

  test("in a place that the definition has none in are refused", () => {
    const params = { path, cookie: { session: "abc" } };
    expect(violations(createBackupExportJob, { params, body })).toEqual([
      {
        field: "session",
        rule: "is not a cookie parameter; there are none",
        given: "a string of 3 characters",
      },
    ]);
  });
});

describe("the body", () => {
  test("is refused where the operation takes none", () => {
    const input = { params: { path: { ...path, exportId } }, body: {} };
    expect(violations(getBackupExportJob, input)).toEqual([
      { field: "body", rule: "is not allowed", given: "a value of type object" },
    ]);
  });

  test("may be missing where it is optional", () => {
    const taken = { ...createBackupExportJob.body, required: false } as Operation["body"] & {};
    expect(violations({ ...createBackupExportJob, body: taken }, { params: { path } })).toEqual([]);
  });

  test.each([
    [null, "null"],
    ["text", "a string of 4 characters"],
    [[], "an array of 0"],
  ])("has to be an object, not %o", (value, given) => {
    expect(violations(createBackupExportJob, { params: { path }, body: value })).toEqual([
      { field: "body", rule: "must be of type object", given },
    ]);
  });

  test("misses its properties by their full names", () => {
    expect(violations(createBackupExportJob, { params: { path }, body: { snapshotId } })).toEqual([
      { field: "body.exportBucketId", rule: "is required", given: "nothing" },
    ]);
  });

  test.each<[string, object, Violation]>([
    [
      "a property",
      { snapshotId: 1 },
      { field: "body.snapshotId", rule: "must be of type string", given: "1" },
    ],
    [
      "a list",
      { customData: {} },
      { field: "body.customData", rule: "must be of type array", given: "a value of type object" },
    ],
    [
      "an item",
      { customData: [{}, 7] },
      { field: "body.customData[1]", rule: "must be of type object", given: "7" },
    ],
    [
      "a property of an item",
      { customData: [{ key: 7 }] },
      { field: "body.customData[0].key", rule: "must be of type string", given: "7" },
    ],
    [
      "an unknown property",
      { snapshot: "abc" },
      {
        field: "body.snapshot",
        rule: "is not a property that the definition knows",
        given: "a string of 3 characters",
      },
    ],
    [
      "an unknown property of an item",
      { customData: [{ k: null }] },
      { field: "body.customData[0].k", rule: "is not a property that the definition knows", given: "null" },
    ],
    [
      "a property that only answers have",
      { links: [] },
      { field: "body.links", rule: "is read-only: it cannot be sent", given: "an array of 0" },
    ],
  ])("names %s by its place", (_, fields, violation) => {
    expect(inBody(fields)).toEqual([violation]);
  });
});

test("the error names the operation, and never a value", () => {
  const params = { path: { ...path, groupId: "s3cret-in-the-wrong-place" } };
  expect(() => checkRequest(createBackupExportJob, { params, body })).toThrow(
    new RequestValidationError("createBackupExportJob", [
      { field: "groupId", rule: objectId, given: "a string of 25 characters" },
    ]),
  );
});

/** RFC 3986, section 5.2.4: a URL parser takes them out of the path. */
test.each([".", ".."])("the path parameter %j is refused even where no pattern does it", (label) => {
  const parameter = { in: "path", required: true, check: () => {} } as const;
  const operation: Operation = {
    ...getBackupExportJob,
    path: "/labels/{label}",
    parameters: { label: parameter },
  };
  expect(violations(operation, { params: { path: { label } } })).toEqual([
    { field: "label", rule: "must not be a dot segment", given: `a string of ${label.length} characters` },
  ]);
  expect(violations(operation, { params: { path: { label: [label] } } })).toMatchObject([
    { field: "label", rule: "must not be a dot segment" },
  ]);
  for (const other of [`${label}a`, `a${label}`, "..."])
    expect(violations(operation, { params: { path: { label: other } } })).toEqual([]);
});
