import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type DigestAlgorithm, digestHeader, type Hash, parseDigestChallenge } from "./digest-header.ts";

const hash: Hash = (algorithm, text) => createHash(algorithm.replace("-", "")).update(text).digest("hex");

// RFC 7616, section 3.9.1: the challenges, the request and the answers.
const rfc = {
  realm: "http-auth@example.org",
  nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
  opaque: "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
  isStale: false,
};
const request = {
  username: "Mufasa",
  password: "Circle of Life",
  method: "GET",
  uri: "/dir/index.html",
  nonceCount: 1,
  cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
};
const challengeWith = (algorithm: string) =>
  `Digest realm="${rfc.realm}", qop="auth, auth-int", algorithm=${algorithm}, nonce="${rfc.nonce}", opaque="${rfc.opaque}"`;

test.each<[DigestAlgorithm, string]>([
  ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
  ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
])("the answer with %s is the RFC's own", (algorithm, response) => {
  const header = digestHeader({ ...rfc, algorithm }, request, hash);
  expect(header).toBe(
    `Digest username="Mufasa", realm="${rfc.realm}", nonce="${rfc.nonce}", uri="/dir/index.html", ` +
      `algorithm=${algorithm}, response="${response}", qop=auth, nc=00000001, cnonce="${request.cnonce}", ` +
      `opaque="${rfc.opaque}"`,
  );
});

test("the count is written in eight hexadecimal digits", () => {
  const challenge = { ...rfc, algorithm: "MD5" as const };
  expect(digestHeader(challenge, { ...request, nonceCount: 0x2fe }, hash)).toContain(", nc=000002fe, ");
});

test("an opaque value that was not sent is not sent back", () => {
  const header = digestHeader({ ...rfc, algorithm: "MD5", opaque: undefined }, request, hash);
  expect(header).toMatch(/cnonce="[^"]+"$/);
});

test("quotes and backslashes are escaped in the header and not in the digest", () => {
  const challenge = { ...rfc, algorithm: "MD5" as const, realm: 'a"b\\c', nonce: 'n"', opaque: "o\\" };
  const header = digestHeader(challenge, { ...request, username: 'M"' }, hash);
  expect(header).toContain('username="M\\"", realm="a\\"b\\\\c", nonce="n\\"", ');
  expect(header).toContain('opaque="o\\\\"');
  // RFC 7616, section 3.4.1: the hash takes the unquoted values.
  const a1 = hash("MD5", 'M":a"b\\c:Circle of Life');
  const a2 = hash("MD5", "GET:/dir/index.html");
  const response = hash("MD5", `${a1}:n":00000001:${request.cnonce}:auth:${a2}`);
  expect(header).toContain(`response="${response}"`);
});

test.each<[DigestAlgorithm]>([["MD5"], ["SHA-256"]])(
  "the RFC's challenge with %s is understood",
  (algorithm) => {
    expect(parseDigestChallenge(challengeWith(algorithm))).toEqual({ ...rfc, algorithm });
  },
);

test("the live service's challenge is understood", () => {
  const live =
    'Digest realm="MMS Public API", domain="", nonce="bGl2ZQ==", algorithm=MD5, qop="auth", stale=false';
  expect(parseDigestChallenge(live)).toEqual({
    realm: "MMS Public API",
    nonce: "bGl2ZQ==",
    opaque: undefined,
    algorithm: "MD5",
    isStale: false,
  });
});

const basic = 'Basic realm="simple"';
const md5 = challengeWith("MD5");
const sha256 = challengeWith("SHA-256");

