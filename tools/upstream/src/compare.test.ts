import { describe, expect, test } from "vitest";
import { compare } from "./compare.ts";
import { UnusableFileError } from "./document.ts";
import { definition, toOurs, toVendor, upstream, withChange } from "./testing/documents.ts";

type Row = [what: string, place: string, value: unknown, ...found: string[]];

/** `kind place ours → vendor`, a line for each difference. */
function differences(ours: Record<string, unknown>, vendor: Record<string, unknown>): string[] {
  return compare(toOurs(ours), toVendor(vendor)).map(({ kind, place, ours, vendor }) => {
    return `${kind} ${place} ${JSON.stringify(ours) ?? "-"} → ${JSON.stringify(vendor) ?? "-"}`;
  });
}

const post = "paths /groups/{groupId}/exports post";
const created = `${post} responses 200`;
const version = "application/vnd.atlas.2023-01-01+json";
const view = "components schemas ExportView allOf 1 properties";

test("one interface does not differ from itself, in 3.1 as we write it and in 3.0 as the vendor does", () => {
  expect(differences(definition, upstream)).toEqual([]);
});

test("it does not matter which of the two is 3.0", () => {
  expect(differences(upstream, withChange(upstream, "paths /other", undefined))).toEqual([
    'operation-gone getOther "GET /other" → -',
  ]);
  expect(differences(definition, definition)).toEqual([]);
});

describe("a difference in an operation is found", () => {
  test.each<Row>([
    [
      "an operation that the vendor no longer has",
      post,
      undefined,
      'operation-gone createExport "POST /groups/{groupId}/exports" → -',
    ],
    [
      "a path that the vendor no longer has",
      "paths /buckets",
      undefined,
      'operation-gone getBucket "GET /buckets" → -',
    ],
    [
      "another name",
      `${post} operationId`,
      "createGroupExport",
      'changed createExport/operationId "createExport" → "createGroupExport"',
    ],
    ["a deprecation", `${post} deprecated`, true, "vendor-only createExport/deprecated - → true"],
    [
      "a newer version",
      `${created} content application/vnd.atlas.2025-03-12+json`,
      {},
      'newer-version createExport/versions/2025-03-12 "2023-01-01" → "2025-03-12"',
    ],
    [
      "a newer version of the request alone",
      `${post} requestBody content application/vnd.atlas.2025-03-12+json`,
      {},
      'newer-version createExport/versions/2025-03-12 "2023-01-01" → "2025-03-12"',
    ],
    [
      "a version that is announced",
      `${created} content application/vnd.atlas.2027-01-01.upcoming+json`,
      {},
      'newer-version createExport/versions/2027-01-01.upcoming "2023-01-01" → "2027-01-01.upcoming"',
    ],
    [
      "the end of our version",
      `${created} content ${version} x-sunset`,
      "2027-07-01",
      'sunset createExport/versions/2023-01-01 "2023-01-01" → "2027-07-01"',
    ],
    [
      "an answer that the vendor no longer gives in our version",
      `${created} content ${version}`,
      undefined,
      'version-gone createExport/versions/2023-01-01 "2023-01-01" → -',
    ],
    [
      "an answer that has no versions any more",
      `${created} content`,
      { "application/json": {} },
      "vendor-only createExport/responses/200/content/application~1json - → true",
      "ours-only createExport/responses/200/content/application~1vnd.atlas.2023-01-01+json true → -",
    ],
    [
      "another format of our version",
      `${created} content application/vnd.atlas.2023-01-01+csv`,
      {},
      "vendor-only createExport/responses/200/content/application~1vnd.atlas.2023-01-01+csv - → true",
    ],
    [
      "another media type",
      "components responses badRequest content",
      { "text/html": {} },
      "ours-only components/responses/BadRequest/content/application~1json true → -",
      "vendor-only components/responses/BadRequest/content/text~1html - → true",
    ],
    [
      "a status that only the vendor has",
      `${post} responses 409`,
      {},
      "vendor-only createExport/responses/409 - → true",
    ],
    [
      "a status that only we have",
      `${post} responses 400`,
      undefined,
      "ours-only createExport/responses/400 true → -",
    ],
    [
      "a header that only the vendor has",
      `${created} headers Retry-After`,
      {},
      "vendor-only createExport/responses/200/headers/Retry-After - → true",
    ],
    [
      "a header that only we have",
      `${created} headers`,
      {},
      "ours-only createExport/responses/200/headers/RateLimit-Limit true → -",
    ],
    [
      "a header of another type",
      "components headers Limit schema type",
      "string",
      'changed components/headers/RateLimit-Limit/schema/type "integer" → "string"',
    ],
    ["a body that is gone", `${post} requestBody`, undefined, "ours-only createExport/requestBody true → -"],
    [
      "a body that need not be",
      `${post} requestBody required`,
      false,
      "ours-only createExport/requestBody/required true → -",
    ],
  ])("%s", (_, place, value, ...found) => {
    expect(differences(definition, withChange(upstream, place, value))).toEqual(found);
  });
});

