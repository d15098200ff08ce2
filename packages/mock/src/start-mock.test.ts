import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, test } from "vitest";
import { call, fetchToken, JOBS, ORDER, postForm, signIn } from "../test/call.ts";
import { type Clock, type Mock, type MockOptions, type RecordedRequest, startMock } from "./index.ts";

const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((address) => address?.address === "::1");

test("it listens on a free port of the loopback interface, soon", async () => {
  await (await startMock()).close();
  const startedMs = performance.now();
  await using mock = await startMock();
  expect(performance.now() - startedMs).toBeLessThan(150);
  expect(mock.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await call(mock, JOBS)).status).toBe(401);
});

const IPV6: [string, string][] = [
  ["::", "[::1]"],
  ["::1", "[::1]"],
];

test.each([["0.0.0.0", "127.0.0.1"], ...(hasIpv6 ? IPV6 : [])])(
  "listening on %s, it is at %s for this machine",
  async (host, hostname) => {
    await using mock = await startMock({ host });
    expect(new URL(mock.url).hostname).toBe(hostname);
    expect((await call(mock, JOBS)).status).toBe(401);
  },
);

test("an idle connection has no end that a request could meet", async () => {
  await using mock = await startMock();
  const response = await call(mock, JOBS);
  expect(response.headers.get("connection")).toBe("keep-alive");
  expect(response.headers.get("keep-alive")).toBeNull();
});

test("a port that is taken is an error", async () => {
  await using mock = await startMock();
  const port = Number(new URL(mock.url).port);
  await expect(startMock({ port })).rejects.toThrow("EADDRINUSE");
});

