import { examples } from "@atlas-snapshot-export/spec/examples";
import { describe, expect, test } from "vitest";
import { call, fetchToken, JOBS, ORDER, postForm, signIn } from "../test/call.ts";
import { callWithDigest, challengeOf } from "../test/digest.ts";
import { systemClock } from "./clock.ts";
import { type ChosenAnswer, type Fault, type Scenario, startMock } from "./index.ts";
import { testClock } from "./test-clock.ts";

const errors = examples.getBackupExportJob.responses;

describe("a chosen answer", () => {
  test("is given to every request of its operation, and nothing is done", async () => {
    const answers = [{ on: "createBackupExportJob", status: 404, example: "snapshotNotFound" }] as const;
    await using mock = await startMock({ scenario: { answers } });
    const call = await signIn(mock);
    for (const _ of [1, 2]) {
      const { status, body } = await call(JOBS, { json: ORDER });
      expect(status).toBe(404);
      expect(body).toEqual(errors[404].snapshotNotFound);
    }
    expect(mock.jobs).toEqual([]);
    expect((await call(JOBS)).status).toBe(200);
  });

  test("can be that of one request alone", async () => {
    const answers = [
      { on: "listBackupExportJobs", request: 2, status: 200, example: "firstOfManyPages" },
    ] as const;
    await using mock = await startMock({ scenario: { answers } });
    const call = await signIn(mock);
    const counts = [];
    for (const _ of [1, 2, 3]) counts.push((await call(JOBS)).body.totalCount);
    expect(counts).toEqual([0, examples.listBackupExportJobs.responses[200].firstOfManyPages.totalCount, 0]);
  });

  test("does not count a request without the right credentials", async () => {
    const answers = [
      { on: "listBackupExportJobs", request: 1, status: 500, example: "unexpectedError" },
    ] as const;
    await using mock = await startMock({ scenario: { answers } });
    expect((await call(mock, JOBS)).status).toBe(401);
    expect((await (await signIn(mock))(JOBS)).status).toBe(500);
  });

  test("gives way to what the request itself prefers", async () => {
    const answers = [{ on: "listBackupExportJobs", status: 500, example: "unexpectedError" }] as const;
    await using mock = await startMock({ scenario: { answers } });
    const call = await signIn(mock);
    expect((await call(JOBS, { headers: { prefer: "code=404" } })).status).toBe(404);
  });
});

describe("faults", () => {
  test("without a number come with every request", async () => {
    const faults = [{ on: "listBackupExportJobs", kind: "badGateway" }] as const;
    await using mock = await startMock({ scenario: { faults } });
    const authorization = `Bearer ${await fetchToken(mock)}`;
    for (const _ of [1, 2]) {
      expect((await fetch(mock.url + JOBS, { headers: { authorization } })).status).toBe(502);
    }
  });

  test("on token come with requests for a token alone, and count no others", async () => {
    const faults = [{ on: "token", request: 2, kind: "badGateway" }] as const;
    await using mock = await startMock({ scenario: { faults } });
    const revoke = `token=${await fetchToken(mock)}`;
    expect((await postForm(mock, "/api/oauth/revoke", revoke)).status).toBe(200);
    expect((await call(mock, "/nothing")).status).toBe(404);
    expect((await postForm(mock, "/api/oauth/token", "grant_type=client_credentials")).status).toBe(502);
  });
});

