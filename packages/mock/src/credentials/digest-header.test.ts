import { expect, test } from "vitest";
import { parseDigestParameters } from "./digest-header.ts";

test("the parameters of RFC 7616, section 3.9.1, are read, quoted or not", () => {
  const header = `username="Mufasa",
    realm="http-auth@example.org",
    uri="/dir/index.html",
    algorithm=MD5,
    nc=00000001,
    qop=auth,
    opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`;
  expect(Object.fromEntries(parseDigestParameters(header) ?? [])).toEqual({
    username: "Mufasa",
    realm: "http-auth@example.org",
    uri: "/dir/index.html",
    algorithm: "MD5",
    nc: "00000001",
    qop: "auth",
    opaque: "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS",
  });
});

test.each([
  ['uri="/a?b=1,2", NC=00000001', { uri: "/a?b=1,2", nc: "00000001" }],
  ['realm="say \\"hi\\""', { realm: 'say "hi"' }],
  ['opaque=""', { opaque: "" }],
  ["", {}],
])("%s is read", (header, parameters) => {
  expect(Object.fromEntries(parseDigestParameters(header) ?? [["", ""]])).toEqual(parameters);
});

test.each(['realm="open', "no parameter", "nonce=a nonce=b", "nc=1, nc=2", "=x"])(
  "%s is not read at all",
  (header) => {
    expect(parseDigestParameters(header)).toBeUndefined();
  },
);
