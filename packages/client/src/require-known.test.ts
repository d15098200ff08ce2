import { expect, test } from "vitest";
import { requireKnown } from "./require-known.ts";

const known = { baseUrl: 1, timeoutMs: 1, isIdempotent: 1 } as const;
const list = "Expected one of: baseUrl, timeoutMs, isIdempotent.";

test.each([
  ["no option", {}],
  ["known ones", { baseUrl: "https://cloud.mongodb.com", timeoutMs: null }],
  ["an unknown one that is undefined", { timeout: undefined }],
])("takes %s", (_, options) => {
  expect(() => requireKnown("connect", options as never, known)).not.toThrow();
});

test.each([
  ["baseURL", " Did you mean `baseUrl`?"],
  ["base_url", " Did you mean `baseUrl`?"],
  ["timeout", " Did you mean `timeoutMs`?"],
  ["timeoutMsec", " Did you mean `timeoutMs`?"],
  ["retries", ""],
  ["toString", ""],
  ["__proto__", ""],
])("refuses `%s` by name, with what is allowed", (option, hint) => {
  const options = { ...known, ...Object.fromEntries([[option, 0]]) };
  expect(() => requireKnown("connect", options, known)).toThrow(
    new TypeError(`Unknown option \`${option}\` of connect.${hint} ${list}`),
  );
});

test("refuses an option that is inherited, because it would be read", () => {
  const options = Object.create({ timeout: 1 });
  expect(() => requireKnown("connect", options, known)).toThrow("Unknown option `timeout` of connect.");
});
