import { expect, test } from "vitest";
import { secureUrl } from "./secure-url.ts";

test.each([
  ["https://cloud.mongodb.com", "https://cloud.mongodb.com/"],
  ["https://cloud.mongodb.com/", "https://cloud.mongodb.com/"],
  ["https://proxy.example.com:8443/atlas", "https://proxy.example.com:8443/atlas"],
  ["HTTPS://Cloud.MongoDB.com", "https://cloud.mongodb.com/"],
  ["http://localhost:4010", "http://localhost:4010/"],
  ["http://127.0.0.1:4010", "http://127.0.0.1:4010/"],
  ["http://127.1.22.255", "http://127.1.22.255/"],
  ["http://[::1]:4010", "http://[::1]:4010/"],
])("%s may be sent credentials", (url, href) => {
  expect(secureUrl("baseUrl", url).href).toBe(href);
});

test("a URL object may be given", () => {
  expect(secureUrl("baseUrl", new URL("https://cloud.mongodb.com")).href).toBe("https://cloud.mongodb.com/");
});

test.each([
  [
    "http://cloud.mongodb.com",
    "baseUrl must be https, or http to this machine, not http://cloud.mongodb.com",
  ],
  [
    "http://localhost.evil.com",
    "baseUrl must be https, or http to this machine, not http://localhost.evil.com",
  ],
  ["http://my.localhost", "baseUrl must be https, or http to this machine, not http://my.localhost"],
  [
    "http://127.0.0.1.evil.com",
    "baseUrl must be https, or http to this machine, not http://127.0.0.1.evil.com",
  ],
  ["http://a.127.0.0.1.com", "baseUrl must be https, or http to this machine, not http://a.127.0.0.1.com"],
  ["http://128.0.0.1", "baseUrl must be https, or http to this machine, not http://128.0.0.1"],
  ["http://[::2]", "baseUrl must be https, or http to this machine, not http://[::2]"],
  ["ftp://localhost", "baseUrl must be https, or http to this machine, not ftp://localhost"],
  [
    "https://user@cloud.mongodb.com/a",
    "baseUrl must have no user name, query or fragment: https://cloud.mongodb.com/a",
  ],
  [
    "https://:pass@cloud.mongodb.com",
    "baseUrl must have no user name, query or fragment: https://cloud.mongodb.com/",
  ],
  [
    "https://cloud.mongodb.com?a=b",
    "baseUrl must have no user name, query or fragment: https://cloud.mongodb.com/",
  ],
  [
    "https://cloud.mongodb.com#a",
    "baseUrl must have no user name, query or fragment: https://cloud.mongodb.com/",
  ],
  ["cloud.mongodb.com", "baseUrl must be an absolute URL, such as https://cloud.mongodb.com"],
  ["/api", "baseUrl must be an absolute URL, such as https://cloud.mongodb.com"],
  ["", "baseUrl must be an absolute URL, such as https://cloud.mongodb.com"],
])("«%s» is refused, and the message says why", (url, message) => {
  expect(() => secureUrl("baseUrl", url)).toThrow(new TypeError(message));
});

const refused = "baseUrl must be https, or http to this machine, not http://mock";
const hint =
  "for a mock in another container, set allowInsecureHttp: true, which sends credentials unencrypted";

test("http to another machine is refused with the option that allows it", () => {
  expect(() => secureUrl("baseUrl", "http://mock:4010", false)).toThrow(new TypeError(`${refused}; ${hint}`));
});

test("http to another machine can be allowed, other protocols cannot", () => {
  expect(secureUrl("baseUrl", "http://mock:4010", true).href).toBe("http://mock:4010/");
  for (const isAllowed of [true, false])
    expect(() => secureUrl("baseUrl", "ftp://mock", isAllowed)).toThrow(
      new TypeError("baseUrl must be https, or http to this machine, not ftp://mock"),
    );
});