describe("latency", () => {
  test("keeps an answer back, by the mock's clock, and does at once what was asked", async () => {
    const clock = testClock({ isManual: true });
    await using mock = await startMock({ clock, scenario: { latencyMs: { createBackupExportJob: 5000 } } });
    const authorization = `Bearer ${await fetchToken(mock)}`;
    let status: number | undefined;
    const response = clock
      .fetch(mock.url + JOBS, {
        method: "POST",
        body: JSON.stringify(ORDER),
        headers: { authorization, "content-type": "application/vnd.atlas.2023-01-01+json" },
      })
      .then((response) => {
        status = response.status;
      });
    await clock.advance(4999);
    expect(status).toBeUndefined();
    expect(mock.jobs).toHaveLength(1);
    await clock.advance(1);
    await response;
    expect(status).toBe(200);
  });

  test("of a number is that of everything, requests for tokens included", async () => {
    const clock = testClock();
    await using mock = await startMock({ clock, scenario: { latencyMs: 250 } });
    const startedAtMs = clock.now();
    await clock.fetch(`${mock.url}/api/oauth/token`);
    await clock.fetch(mock.url + JOBS);
    await clock.fetch(`${mock.url}/nothing`);
    expect(clock.now() - startedAtMs).toBe(750);
  });

  test("of token is that of requests for a token alone", async () => {
    const clock = testClock();
    await using mock = await startMock({ clock, scenario: { latencyMs: { token: 250 } } });
    const startedAtMs = clock.now();
    for (const path of ["/api/oauth/token", "/api/oauth/revoke", "/nothing"])
      await clock.fetch(mock.url + path);
    expect(clock.now() - startedAtMs).toBe(250);
  });

  test("leaves no timer behind when nobody waits any more", async () => {
    const controller = new AbortController();
    let noteCancelled: (ms: number) => void = () => {};
    const cancelled = new Promise<number>((resolve) => {
      noteCancelled = resolve;
    });
    const schedule = (_: () => void, ms: number) => {
      controller.abort();
      return () => noteCancelled(ms);
    };
    await using mock = await startMock({ clock: { ...systemClock, schedule }, scenario: { latencyMs: 7 } });
    await expect(fetch(mock.url + JOBS, { signal: controller.signal })).rejects.toThrow("aborted");
    expect(await cancelled).toBe(7);
  });
});

describe("a rate limit", () => {
  const rateLimit = { requests: 2, windowMs: 60_000 };

  test("lets so many calls of a project pass in a window, then tells when to come back", async () => {
    const clock = testClock({ isManual: true });
    await using mock = await startMock({ clock, scenario: { rateLimit } });
    const call = await signIn(mock);
    const seen = async () => {
      const { status, headers } = await call(JOBS);
      return [
        status,
        ...["ratelimit-limit", "ratelimit-remaining", "retry-after"].map((h) => headers.get(h)),
      ];
    };
    expect(await seen()).toEqual([200, "2", "1", null]);
    await clock.advance(20_500);
    expect(await seen()).toEqual([200, "2", "0", null]);
    // 60 - 20.5 s are 39.5 s, and the header has whole ones.
    expect(await seen()).toEqual([429, "2", "0", "40"]);
    await clock.advance(39_500);
    expect(await seen()).toEqual([200, "2", "1", null]);
  });

  test("refuses with the definition's own example", async () => {
    await using mock = await startMock({ scenario: { rateLimit: { requests: 0, windowMs: 1000 } } });
    const { body } = await (await signIn(mock))(JOBS);
    expect(body).toEqual(errors[429].rateLimited);
  });

  test("is that of each project by itself", async () => {
    const groupId = "0".repeat(24);
    const clusters = [{ groupId, clusterName: "orders-prod" }];
    const scenario = { rateLimit: { requests: 1, windowMs: 60_000 }, clusters };
    await using mock = await startMock({ scenario });
    const call = await signIn(mock);
    const other = JOBS.replace("65f0c2a84d1b3e7a9c5d2f10", groupId);
    expect((await call(JOBS)).status).toBe(200);
    expect((await call(other)).status).toBe(200);
    expect((await call(JOBS)).status).toBe(429);
  });
});

describe("roles", () => {
  test.each([
    ["Project Backup Export Operator", 200, 403],
    ["Project Backup Manager", 403, 200],
    ["Project Atlas Admin", 200, 200],
  ] as const)("%s: creating answers %i, reading %i", async (role, creating, reading) => {
    await using mock = await startMock({ scenario: { roles: [role] } });
    const call = await signIn(mock);
    expect((await call(JOBS, { json: ORDER })).status).toBe(creating);
    const { status, body } = await call(JOBS);
    expect(status).toBe(reading);
    if (status === 403) expect(body).toEqual(errors[403].missingRole);
  });

  test("can be those of one credential, while the other has all", async () => {
    const roles = { serviceAccount: ["Project Backup Export Operator"] } as const;
    await using mock = await startMock({ scenario: { roles } });
    expect((await (await signIn(mock))(JOBS)).status).toBe(403);
    const challenge = await challengeOf(mock, JOBS);
    expect((await callWithDigest(mock, JOBS, challenge)).status).toBe(200);
  });
});

