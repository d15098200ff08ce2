import { once } from "node:events";
import { get } from "node:http";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { describe, expect, test } from "vitest";
import { fetchToken, JOBS, ORDER, signIn, VERSIONED } from "../test/call.ts";
import { startMock } from "./index.ts";

const errors = examples.listBackupExportJobs.responses;

describe("routing", () => {
  test("a path that the definition does not have is a 404 in the shape of every error", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body, headers } = await call("/api/atlas/v2/nothing");
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: 404, errorCode: "NOT_FOUND", reason: "Not Found" });
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("x-error-code")).toBe("NOT_FOUND");
  });

  test("a method that the path does not have is a 405 that names those it has", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body, headers } = await call(JOBS, { method: "DELETE" });
    expect(status).toBe(405);
    expect(body.error).toBe(405);
    expect(headers.get("allow")).toBe("POST, GET");
  });

  test("a path with malformed percent-encoding is a 400, and the next request is served", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body } = await call("/api/atlas/v2/groups/%E0%A4%A/clusters/orders-prod/backup/exports");
    expect(status).toBe(400);
    expect(body.errorCode).toBe("INVALID_PATH");
    expect((await call(JOBS)).status).toBe(200);
  });
});

describe("media types", () => {
  test.each([VERSIONED, "*/*", "application/*", `text/html, ${VERSIONED};q=0.9`, VERSIONED.toUpperCase()])(
    "Accept: %s gets the versioned media type with its charset",
    async (accept) => {
      await using mock = await startMock();
      const call = await signIn(mock);
      const { status, headers } = await call(JOBS, { headers: { accept } });
      expect(status).toBe(200);
      expect(headers.get("content-type")).toBe(`${VERSIONED};charset=utf-8`);
    },
  );

  test("no Accept at all accepts anything", async () => {
    await using mock = await startMock();
    const headers = { authorization: `Bearer ${await fetchToken(mock)}` };
    const [response] = await once(get(mock.url + JOBS, { headers }), "response");
    expect(response.resume().statusCode).toBe(200);
    expect(mock.requests.at(-1)?.headers).not.toHaveProperty("accept");
  });

  test.each([
    "application/vnd.atlas.2024-05-30+json",
    "application/json",
    "text/html",
    "undefined",
    `${VERSIONED};q=0`,
    ";;,=",
  ])("Accept: %s is refused with INVALID_VERSION_DATE", async (accept) => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body, headers } = await call(JOBS, { headers: { accept } });
    expect(status).toBe(400);
    expect(body).toEqual(errors[400].invalidVersionDate);
    expect(headers.get("x-error-code")).toBe("INVALID_VERSION_DATE");
    expect(headers.get("content-type")).toBe("application/json");
  });

  test.each(["application/json", "application/vnd.atlas.2024-05-30+json", "text/plain", "garbage"])(
    "a body in %s is refused with INVALID_VERSION_DATE",
    async (contentType) => {
      await using mock = await startMock();
      const call = await signIn(mock);
      const { status, body } = await call(JOBS, { json: ORDER, headers: { "content-type": contentType } });
      expect(status).toBe(400);
      expect(body.errorCode).toBe("INVALID_VERSION_DATE");
      expect(mock.jobs).toEqual([]);
    },
  );

  test("a body's media type may carry a charset", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const contentType = `${VERSIONED}; charset=utf-8`;
    const { status } = await call(JOBS, { json: ORDER, headers: { "content-type": contentType } });
    expect(status).toBe(200);
  });

  test("a header that is no media type is refused even where there is no body", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body } = await call(JOBS, { headers: { "content-type": "garbage" } });
    expect(status).toBe(400);
    expect(body.detail).toContain('"garbage"');
  });

  test("a definition without the example's name is refused with its first 400", async () => {
    const other = structuredClone(definition);
    const { examples: named } = other.components.responses.BadRequest.content["application/json"];
    Reflect.deleteProperty(named, "invalidVersionDate");
    await using mock = await startMock({ definition: other });
    const call = await signIn(mock);
    const { status, body } = await call(JOBS, { headers: { accept: "text/html" } });
    expect(status).toBe(400);
    expect(body.errorCode).toBe("INVALID_ATTRIBUTE");
  });
});