test("many at a time share nothing", async () => {
  const mocks = await Promise.all(Array.from({ length: 12 }, () => startMock()));
  expect(new Set(mocks.map(({ url }) => url)).size).toBe(12);
  await Promise.all(
    mocks.map(async (mock, index) => {
      const call = await signIn(mock);
      const snapshot = (n: number): string =>
        `${index.toString(16).padStart(12, "0")}${n.toString(16).padStart(12, "0")}`;
      for (let n = 0; n < index; n++) await call(JOBS, { json: { ...ORDER, snapshotId: snapshot(n) } });
    }),
  );
  expect(mocks.map(({ jobs }) => jobs.length)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(mocks.map(({ requests }) => requests.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  await Promise.all(mocks.map((mock) => mock.close()));
});

test("other credentials can be given, each of the four", async () => {
  const credentials = { clientId: "id", clientSecret: "sec:ret", publicKey: "pub" };
  await using mock = await startMock({ credentials });
  expect(mock.credentials).toEqual({ ...credentials, privateKey: "mock-private-key" });
  expect(await fetchToken(mock)).toEqual(expect.any(String));
});

test("credentials that are undefined are as good as left out", async () => {
  await using mock = await startMock({ credentials: { clientId: undefined } as object });
  expect(mock.credentials.clientId).toBe("mdb_sa_id_000000000000000000000000");
});

test.each<[string, MockOptions, string]>([
  [
    "clock",
    { clock: { now: Date.now } as Clock },
    "has no function monotonicMs; it needs now, monotonicMs, schedule.",
  ],
  ["digestAlgorithm", { digestAlgorithm: "SHA-512" as "MD5" }, "is SHA-512; known are MD5, SHA-256."],
  ["credentials.clientId", { credentials: { clientId: 7 as never } }, "is 7; it takes a text."],
  ["host", { host: "" }, "is ''; it takes a name or an address, e.g. 127.0.0.1."],
  ["port", { port: 65_536 }, "is 65536; it takes a whole number from 0 to 65535."],
  ["port", { port: "mock" as never }, "is 'mock'; it takes a whole number from 0 to 65535."],
  ["cors", { cors: "no" as never }, "is 'no'; it takes true or false."],
  ["nonceLifetimeMs", { nonceLifetimeMs: Number.NaN }, "is NaN; it takes a number from 0 to Infinity."],
])("a %s that there is not is an error", async (name, options, message) => {
  await expect(startMock(options)).rejects.toThrow(new TypeError(`${name} ${message}`));
});

const OPTIONS =
  "port, host, cors, scenario, clock, credentials, digestAlgorithm, nonceLifetimeMs, checkClusters, onRequest, definition";

test.each<[object, string]>([
  [{ faults: [] }, `\`faults\` of startMock. Did you mean \`scenario.faults\`? Expected one of: ${OPTIONS}.`],
  [{ Port: 4010 }, `\`Port\` of startMock. Did you mean \`port\`? Expected one of: ${OPTIONS}.`],
  [{ baseUrl: "" }, `\`baseUrl\` of startMock. Expected one of: ${OPTIONS}.`],
])("an option that is not known is refused by name: %j", async (options, message) => {
  await expect(startMock(options)).rejects.toThrow(new TypeError(`Unknown option ${message}`));
});

test("an unknown credential is refused by name", async () => {
  const message =
    "Unknown field `clientID` of credentials. Did you mean `clientId`? Expected one of: clientId, clientSecret, publicKey, privateKey.";
  await expect(startMock({ credentials: { clientID: "id" } as object })).rejects.toThrow(
    new TypeError(message),
  );
});

test("an option that is undefined is as good as left out", async () => {
  await using mock = await startMock({ faults: undefined, scenario: undefined, port: undefined } as object);
  expect(mock.requests).toEqual([]);
});

/** Sends the head of a request whose body is still to come, and waits until the mock has taken it up. */
async function startSending(mock: Mock): Promise<Socket> {
  const { hostname, port } = new URL(mock.url);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => {});
  socket.write(`POST ${JOBS} HTTP/1.1\r\nHost: mock\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n`);
  const [answer] = await once(socket, "data");
  expect(String(answer)).toContain("100 Continue");
  return socket;
}

test("close ends a request that is still being sent, and can be called twice", async () => {
  const mock = await startMock();
  const socket = await startSending(mock);
  const ended = once(socket, "close");
  await mock.close();
  await ended;
  await mock.close();
  await expect(fetch(mock.url)).rejects.toThrow();
});

test("a client that goes away in the middle leaves the mock alive", async () => {
  await using mock = await startMock();
  (await startSending(mock)).destroy();
  expect((await call(mock, JOBS)).status).toBe(401);
});

test("requests are recorded in order, as they were on the wire, without the secret", async () => {
  await using mock = await startMock();
  const token = await fetchToken(mock);
  const path = JOBS.replace("orders-prod", "orders%2Dprod");
  const authorization = `Bearer ${token}`;
  await call(mock, `${path}?pageNum=1&x=%20`, { headers: { authorization } });
  await call(mock, JOBS, { json: ORDER, headers: { authorization: "a-secret-without-scheme" } });

  expect(mock.requests).toMatchObject([
    {
      method: "POST",
      path: "/api/oauth/token",
      query: "",
      headers: { authorization: "Basic" },
      body: "grant_type=client_credentials",
      operationId: undefined,
      status: 200,
      violations: { input: [], output: [] },
    },
    {
      method: "GET",
      path,
      query: "pageNum=1&x=%20",
      operationId: "listBackupExportJobs",
      status: 200,
      body: "",
    },
    {
      method: "POST",
      path: JOBS,
      headers: { authorization: "unknown" },
      body: JSON.stringify(ORDER),
      operationId: "createBackupExportJob",
      status: 401,
    },
  ]);
  const text = JSON.stringify(mock.requests.map(({ headers }) => headers));
  expect(text).not.toContain(token);
  expect(text).not.toContain("secret");
});

test("no secret of a form, a query or a cookie is recorded, whatever the request is for", async () => {
  await using mock = await startMock();
  const token = await fetchToken(mock);
  await postForm(mock, "/api/oauth/revoke", `token_type_hint=access_token&token=${token}`);
  await postForm(mock, "/api/oauth/token", "client_secret=hush&grant_type=client_credentials");
  await call(mock, `/nothing?pageNum=1&access_token=${token}`, { headers: { cookie: "session=hush" } });
  expect(mock.requests.slice(1)).toMatchObject([
    { body: "token_type_hint=access_token&token=…" },
    { body: "client_secret=…&grant_type=client_credentials" },
    { query: "pageNum=1&access_token=…", headers: { cookie: "unknown" } },
  ]);
});

test("onRequest hears of each request once it is answered", async () => {
  const heard: RecordedRequest[] = [];
  await using mock = await startMock({ onRequest: (request) => heard.push(request) });
  await postForm(mock, "/api/oauth/token", "grant_type=client_credentials");
  await call(mock, "/nothing");
  expect(heard.map(({ status }) => status)).toEqual([200, 404]);
  expect(heard).toEqual(mock.requests);
});

test("what onRequest throws is told to the one who asked", async () => {
  const onRequest = (): never => {
    throw new Error("no request was expected");
  };
  await using mock = await startMock({ onRequest });
  const { status, body } = await call(mock, "/nothing");
  expect(status).toBe(500);
  expect(body).toMatchObject({
    errorCode: "MOCK_FAILED",
    detail: "onRequest failed: no request was expected",
  });
  expect(mock.requests).toMatchObject([{ status: 404 }]);
});