test.each<[unknown, string]>([
  [{ answers: [{ on: "nothing", status: 200, example: "one" }] }, "scenario.answers[0].on is nothing; known"],
  [
    { answers: [{ on: "getBackupExportJob", status: 418, example: "one" }] },
    "scenario.answers[0].status is 418; known are 200, 400",
  ],
  [
    { answers: [{ on: "getBackupExportJob", status: 200, example: "one" }] },
    "scenario.answers[0].example is one; known are queued, inProgress",
  ],
  [{ faults: [{ on: "tokens", kind: "cutAfter" }] }, "scenario.faults[0].on is tokens; known are"],
  [{ faults: [{ on: "token", kind: "cut" }] }, "scenario.faults[0].kind is cut; known are cutBefore"],
  ["successful", "scenario is 'successful'; it takes an object."],
  [
    { fault: [] },
    "Unknown field `fault` of scenario. Did you mean `faults`? Expected one of: job, answers, faults, latencyMs, rateLimit, roles, clusters.",
  ],
  [
    { faults: [{ on: "token", kind: "cutAfter", requests: 2 }] },
    "Unknown field `requests` of scenario.faults[0]. Did you mean `request`? Expected one of: on, kind, request.",
  ],
  [{ faults: [null] }, "scenario.faults[0] is null; it takes an object."],
  [{ answers: ["queued"] }, "scenario.answers[0] is 'queued'; it takes an object."],
  [{ rateLimit: 5 }, "scenario.rateLimit is 5; it takes an object."],
  [{ latencyMs: null }, "scenario.latencyMs is null; it takes a number from 0."],
  [{ roles: null }, "scenario.roles is null; it takes a list."],
  [{ faults: { on: "token" } }, "scenario.faults is { on: 'token' }; it takes a list."],
  [{ latencyMs: { tokens: 5 } }, "scenario.latencyMs is tokens; known are"],
  [{ latencyMs: { token: Number.NaN } }, "scenario.latencyMs.token is NaN; it takes a number from 0."],
  [{ latencyMs: -5 }, "scenario.latencyMs is -5; it takes a number from 0."],
  [{ latencyMs: Number.POSITIVE_INFINITY }, "scenario.latencyMs is Infinity; it takes a number from 0."],
  [{ latencyMs: "5" }, "scenario.latencyMs is '5'; it takes a number from 0."],
  [
    { faults: [{ on: "token", kind: "cutAfter", request: 0 }] },
    "scenario.faults[0].request is 0; it takes a whole number from 1.",
  ],
  [
    { answers: [{ on: "getBackupExportJob", status: 200, example: "queued", request: 1.5 }] },
    "scenario.answers[0].request is 1.5; it takes a whole number from 1.",
  ],
  [
    { rateLimit: { requests: Number.NaN, windowMs: 1 } },
    "scenario.rateLimit.requests is NaN; it takes a whole number from 0.",
  ],
  [
    { rateLimit: { requests: 1, windowMs: Number.NaN } },
    "scenario.rateLimit.windowMs is NaN; it takes a number from 0.",
  ],
  [{ roles: ["Nope"] }, "scenario.roles[0] is Nope; known are Project Atlas Admin, Project Backup"],
  [{ roles: "Project Atlas Admin" }, "scenario.roles is 'Project Atlas Admin'; it takes a list."],
  [{ roles: { apiKey: ["Nope"] } }, "scenario.roles.apiKey[0] is Nope; known are Project Atlas Admin"],
  [{ roles: { api: [] } }, "scenario.roles is api; known are serviceAccount, apiKey."],
])("the scenario %j is an error at start that tells what is known", async (scenario, message) => {
  const error = await startMock({ scenario: scenario as Scenario }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: expect.stringContaining(message) });
});

test("the types tell as much before", () => {
  const known: ChosenAnswer = { on: "createBackupExportJob", status: 409, example: "exportAlreadyActive" };
  // @ts-expect-error no operation has this name
  const operation: ChosenAnswer = { on: "createExport", status: 409, example: "exportAlreadyActive" };
  // @ts-expect-error the operation has no such status
  const status: ChosenAnswer = { on: "getBackupExportJob", status: 409, example: "exportAlreadyActive" };
  // @ts-expect-error the status has no such example
  const example: ChosenAnswer = { on: "createBackupExportJob", status: 409, example: "queued" };
  // @ts-expect-error a fault is on an operation or on a request for a token
  const fault: Fault = { on: "tokens", kind: "cutAfter" };
  // @ts-expect-error no such role
  const roles: Scenario = { roles: ["Project Owner"] };
  expect([known, operation, status, example, fault, roles]).toHaveLength(6);
});