describe("a difference in a parameter is found", () => {
  const pageNum = "paths /groups/{groupId}/exports get parameters 0";

  test.each<Row>([
    [
      "one that only the vendor has",
      `${post} parameters 2`,
      { name: "pretty", in: "query" },
      "vendor-only createExport/parameters/query/pretty - → true",
    ],
    [
      "one that only we have",
      `${post} parameters`,
      [{ $ref: "#/components/parameters/project" }],
      "ours-only createExport/parameters/header/x-trace true → -",
    ],
    [
      "another place",
      `${pageNum} in`,
      "header",
      "vendor-only listExports/parameters/header/pagenum - → true",
      "ours-only listExports/parameters/query/pageNum true → -",
    ],
    [
      "another name in the path",
      "components parameters project name",
      "projectId",
      "ours-only createExport/parameters/path/groupId true → -",
      "vendor-only createExport/parameters/path/projectId - → true",
      "ours-only listExports/parameters/path/groupId true → -",
      "vendor-only listExports/parameters/path/projectId - → true",
    ],
    [
      "one that becomes required",
      `${pageNum} required`,
      true,
      "vendor-only components/parameters/pageNum/required - → true",
    ],
    [
      "one of the operation's own that becomes required",
      `${post} parameters 1 required`,
      true,
      "vendor-only createExport/parameters/header/x-trace/required - → true",
    ],
    [
      "another default",
      `${pageNum} schema default`,
      0,
      "changed components/parameters/pageNum/schema/default 1 → 0",
    ],
    [
      "a new limit",
      `${pageNum} schema maximum`,
      500,
      "vendor-only components/parameters/pageNum/schema/maximum - → 500",
    ],
    [
      "another pattern",
      "components parameters project schema pattern",
      "^[a-f0-9]{32}$",
      'changed components/parameters/groupId/schema/pattern "^[a-f0-9]{24}$" → "^[a-f0-9]{32}$"',
    ],
    [
      "another way to write a list",
      `${pageNum} explode`,
      false,
      "changed components/parameters/pageNum/explode true → false",
    ],
  ])("%s", (_, place, value, ...found) => {
    expect(differences(definition, withChange(upstream, place, value))).toEqual(found);
  });

  test("a placeholder of another name is still the same path", () => {
    const item = (upstream["paths"] as Record<string, unknown>)["/groups/{groupId}/exports"];
    const renamed = withChange(
      withChange(upstream, "paths /groups/{groupId}/exports", undefined),
      "paths /groups/{projectId}/exports",
      item,
    );
    expect(differences(definition, renamed)).toEqual([]);
  });
});

