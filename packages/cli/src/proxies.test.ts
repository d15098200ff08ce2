import { describe, expect, test } from "vitest";
import { ignoredProxy, proxyPasswords, proxySupport } from "./proxies.ts";

const atlas = "https://cloud.mongodb.com";
const proxy = "http://proxy.example:3128";

describe("a proxy that Node ignores is named", () => {
  test.each([
    [
      "in a Node that has no support for it",
      { HTTPS_PROXY: proxy },
      "none",
      "HTTPS_PROXY is ignored by this version of Node",
    ],
    [
      "where support is not switched on",
      { HTTPS_PROXY: proxy },
      "off",
      "HTTPS_PROXY is ignored: Node needs NODE_USE_ENV_PROXY=1",
    ],
    [
      "in small letters",
      { https_proxy: proxy },
      "off",
      "https_proxy is ignored: Node needs NODE_USE_ENV_PROXY=1",
    ],
    [
      "that only other programs read",
      { ALL_PROXY: proxy },
      "on",
      "ALL_PROXY is ignored: Node needs HTTPS_PROXY",
    ],
    [
      "that only other programs read, with support off",
      { all_proxy: proxy },
      "off",
      "all_proxy is ignored: Node needs HTTPS_PROXY and NODE_USE_ENV_PROXY=1",
    ],
    [
      "where NO_PROXY names another host",
      { HTTPS_PROXY: proxy, NO_PROXY: "mongodb.org, b.com" },
      "off",
      "HTTPS_PROXY",
    ],
    [
      "where NO_PROXY names another port",
      { HTTPS_PROXY: proxy, NO_PROXY: "cloud.mongodb.com:8443" },
      "off",
      "HTTPS_PROXY",
    ],
    [
      "where NO_PROXY only ends like the host",
      { HTTPS_PROXY: proxy, NO_PROXY: "godb.com" },
      "off",
      "HTTPS_PROXY",
    ],
  ] as const)("%s", (_, env, support, sentence) => {
    expect(ignoredProxy(atlas, env, support)?.startsWith(sentence)).toBe(true);
  });

  test("for plain http to another machine", () => {
    expect(ignoredProxy("http://mock:8080", { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }, "off")).toMatch(
      /^HTTP_PROXY is/,
    );
  });

  test("without its address, which can hold a password", () => {
    expect(ignoredProxy(atlas, { HTTPS_PROXY: "http://user:s3cret@proxy.example" }, "none")).not.toMatch(
      /s3cret|proxy\.example/,
    );
  });
});

describe("no proxy is named", () => {
  test.each([
    ["when none is set", {}, "none"],
    ["when it is empty", { HTTPS_PROXY: " " }, "none"],
    ["when Node takes it", { HTTPS_PROXY: proxy, ALL_PROXY: proxy }, "on"],
    ["when Node takes the one for http instead", { HTTP_PROXY: proxy, ALL_PROXY: proxy }, "on"],
    ["when it is for http alone", { HTTP_PROXY: proxy }, "off"],
    ["when NO_PROXY is *", { HTTPS_PROXY: proxy, NO_PROXY: "*" }, "off"],
    ["when NO_PROXY names the host", { HTTPS_PROXY: proxy, NO_PROXY: "a.com,cloud.mongodb.com" }, "off"],
    ["when NO_PROXY names the domain", { HTTPS_PROXY: proxy, no_proxy: "a.com .MongoDB.com" }, "off"],
    ["when NO_PROXY names the port", { HTTPS_PROXY: proxy, NO_PROXY: "*.mongodb.com:443" }, "off"],
  ] as const)("%s", (_, env, support) => {
    expect(ignoredProxy(atlas, env, support)).toBeUndefined();
  });

  test.each(["https://localhost:8443", "http://127.0.0.1:4010", "http://[::1]:4010"])("for %s", (url) => {
    expect(
      ignoredProxy(url, { HTTPS_PROXY: proxy, HTTP_PROXY: proxy, ALL_PROXY: proxy }, "none"),
    ).toBeUndefined();
  });
});

// https://nodejs.org/api/cli.html#node_use_env_proxy1
test.each([
  ["none", "20.20.2", false, {}, []],
  ["none", "22.20.0", false, { NODE_USE_ENV_PROXY: "1" }, []],
  ["off", "22.21.0", true, {}, []],
  ["off", "24.4.0", false, { NODE_USE_ENV_PROXY: "0" }, []],
  ["on", "24.4.0", false, { NODE_USE_ENV_PROXY: "1" }, []],
  ["on", "22.21.0", true, { NODE_USE_ENV_PROXY: "1" }, []],
  ["on", "26.0.0", true, { NODE_OPTIONS: "--no-warnings --use-env-proxy" }, []],
  ["on", "26.0.0", true, {}, ["--use-env-proxy"]],
] as const)(
  "support for proxies is %s in Node %s, flag %s, %o, %o",
  (support, node, hasFlag, env, execArgv) => {
    const allowedNodeEnvironmentFlags = new Set(hasFlag ? ["--use-env-proxy"] : []);
    const process = { allowedNodeEnvironmentFlags, env, execArgv: [...execArgv], versions: { node } };
    expect(proxySupport(process as unknown as NodeJS.Process)).toBe(support);
  },
);

test("support for proxies is on in Bun and Deno", () => {
  const process = {
    allowedNodeEnvironmentFlags: new Set(),
    env: {},
    execArgv: [],
    versions: { node: "24.3.0", bun: "1.4.5" },
  };
  expect(proxySupport(process as unknown as NodeJS.Process)).toBe("on");
});

test("the passwords of proxies are known as they stand there and as they are sent", () => {
  const env = {
    HTTPS_PROXY: "http://user:p%40ss-word@proxy.example",
    http_proxy: proxy,
    ALL_PROXY: "no URL",
  };
  expect(proxyPasswords(env)).toEqual(["p%40ss-word", "p@ss-word"]);
});