describe("bodies", () => {
  test.each(['{"snapshotId":', "not json", "{'a': 1}"])("the malformed JSON %s is a 400", async (body) => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const reply = await call(JOBS, { body, headers: { "content-type": VERSIONED } });
    expect(reply.status).toBe(400);
    expect(reply.body).toEqual(errors[400].invalidJson);
  });

  test("a body of 1 MiB is read, one of a byte more is a 413", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const ofLength = (length: number): string => {
      const around = JSON.stringify({ ...ORDER, customData: [{ value: "" }] });
      return around.replace('"value":""', `"value":"${"x".repeat(length - around.length)}"`);
    };
    const headers = { "content-type": VERSIONED };
    expect((await call(JOBS, { body: ofLength(1_048_576), headers })).status).toBe(200);
    const tooLarge = await call(JOBS, { body: ofLength(1_048_577), headers });
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.body).toMatchObject({ error: 413, errorCode: "BODY_TOO_LARGE" });
    expect(mock.requests.at(-1)?.body.length).toBeLessThanOrEqual(1_048_576);
  });

  test("a missing body is told as such", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body } = await call(JOBS, { method: "POST" });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      errorCode: "MISSING_ATTRIBUTE",
      badRequestDetail: { fields: [{ field: "body", description: "Body parameter is required" }] },
    });
  });
});

describe("requests that break the definition", () => {
  test("every broken field is named with its rule, in the definition's own shape of a 400", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const json = { snapshotId: "short", 日本: 1, customData: [{ key: 7 }] };
    const { status, body } = await call(JOBS, { json });
    expect(status).toBe(400);
    // In whatever order the definition lists its properties.
    expect(new Set(body.badRequestDetail.fields)).toEqual(
      new Set([
        { field: "exportBucketId", description: "must have required property 'exportBucketId'" },
        { field: "日本", description: "must NOT have additional properties; found '日本'" },
        { field: "snapshotId", description: 'must match pattern "^([a-f0-9]{24})$"' },
        { field: "customData.0.key", description: "must be string" },
      ]),
    );
    expect(body.detail).toContain("body.exportBucketId");
    expect(mock.requests.at(-1)).toMatchObject({
      operationId: "createBackupExportJob",
      status: 400,
      violations: { output: [] },
    });
    const violations = mock.requests.at(-1)?.violations.input.map(({ place, rule }) => `${place} ${rule}`);
    expect(new Set(violations)).toEqual(
      new Set([
        "body.exportBucketId required",
        "body.日本 additionalProperties",
        "body.snapshotId pattern",
        "body.customData.0.key type",
      ]),
    );
  });

  test("a parameter is named as the definition writes it", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { body } = await call(`${JOBS}?itemsPerPage=501&envelope=notabool`);
    expect(body.badRequestDetail.fields).toEqual([
      { field: "envelope", description: "must be boolean" },
      { field: "itemsPerPage", description: "must be <= 500" },
    ]);
    const inPath = await call("/api/atlas/v2/groups/xyz/clusters/orders-prod/backup/exports");
    expect(inPath.body).toMatchObject({ errorCode: "INVALID_PATH_PARAMETER", parameters: ["groupId"] });
  });
});

describe("Prefer", () => {
  test.each([
    ["code=409", 409, examples.createBackupExportJob.responses[409].exportAlreadyActive],
    ["code=404, example=groupNotFound", 404, errors[404].groupNotFound],
    ['code="404"; example="clusterNotFound"', 404, errors[404].clusterNotFound],
    [
      "example=createdWithCustomData",
      200,
      examples.createBackupExportJob.responses[200].createdWithCustomData,
    ],
  ])("%s is answered with that example, and nothing is created", async (prefer, status, example) => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const reply = await call(JOBS, { json: ORDER, headers: { prefer } });
    expect(reply.status).toBe(status);
    expect(reply.body).toEqual(example);
    expect(mock.jobs).toEqual([]);
  });

  test("declared headers come along", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { headers } = await call(JOBS, { headers: { prefer: "code=429" } });
    expect(headers.get("retry-after")).toBe("30");
    expect(headers.get("x-error-code")).toBe("RATE_LIMITED");
  });

  test.each([
    ["code=404, example=queued", "exportJobNotFound, groupNotFound"],
    ["example=nothing", "one, firstOfManyPages, none"],
    ["code=418", "200, 400, 401"],
  ])("%s, which the definition does not have, is a 404 that names what it has", async (prefer, known) => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body } = await call(JOBS, { headers: { prefer } });
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: 404, errorCode: "NOT_IN_DEFINITION" });
    expect(body.detail).toContain(known);
  });

  test.each(["code=abc", "code=", "code=0x199", "example="])(
    "%s, which cannot be read, is a 400 that names it",
    async (prefer) => {
      await using mock = await startMock();
      const call = await signIn(mock);
      const { status, body } = await call(JOBS, { headers: { prefer } });
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: 400, errorCode: "MALFORMED_REQUEST" });
      expect(body.detail).toContain(prefer === "example=" ? "an example without a name" : prefer);
      expect((await call(JOBS)).status).toBe(200);
    },
  );

  test("credentials and the request itself are checked before", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const headers = { prefer: "code=409" };
    expect((await call(JOBS, { json: ORDER, headers: { ...headers, authorization: "" } })).status).toBe(401);
    expect((await call(JOBS, { json: {}, headers })).status).toBe(400);
  });
});