test.each([
  ["the stronger one first", `${sha256}, ${md5}`, "SHA-256"],
  ["the stronger one last", `${md5}, ${sha256}`, "SHA-256"],
  ["a scheme of another kind first", `${basic}, ${md5}`, "MD5"],
  ["a scheme of another kind last", `${md5}, ${basic}`, "MD5"],
  ["a scheme with nothing behind it", `Negotiate, ${md5}`, "MD5"],
  ["a scheme with a token behind it", `Negotiate YWJj==, ${md5}`, "MD5"],
  ["an algorithm that is not known", `${challengeWith("SHA-512-256")}, ${md5}`, "MD5"],
  ["a session algorithm", `${challengeWith("MD5-sess")}, ${md5}`, "MD5"],
])("of several challenges, with %s, the strongest usable one is taken", (_, header, algorithm) => {
  expect(parseDigestChallenge(header)?.algorithm).toBe(algorithm);
});

test("parameters belong to the challenge that they follow", () => {
  const header = `Digest realm="first", nonce="1", qop="auth", Basic realm="second", nonce="2"`;
  expect(parseDigestChallenge(header)).toMatchObject({ realm: "first", nonce: "1" });
});

test.each([
  ["scheme in capitals", 'DIGEST realm="r", nonce="n", qop="auth"', {}],
  ["names in capitals", 'Digest REALM="r", NONCE="n", QOP="auth"', {}],
  ["values in another case", 'Digest realm="r", nonce="n", qop="AUTH", algorithm=md5', {}],
  [
    "an algorithm in quotes",
    'Digest realm="r", nonce="n", qop="auth", algorithm="SHA-256"',
    { algorithm: "SHA-256" },
  ],
  ["no quotes at all", "Digest realm=r, nonce=n, qop=auth", {}],
  ["spaces around the signs", 'Digest realm = "r" ,nonce ="n",  qop= "auth"', {}],
  ["the qop behind a space", 'Digest realm="r", nonce="n", qop="auth-int, auth"', {}],
  ["the qop among others", 'Digest realm="r", nonce="n", qop="auth-int,auth"', {}],
  ["an escaped quote", 'Digest realm="a \\"b\\" c", nonce="n", qop="auth"', { realm: 'a "b" c' }],
  [
    "a comma and a scheme in quotes",
    'Digest realm="a, Basic b=c", nonce="n", qop="auth"',
    { realm: "a, Basic b=c" },
  ],
  ["an empty realm", 'Digest realm="", nonce="n", qop="auth"', { realm: "" }],
  ["a nonce that has gone stale", 'Digest realm="r", nonce="n", qop="auth", stale=TRUE', { isStale: true }],
  ["stale in quotes", 'Digest realm="r", nonce="n", qop="auth", stale="true"', { isStale: true }],
  ["a nonce that has not", 'Digest realm="r", nonce="n", qop="auth", stale=false', {}],
  [
    "all characters of a token",
    "Digest realm=r, nonce=n, qop=auth, x!#$%&'*+.^_`|~-9=1, opaque=o",
    { opaque: "o" },
  ],
])("a challenge with %s is understood", (_, header, fields) => {
  const plain = { realm: "r", nonce: "n", opaque: undefined, algorithm: "MD5", isStale: false };
  expect(parseDigestChallenge(header)).toEqual({ ...plain, ...fields });
});

test.each([
  ["no header", null],
  ["an empty header", ""],
  ["another scheme", basic],
  ["a scheme that only begins alike", 'DigestNext realm="r", nonce="n", qop="auth"'],
  ["no realm", 'Digest nonce="n", qop="auth"'],
  ["no nonce", 'Digest realm="r", qop="auth"'],
  ["no qop", 'Digest realm="r", nonce="n"'],
  ["only another qop", 'Digest realm="r", nonce="n", qop="auth-int"'],
  ["an algorithm that is not known", challengeWith("SHA-512-256")],
  ["a session algorithm", challengeWith("SHA-256-sess")],
  ["parameters without a scheme", 'realm="r", nonce="n", qop="auth"'],
  ["a quote that never ends", 'Digest realm="r, nonce="n", qop="auth"'],
])("there is nothing to answer in %s", (_, header) => {
  expect(parseDigestChallenge(header)).toBeUndefined();
});
