import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { examples } from "@atlas-snapshot-export/spec/examples";
import definition from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { beforeAll, describe, expect, test } from "vitest";
import { JOBS, ORDER, VERSIONED } from "../test/call.ts";
import { createPrism, type Prism } from "./prism.ts";

let prism: Prism;
beforeAll(async () => {
  prism = await createPrism(definition);
});

const create = { method: "POST", path: JOBS, headers: { "content-type": VERSIONED } };

test("the definition is not changed by being loaded", () => {
  const file = createRequire(import.meta.url).resolve("@atlas-snapshot-export/spec/openapi.json");
  expect(definition).toEqual(JSON.parse(readFileSync(file, "utf8")));
});

test("every operation of the definition is there", () => {
  const declared = Object.values(definition.paths).flatMap((path) =>
    Object.entries(path).flatMap(([method, { operationId }]) =>
      operationId ? [`${method} ${operationId}`] : [],
    ),
  );
  expect(prism.operations.map(({ method, operationId }) => `${method.toLowerCase()} ${operationId}`)).toEqual(
    declared,
  );
});

describe("ask", () => {
  test("a valid request gets the first example of the first 2xx", async () => {
    const { status, body, violations } = await prism.ask({ ...create, body: ORDER });
    expect(status).toBe(200);
    expect(body).toEqual(examples.createBackupExportJob.responses[200].created);
    expect(violations).toEqual({ input: [], output: [] });
  });

  test("an answer is a copy: changing it does not change the next", async () => {
    const first = await prism.ask({ ...create, body: ORDER });
    Object.assign(first.body as object, { state: "Changed" });
    expect((await prism.ask({ ...create, body: ORDER })).body).toMatchObject({ state: "Queued" });
  });

  test("a known-bad body is flagged: canary for validation that is off", async () => {
    const { status, violations } = await prism.ask({ ...create, body: { ...ORDER, snapshotId: 7 } });
    expect(status).toBe(400);
    expect(violations.input).toEqual([
      { place: "body.snapshotId", rule: "type", message: "must be string", severity: "error" },
    ]);
  });

  test("an error is picked although Accept names the versioned type alone", async () => {
    const headers = { ...create.headers, accept: VERSIONED };
    const { status, headers: answered } = await prism.ask({ ...create, headers, body: ORDER }, { code: 409 });
    expect(status).toBe(409);
    expect(answered["content-type"]).toBe("application/json");
  });

  test.each([
    ["a malformed path", { path: "/api/atlas/v2/groups/%E0%A4%A/clusters/c/backup/exports" }, 400],
    ["a path without a slash", { path: "x" }, 500],
    ["a Content-Type that is none", { headers: { "content-type": "garbage" } }, 400],
    ["an unknown path", { path: "/nothing" }, 404],
    ["an unknown method", { method: "PATCH" }, 405],
  ])("%s is a problem, not a crash", async (_, wrong, status) => {
    const answer = await prism.ask({ method: "GET", path: JOBS, ...wrong });
    expect(answer.status).toBe(status);
    expect(answer.problem).toEqual(expect.any(String));
  });

  test.each(["undefined", "garbage", ";;", "*", "text/html;q=x", "a/b/c, */*"])(
    "Accept: %s does no harm",
    async (accept) => {
      expect((await prism.ask({ method: "GET", path: JOBS, headers: { accept } })).status).toBe(200);
    },
  );

  test("a property's name may hold any character", async () => {
    const { violations } = await prism.ask({ ...create, body: { ...ORDER, "日本/~'\u0000": 1 } });
    expect(violations.input.map(({ place }) => place)).toEqual(["body.日本/~'\u0000"]);
  });

  test("an example of another status is a problem, not that other status", async () => {
    const { status, problem } = await prism.ask(
      { method: "GET", path: JOBS },
      { code: 404, example: "none" },
    );
    expect(status).toBe(404);
    expect(problem).toContain("listBackupExportJobs has no example none for 404. It has exportJobNotFound, ");
  });

  test("a repeated query parameter is judged as such", async () => {
    const { violations } = await prism.ask({ method: "GET", path: JOBS, query: "pageNum=0&itemsPerPage=x" });
    expect(violations.input.map(({ place, rule }) => `${place} ${rule}`)).toEqual([
      "query.itemsPerPage type",
      "query.pageNum minimum",
    ]);
  });
});

describe("example", () => {
  test("is the named one, or the first, with the declared headers", async () => {
    const { responses } = examples.getBackupExportJob;
    expect((await prism.example("getBackupExportJob", 200, "failed")).body).toEqual(responses[200].failed);
    const { body, headers } = await prism.example("getBackupExportJob", 429);
    expect(body).toEqual(responses[429].rateLimited);
    expect(headers).toMatchObject({ "retry-after": "30", "content-type": "application/json" });
  });

  test("of an unknown operation is an error of the caller", async () => {
    await expect(prism.example("ringBell", 200)).rejects.toThrow("The definition has no operation ringBell.");
  });
});

describe("check", () => {
  const headers = { "content-type": `${VERSIONED};charset=utf-8` };
  const places = (found: Awaited<ReturnType<Prism["check"]>>): string[] =>
    found.map(({ place, rule }) => `${place} ${rule}`);

  test("every example of every operation keeps to the definition", async () => {
    for (const { operationId, responses } of prism.operations) {
      for (const [status, { examples: named }] of responses) {
        for (const name of named.keys()) {
          const answer = await prism.example(operationId, Number(status), name);
          expect([operationId, status, name, await prism.check(operationId, answer)]).toEqual([
            operationId,
            status,
            name,
            [],
          ]);
        }
      }
    }
  });

  test("finds what a body breaks", async () => {
    const body = { results: [{ ...ORDER, state: "NotInTheDefinition" }, {}] };
    expect(places(await prism.check("listBackupExportJobs", { status: 200, headers, body }))).toEqual([
      "body.results.0.state enum",
      "body.results.1.exportBucketId required",
    ]);
  });

  test("finds a missing body", async () => {
    const found = await prism.check("getBackupExportJob", { status: 200, headers, body: undefined });
    expect(places(found)).toEqual(["body type"]);
  });

  test.each(["application/json", "application/vnd.atlas.2024-05-30+json", "text/html"])(
    "finds that %s is not the declared media type",
    async (contentType) => {
      const answer = { status: 200, headers: { "content-type": contentType }, body: ORDER };
      expect(places(await prism.check("getBackupExportJob", answer))).toContain(
        "header.content-type mediaType",
      );
    },
  );

  test("finds a header that breaks its schema", async () => {
    const answer = { status: 200, headers: { ...headers, "ratelimit-limit": "many" }, body: ORDER };
    expect(places(await prism.check("getBackupExportJob", answer))).toEqual(["header.ratelimit-limit type"]);
  });

  test("warns of a status that is not declared", async () => {
    const answer = { status: 418, headers: { "content-type": "application/json" }, body: {} };
    expect(await prism.check("getBackupExportJob", answer)).toMatchObject([{ severity: "warning" }]);
  });
});
