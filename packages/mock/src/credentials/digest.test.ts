import { examples } from "@atlas-snapshot-export/spec/examples";
import { expect, test } from "vitest";
import { call, JOBS, ORDER } from "../../test/call.ts";
import { authorization, callWithDigest, challengeOf, readChallenge, type Sent } from "../../test/digest.ts";
import { systemClock } from "../clock.ts";
import { startMock } from "../index.ts";

const { unauthorized } = examples.listBackupExportJobs.responses[401];

test("no credentials get the definition's 401 and a challenge like the live service's", async () => {
  await using mock = await startMock();
  const { status, body, headers } = await call(mock, JOBS);
  expect(status).toBe(401);
  expect(body).toEqual(unauthorized);
  expect(headers.get("www-authenticate")).toMatch(
    /^Digest realm="MMS Public API", domain="", nonce="[^"]{16,}", algorithm=MD5, qop="auth", stale=false$/,
  );
  expect(headers.get("x-error-code")).toBeNull();
});

test("every challenge has a nonce of its own", async () => {
  await using mock = await startMock();
  const nonces = await Promise.all([1, 2, 3].map(async () => (await challengeOf(mock, JOBS)).nonce));
  expect(new Set(nonces).size).toBe(3);
});

test.each(["MD5", "SHA-256"] as const)(
  "the right answer to a challenge with %s passes",
  async (digestAlgorithm) => {
    await using mock = await startMock({ digestAlgorithm });
    const challenge = await challengeOf(mock, JOBS);
    expect(challenge.algorithm).toBe(digestAlgorithm);
    expect((await callWithDigest(mock, JOBS, challenge)).status).toBe(200);
    const created = await callWithDigest(mock, JOBS, challenge, { nc: "00000002" }, { json: ORDER });
    expect(created.status).toBe(200);
  },
);

test("the uri is the whole request target, query included", async () => {
  await using mock = await startMock();
  const path = `${JOBS}?pageNum=2&pretty=true`;
  expect((await callWithDigest(mock, path, await challengeOf(mock, path))).status).toBe(200);
  const wrong = await callWithDigest(mock, path, await challengeOf(mock, path), { uri: JOBS });
  expect(wrong.status).toBe(401);
});

test.each<[string, Partial<Sent>]>([
  ["another private key", { password: "wrong" }],
  ["another public key", { username: "wrong" }],
  ["another realm", { realm: "wrong" }],
  ["another uri", { uri: "/api/atlas/v2/other" }],
  ["another method", { method: "POST" }],
  ["another algorithm", { algorithm: "SHA-256" }],
  ["another qop", { qop: "auth-int" }],
  ["no cnonce", { cnonce: "" }],
  ["a count that is no count", { nc: "1" }],
  ["a response that is too short", { response: "8ca523f5" }],
  ["a response of another request", { response: "8ca523f5e9506fed4657c9700eebdbec" }],
])("%s is refused, and not as stale", async (_, wrong) => {
  await using mock = await startMock();
  const reply = await callWithDigest(mock, JOBS, await challengeOf(mock, JOBS), wrong);
  expect(reply.status).toBe(401);
  expect(reply.body).toEqual(unauthorized);
  expect(readChallenge(reply).stale).toBe("false");
});

test.each([
  ['username="mockpubl"', 'username="other"'],
  ['realm="MMS Public API"', 'realm="other"'],
  [`uri="${JOBS}"`, 'uri="/other"'],
  ["algorithm=MD5", "algorithm=SHA-256"],
  ["qop=auth", "qop=auth-int"],
])("a right response beside %s turned into %s is refused", async (right, wrong) => {
  await using mock = await startMock();
  const challenge = await challengeOf(mock, JOBS);
  const { publicKey: username, privateKey: password } = mock.credentials;
  const sent = {
    ...challenge,
    username,
    password,
    method: "GET",
    uri: JOBS,
    nc: "00000001",
    cnonce: "c",
    qop: "auth",
  };
  const header = authorization(sent);
  expect(header).toContain(right);
  const reply = await call(mock, JOBS, { headers: { authorization: header.replace(right, wrong) } });
  expect([reply.status, readChallenge(reply).stale]).toEqual([401, "false"]);
  expect((await call(mock, JOBS, { headers: { authorization: header } })).status).toBe(200);
});

test("a header that cannot be read is refused", async () => {
  await using mock = await startMock();
  const { status } = await call(mock, JOBS, { headers: { authorization: 'Digest username="open' } });
  expect(status).toBe(401);
});

test("the count of a nonce has to grow: a replay is stale, and passes with the new nonce", async () => {
  await using mock = await startMock();
  const challenge = await challengeOf(mock, JOBS);
  expect((await callWithDigest(mock, JOBS, challenge, { nc: "0000000a" })).status).toBe(200);
  for (const nc of ["0000000a", "00000009"]) {
    const replay = await callWithDigest(mock, JOBS, challenge, { nc });
    expect([replay.status, readChallenge(replay).stale]).toEqual([401, "true"]);
    expect((await callWithDigest(mock, JOBS, readChallenge(replay))).status).toBe(200);
  }
  expect((await callWithDigest(mock, JOBS, challenge, { nc: "0000000b" })).status).toBe(200);
});

test("an expired nonce is stale with the right key, and plainly refused with a wrong one", async () => {
  let nowMs = 0;
  await using mock = await startMock({
    clock: { ...systemClock, monotonicMs: () => nowMs },
    nonceLifetimeMs: 60_000,
  });
  const challenge = await challengeOf(mock, JOBS);
  nowMs += 59_999;
  expect((await callWithDigest(mock, JOBS, challenge)).status).toBe(200);
  nowMs += 1;
  const wrong = await callWithDigest(mock, JOBS, challenge, { nc: "00000002", password: "wrong" });
  expect([wrong.status, readChallenge(wrong).stale]).toEqual([401, "false"]);
  const expired = await callWithDigest(mock, JOBS, challenge, { nc: "00000003" });
  expect([expired.status, readChallenge(expired).stale]).toEqual([401, "true"]);
  expect((await callWithDigest(mock, JOBS, readChallenge(expired))).status).toBe(200);
});

test("a nonce of another mock is stale", async () => {
  await using mock = await startMock();
  await using other = await startMock();
  const reply = await callWithDigest(mock, JOBS, await challengeOf(other, JOBS));
  expect([reply.status, readChallenge(reply).stale]).toEqual([401, "true"]);
});

test("a refused answer does not use up the count", async () => {
  await using mock = await startMock();
  const challenge = await challengeOf(mock, JOBS);
  expect((await callWithDigest(mock, JOBS, challenge, { password: "wrong", nc: "00000005" })).status).toBe(
    401,
  );
  expect((await callWithDigest(mock, JOBS, challenge, { nc: "00000001" })).status).toBe(200);
});

test("the client's side in these tests computes the example of RFC 7616, section 3.9.1", () => {
  const sent = {
    username: "Mufasa",
    password: "Circle of Life",
    realm: "http-auth@example.org",
    method: "GET",
    uri: "/dir/index.html",
    nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
    nc: "00000001",
    cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
    qop: "auth",
    algorithm: "MD5",
  };
  expect(authorization(sent)).toContain('response="8ca523f5e9506fed4657c9700eebdbec"');
});
