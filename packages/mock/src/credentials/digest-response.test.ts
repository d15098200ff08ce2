import { expect, test } from "vitest";
import { digestResponse } from "./digest-response.ts";

/** RFC 7616, section 3.9.1. */
const EXAMPLE = {
  username: "Mufasa",
  password: "Circle of Life",
  realm: "http-auth@example.org",
  method: "GET",
  uri: "/dir/index.html",
  nonce: "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
  nc: "00000001",
  cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
};

test.each([
  ["MD5", "8ca523f5e9506fed4657c9700eebdbec"],
  ["SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"],
] as const)("the %s response is that of RFC 7616, section 3.9.1", (algorithm, response) => {
  expect(digestResponse({ ...EXAMPLE, algorithm })).toBe(response);
});
