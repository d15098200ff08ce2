import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { examples } from "@atlas-snapshot-export/spec/examples";
import { HttpResponse, http } from "msw";
import { type SetupServer, setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { call, JOBS, ORDER, signIn } from "../test/call.ts";
import type { FaultKind } from "./index.ts";
import { createMock, type MswMock, type MswOptions } from "./msw.ts";
import { createService } from "./service.ts";
import { testClock } from "./test-clock.ts";

const run = promisify(execFile);
const server: SetupServer = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function use(options: MswOptions = {}): Promise<MswMock> {
  const mock = await createMock(options);
  server.use(...mock.handlers);
  return mock;
}

test("it is where the definition says that the service is, without a server", async () => {
  const mock = await use();
  expect(mock.url).toBe("https://cloud.mongodb.com");
  const { status, body } = await call(mock, JOBS);
  expect(status).toBe(401);
  expect(body).toEqual(examples.listBackupExportJobs.responses[401].unauthorized);
});

test.each(["http://localhost:4010/", "https://proxy.test/atlas"])("it can be at %s", async (url) => {
  const mock = await use({ url });
  const call = await signIn(mock);
  const { body } = await call(`${JOBS}?pageNum=1`);
  const query = "includeCount=true&pageNum=1&itemsPerPage=100";
  expect(body.links[0].href).toBe(`${url.replace(/\/$/, "")}${JOBS}?${query}`);
  expect(mock.requests.at(-1)).toMatchObject({ path: JOBS, query: "pageNum=1", status: 200 });
});

test("an option that is not known is refused by name", async () => {
  await expect(createMock({ baseUrl: "https://proxy.test" } as object)).rejects.toThrow(
    "Unknown option `baseUrl` of createMock. Expected one of: url, scenario,",
  );
});

test("signs in, creates, lists and reads as the server does", async () => {
  const mock = await use({ scenario: { job: [{ example: "successful" }] } });
  const call = await signIn(mock);
  const { status, headers, body } = await call(JOBS, { json: ORDER });
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("application/vnd.atlas.2023-01-01+json;charset=utf-8");
  const read = await call(`${JOBS}/${body.id}`);
  expect(read.body).toMatchObject({ id: body.id, state: "Successful" });
  expect((await call(JOBS)).body.results).toEqual([read.body]);
  expect(mock.jobs).toEqual([read.body]);
  expect(mock.requests.map(({ method, operationId }) => [method, operationId])).toEqual([
    ["POST", undefined],
    ["POST", "createBackupExportJob"],
    ["GET", "getBackupExportJob"],
    ["GET", "listBackupExportJobs"],
  ]);
});

test("refuses what breaks the definition, and a body over the limit", async () => {
  const mock = await use();
  const call = await signIn(mock);
  expect((await call(JOBS, { json: { snapshotId: "short" } })).status).toBe(400);
  expect((await call(JOBS, { json: { ...ORDER, pad: "x".repeat(1024 * 1024) } })).status).toBe(413);
  expect((await call(JOBS, { method: "DELETE" })).status).toBe(405);
});

test("every path of the definition has its handler, and of the same kind", async () => {
  const { paths, serverUrl } = await createService({});
  const { handlers } = await createMock();
  expect(handlers.map(({ info }) => info.path)).toEqual(
    paths.map((path) => serverUrl + path.replaceAll("{", ":").replaceAll("}", "")),
  );
  expect(paths).toContain("/api/oauth/token");
});

test("what is not in the definition is left to other handlers", async () => {
  server.use(http.get("https://cloud.mongodb.com/api/atlas/v2/groups", () => HttpResponse.text("mine")));
  const mock = await use();
  expect(await (await fetch(`${mock.url}/api/atlas/v2/groups`)).text()).toBe("mine");
  expect(mock.requests).toEqual([]);
});

describe("faults", () => {
  async function faulty(kind: FaultKind) {
    const mock = await use({ scenario: { faults: [{ on: "createBackupExportJob", kind }] } });
    const call = await signIn(mock);
    return { mock, create: () => call(JOBS, { json: ORDER }) };
  }

  test.each([
    ["cutBefore", 0],
    ["cutAfter", 1],
    ["cutInBody", 1],
  ] as const)("%s fails, and leaves %i jobs", async (kind, jobs) => {
    const { mock, create } = await faulty(kind);
    await expect(create()).rejects.toThrow();
    expect(mock.jobs).toHaveLength(jobs);
  });

  test("silentAfter answers nothing until the request is given up", async () => {
    const clock = testClock();
    const faults = [{ on: "token", kind: "silentAfter" }] as const;
    const mock = await use({ clock, scenario: { faults } });
    const controller = new AbortController();
    clock.schedule(() => controller.abort(new Error("given up")), 30_000);
    const { signal } = controller;
    await expect(clock.fetch(`${mock.url}/api/oauth/token`, { signal })).rejects.toThrow("given up");
  });

  test("unavailableHtml and emptyBody are what they are on the wire", async () => {
    const html = await faulty("unavailableHtml");
    await expect(html.create()).rejects.toThrow("is not valid JSON");
    const empty = await faulty("emptyBody");
    expect((await empty.create()).text).toBe("");
  });
});

test.each([
  ["./index.ts", "does not load MSW", false],
  ["./msw.ts", "loads it", true],
])("%s %s", { timeout: 30_000 }, async (module, _, isLoaded) => {
  const { href } = new URL(module, import.meta.url);
  const spy = await run(process.execPath, ["--input-type=module", "--eval", SPY, href]);
  expect(spy.stdout.trim()).toBe(String(isLoaded));
});

/** Says whether anything asks for MSW while a module is loaded. */
const SPY = `
  import { registerHooks } from "node:module";
  let isAsked = false;
  registerHooks({ resolve(name, context, next) {
    isAsked ||= /^msw(\\/|$)/.test(name);
    return next(name, context);
  } });
  await import(process.argv[1]);
  console.log(isAsked);
`;