describe("a difference in a schema is found", () => {
  const place = "components/schemas/Export/properties";

  test.each<Row>([
    [
      "a property that only the vendor has",
      `${view} region`,
      { type: "string" },
      `vendor-only ${place}/region - → "string"`,
    ],
    ["a property that only we have", `${view} size`, undefined, `ours-only ${place}/size "number" → -`],
    [
      "another type",
      "components schemas ProblemView properties error type",
      "string",
      'changed components/schemas/Problem/properties/error/type "integer" → "string"',
    ],
    [
      "another format",
      `${view} finishedAt format`,
      "date",
      `changed ${place}/finishedAt/format "date-time" → "date"`,
    ],
    [
      "a pattern",
      "components schemas Named properties id pattern",
      "^x",
      `changed ${place}/id/pattern "^[a-f0-9]{24}$" → "^x"`,
    ],
    ["a length", `${view} state maxLength`, 8, `vendor-only ${place}/state/maxLength - → 8`],
    [
      "a bound that is no longer exclusive",
      `${view} size exclusiveMinimum`,
      false,
      `ours-only ${place}/size/exclusiveMinimum 0 → -`,
      `vendor-only ${place}/size/minimum - → 0`,
    ],
    ["a default", `${view} state default`, "Queued", `vendor-only ${place}/state/default - → "Queued"`],
    [
      "an enum value that only the vendor has",
      `${view} state enum`,
      ["Failed", "Paused", "Queued"],
      `vendor-only ${place}/state/enum/Paused - → "Paused"`,
    ],
    [
      "an enum value that only we have",
      `${view} state enum`,
      ["Failed"],
      `ours-only ${place}/state/enum/Queued "Queued" → -`,
    ],
    [
      "an enum that is no longer one",
      `${view} state enum`,
      undefined,
      `ours-only ${place}/state/enum ["Failed","Queued"] → -`,
    ],
    [
      "a property that becomes required",
      "components schemas Named required",
      ["id", "state"],
      'vendor-only components/schemas/Export/required/state - → "state"',
    ],
    [
      "a property that is no longer required",
      "components schemas Named required",
      [],
      'ours-only components/schemas/Export/required/id "id" → -',
    ],
    ["readOnly", `${view} state readOnly`, true, `vendor-only ${place}/state/readOnly - → true`],
    [
      "writeOnly",
      "components schemas NewExportView properties snapshotId writeOnly",
      true,
      "vendor-only components/schemas/ExportRequest/properties/snapshotId/writeOnly - → true",
    ],
    ["deprecated", `${view} state deprecated`, true, `vendor-only ${place}/state/deprecated - → true`],
    [
      "null that becomes possible",
      `${view} state nullable`,
      true,
      `vendor-only ${place}/state/nullable - → true`,
    ],
    [
      "null that is no longer possible",
      `${view} finishedAt nullable`,
      undefined,
      `ours-only ${place}/finishedAt/nullable true → -`,
    ],
    [
      "null that is no longer possible for an object",
      `${view} reason nullable`,
      undefined,
      `ours-only ${place}/reason/nullable true → -`,
    ],
    [
      "a closed schema",
      "components schemas ProblemView additionalProperties",
      false,
      "vendor-only components/schemas/Problem/additionalProperties - → false",
    ],
    [
      "values of a map that are no longer described",
      `${view} labels additionalProperties`,
      undefined,
      `ours-only ${place}/labels/additionalProperties/maxLength 64 → -`,
      `ours-only ${place}/labels/additionalProperties/type "string" → -`,
    ],
    [
      "items of another type",
      `${view} tags items type`,
      "integer",
      `changed ${place}/tags/items/type "string" → "integer"`,
    ],
    [
      "a keyword that we never heard of",
      `${view} state contentEncoding`,
      "base64",
      `vendor-only ${place}/state/contentEncoding - → "base64"`,
    ],
  ])("%s", (_, at, value, ...found) => {
    expect(differences(definition, withChange(upstream, at, value))).toEqual(found);
  });

  test("an empty schema of ours is a place where the vendor says more", () => {
    const open = withChange(definition, "components schemas Export properties parts items", {});
    const vendor = withChange(upstream, `${view} parts items`, { type: "object" });
    expect(differences(open, vendor)).toEqual([`vendor-only ${place}/parts/items/type - → "object"`]);
  });

  test("a closed schema of ours is one", () => {
    const closed = withChange(definition, "components schemas ExportRequest additionalProperties", false);
    expect(differences(closed, upstream)).toEqual([
      "ours-only components/schemas/ExportRequest/additionalProperties false → -",
    ]);
  });

  test("schemas that inherit from each other come to an end", () => {
    const parent = [{ $ref: "#/components/schemas/ExportView" }];
    expect(differences(definition, withChange(upstream, "components schemas Named allOf", parent))).toEqual(
      [],
    );
  });

  test("what 3.1 adds beside a reference counts, what 3.0 adds does not", () => {
    const reference = { $ref: "#/components/schemas/Id", readOnly: true };
    const ours = withChange(definition, "components schemas Export properties id", reference);
    expect(differences(ours, upstream)).toEqual([`ours-only ${place}/id/readOnly true → -`]);
    const vendor = withChange(upstream, `${view} parts items readOnly`, true);
    expect(differences(definition, vendor)).toEqual([]);
  });

  test("prose and examples never are differences", () => {
    const prose = { title: "T", description: "D", example: 1, examples: [1], externalDocs: {}, "x-note": 1 };
    const state = { type: "string", enum: ["Failed", "Queued"], ...prose };
    expect(differences(definition, withChange(upstream, `${view} state`, state))).toEqual([]);
  });
});