describe("envelope and pretty", () => {
  test("a list gets the status beside its own properties", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { body } = await call(`${JOBS}?envelope=true`);
    expect(body).toMatchObject({ status: 200, results: [], totalCount: 0 });
  });

  test("one resource becomes the content", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { body } = await call(`${JOBS}?envelope=true`, { json: ORDER });
    expect(Object.keys(body)).toEqual(["status", "content"]);
    expect(body.content.id).toBe(mock.jobs[0]?.id);
  });

  test("an error keeps its HTTP status and becomes the content too", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    const { status, body, headers } = await call(`${JOBS}/${"0".repeat(24)}?envelope=true`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ status: 404, content: { error: 404, errorCode: "RESOURCE_NOT_FOUND" } });
    expect(headers.get("x-error-code")).toBe("RESOURCE_NOT_FOUND");
  });

  test("pretty indents, where the operation has the parameter", async () => {
    await using mock = await startMock();
    const call = await signIn(mock);
    expect((await call(`${JOBS}?pretty=true`)).text).toMatch(/^\{\n {2}"results"/);
    expect((await call(`${JOBS}?pretty=true`, { json: ORDER })).text).not.toContain("\n");
  });
});

describe("answers that break the definition", () => {
  test("a bad example is a 500 that names operation, place and rule, and is recorded", async () => {
    const broken = structuredClone(definition);
    Object.assign(broken.components.examples.none.value, { totalCount: -1 });
    await using mock = await startMock({ definition: broken });
    const call = await signIn(mock);
    const { status, body } = await call(JOBS, { headers: { prefer: "example=none" } });
    expect(status).toBe(500);
    expect(body).toMatchObject({ error: 500, errorCode: "DEFINITION_BROKEN" });
    expect(body.detail).toContain("listBackupExportJobs");
    expect(body.detail).toContain("body.totalCount must be >= 0 (minimum)");
    expect(mock.requests.at(-1)?.violations.output).toMatchObject([
      { place: "body.totalCount", rule: "minimum" },
    ]);
  });

  test("a bad state of a job is caught as well", async () => {
    const broken = structuredClone(definition);
    Object.assign(broken.components.examples.queued.value, { state: "NotInTheDefinition" });
    await using mock = await startMock({ definition: broken });
    const call = await signIn(mock);
    const { body: job } = await call(JOBS, { json: ORDER });
    const { status, body } = await call(`${JOBS}/${job.id}`);
    expect(status).toBe(500);
    expect(body.detail).toContain("body.state must be equal to one of the allowed values");
  });
});

test("an operation that is new in the definition is routed, checked and answered", async () => {
  const grown = structuredClone(definition);
  const day = "application/vnd.atlas.2025-03-12+json";
  Object.assign(grown.paths, {
    "/api/atlas/v2/groups/{groupId}/bells": {
      post: {
        operationId: "ringBell",
        parameters: [{ $ref: "#/components/parameters/groupId" }],
        requestBody: {
          required: true,
          content: {
            [day]: {
              schema: { type: "object", required: ["times"], properties: { times: { type: "integer" } } },
            },
          },
        },
        responses: {
          201: {
            description: "Rung.",
            content: {
              [day]: {
                schema: { type: "object", required: ["rung"], properties: { rung: { type: "boolean" } } },
                examples: { first: { value: { rung: true } }, second: { value: { rung: false } } },
              },
            },
          },
        },
      },
    },
  });
  await using mock = await startMock({ definition: grown });
  const call = await signIn(mock);
  const path = "/api/atlas/v2/groups/65f0c2a84d1b3e7a9c5d2f10/bells";
  const headers = { accept: day, "content-type": day };

  const rung = await call(path, { json: { times: 3 }, headers });
  expect([rung.status, rung.body]).toEqual([201, { rung: true }]);
  expect(rung.headers.get("content-type")).toBe(`${day};charset=utf-8`);
  expect(mock.requests.at(-1)?.operationId).toBe("ringBell");
  expect((await call(path, { json: { times: "three" }, headers })).body).toMatchObject({
    error: 400,
    errorCode: "INVALID_ATTRIBUTE",
    badRequestDetail: { fields: [{ field: "times", description: "must be integer" }] },
  });
  expect((await call(path, { json: { times: 3 }, headers: { ...headers, accept: VERSIONED } })).status).toBe(
    400,
  );
  expect((await call(path, { json: { times: 3 }, headers: { ...headers, authorization: "" } })).status).toBe(
    401,
  );
  expect(
    (await call(path, { json: { times: 3 }, headers: { ...headers, prefer: "example=second" } })).body,
  ).toEqual({
    rung: false,
  });
});