describe("a difference in one of several alternatives is found", () => {
  const bucket = "components schemas BucketView";

  test.each<Row>([
    [
      "a property of what they share",
      `${bucket} properties name maxLength`,
      64,
      "changed components/schemas/FarBucket/properties/name/maxLength 63 → 64",
      "changed components/schemas/NearBucket/properties/name/maxLength 63 → 64",
    ],
    [
      "a property of one",
      "components schemas FarView allOf 1 properties distance type",
      "number",
      'changed components/schemas/FarBucket/properties/distance/type "integer" → "number"',
    ],
    [
      "an alternative that only the vendor has",
      `${bucket} discriminator mapping MOON`,
      "#/components/schemas/FarView",
      'vendor-only components/schemas/Bucket/oneOf/MOON - → "object"',
    ],
    [
      "an alternative that only we have",
      `${bucket} discriminator mapping FAR`,
      undefined,
      'ours-only components/schemas/Bucket/oneOf/FAR "object" → -',
    ],
    [
      "another property that tells them apart",
      `${bucket} discriminator propertyName`,
      "cloud",
      'changed components/schemas/Bucket/discriminator "provider" → "cloud"',
      'vendor-only components/schemas/FarBucket/properties/cloud - → "anything"',
      'vendor-only components/schemas/FarBucket/properties/provider/enum/NEAR - → "NEAR"',
      'vendor-only components/schemas/NearBucket/properties/cloud - → "anything"',
      'vendor-only components/schemas/NearBucket/properties/provider/enum/FAR - → "FAR"',
    ],
    [
      "alternatives that change places",
      `${bucket} discriminator mapping`,
      { FAR: "NearView", NEAR: "FarView" },
      'ours-only components/schemas/FarBucket/properties/distance "integer" → -',
      'ours-only components/schemas/FarBucket/required/distance "distance" → -',
      'vendor-only components/schemas/NearBucket/properties/distance - → "integer"',
      'vendor-only components/schemas/NearBucket/required/distance - → "distance"',
    ],
    [
      "no alternatives any more",
      `${bucket} discriminator`,
      undefined,
      'ours-only components/schemas/Bucket/oneOf ["NEAR","FAR"] → -',
      'ours-only components/schemas/FarBucket/properties/distance "integer" → -',
      'vendor-only components/schemas/FarBucket/properties/provider/enum/NEAR - → "NEAR"',
      'ours-only components/schemas/FarBucket/required/distance "distance" → -',
      'vendor-only components/schemas/NearBucket/properties/provider/enum/FAR - → "FAR"',
    ],
  ])("%s", (_, place, value, ...found) => {
    expect(differences(definition, withChange(upstream, place, value))).toEqual(found);
  });

  test("what stands beside the alternatives is part of each, inherited or not", () => {
    const far = { type: "object", required: ["distance"], properties: { distance: { type: "integer" } } };
    expect(differences(definition, withChange(upstream, "components schemas FarView", far))).toEqual([]);
  });

  test("alternatives without a discriminator are told apart by what they say", () => {
    const [text, number] = [{ type: "string" }, { type: "integer", minimum: 1 }];
    const size = "components schemas Export properties size";
    const ours = withChange(definition, size, { oneOf: [text, number] });
    expect(differences(ours, withChange(upstream, `${view} size`, { oneOf: [number, text] }))).toEqual([]);
    expect(
      differences(ours, withChange(upstream, `${view} size`, { anyOf: [{ ...number, minimum: 2 }, text] })),
    ).toEqual(["changed components/schemas/Export/properties/size/oneOf/1/minimum 1 → 2"]);
  });

  test("alternatives of the vendor for what is one schema of ours", () => {
    const vendor = withChange(upstream, `${view} state`, {
      oneOf: [
        { type: "string", enum: ["Failed", "Queued"] },
        { type: "string", enum: ["Paused"] },
      ],
    });
    expect(differences(definition, vendor)).toEqual([
      'ours-only components/schemas/Export/properties/state/enum/Failed "Failed" → -',
      'vendor-only components/schemas/Export/properties/state/enum/Paused - → "Paused"',
      'ours-only components/schemas/Export/properties/state/enum/Queued "Queued" → -',
      'vendor-only components/schemas/Export/properties/state/oneOf - → ["0","1"]',
    ]);
  });
});

describe("a difference in who may call is found", () => {
  const flow = "components securitySchemes ServiceAccounts flows clientCredentials";
  const every = (rest: string, kind = "ours-only") =>
    ["createExport", "getBucket", "listExports"].map((operationId) => `${kind} ${operationId}/${rest}`);

  test.each<Row>([
    [
      "a way in that the vendor no longer has",
      "security",
      [{ ServiceAccounts: [] }],
      ...every("security/http digest true → -"),
    ],
    [
      "a way in that only the vendor has",
      "security",
      [{ DigestAuth: [] }, { ServiceAccounts: [] }, { DigestAuth: [], ServiceAccounts: [] }],
      ...every("security/http digest and oauth2 clientCredentials - → true", "vendor-only"),
    ],
    [
      "another scheme",
      "components securitySchemes DigestAuth scheme",
      "basic",
      ...["createExport", "getBucket", "listExports"].flatMap((operationId) => [
        `vendor-only ${operationId}/security/http basic - → true`,
        `ours-only ${operationId}/security/http digest true → -`,
      ]),
    ],
    [
      "an operation that is open to everybody",
      "paths /buckets get security",
      [],
      "ours-only getBucket/security/http digest true → -",
      "vendor-only getBucket/security/none - → true",
      "ours-only getBucket/security/oauth2 clientCredentials true → -",
    ],
    [
      "a scope that an operation asks for",
      "paths /buckets get security",
      [{ DigestAuth: [] }, { ServiceAccounts: ["read"] }],
      'vendor-only getBucket/security/oauth2 clientCredentials/scopes/read - → "read"',
    ],
    [
      "a scope that there is",
      `${flow} scopes write`,
      "",
      'vendor-only components/securitySchemes/Account/flows/clientCredentials/scopes/write - → "write"',
    ],
    [
      "another place to get a token",
      `${flow} tokenUrl`,
      "https://login.example/token",
      'changed components/securitySchemes/Account/flows/clientCredentials/tokenUrl "https://vault.example/api/oauth/token" → "https://login.example/token"',
    ],
  ])("%s", (_, place, value, ...found) => {
    expect(differences(definition, withChange(upstream, place, value))).toEqual(found);
  });
});

test("a difference in what operations share is told once, with all of them", () => {
  const vendor = withChange(upstream, `${view} state readOnly`, true);
  expect(compare(toOurs(definition), toVendor(vendor))).toEqual([
    {
      kind: "vendor-only",
      place: "components/schemas/Export/properties/state/readOnly",
      ours: undefined,
      vendor: true,
      operations: ["createExport", "listExports"],
    },
  ]);
});

test.each([
  ["nowhere", "#/components/schemas/Lost", /vendor\.yaml: the reference at .*state leads nowhere/],
  ["out of the file", "other.yaml#/State", /leads out of the file, to other\.yaml/],
  ["to what is no URI", "#/components/%E0%A4%A", /is not a URI/],
])("a reference of the vendor that leads %s is told", (_, $ref, message) => {
  const vendor = toVendor(withChange(upstream, `${view} state`, { $ref }));
  expect(() => compare(toOurs(definition), vendor)).toThrow(message);
  expect(() => compare(toOurs(definition), vendor)).toThrow(UnusableFileError);
});
