import { expect, test } from "vitest";
import { expectNoSecret, secrets } from "./secrets.ts";
import { clientId } from "./token-service.ts";

const { clientSecret, accessToken, privateKey } = secrets;
const deep = { a: { b: { c: { d: { e: [accessToken] } } } } };

test.each<[string, unknown]>([
  ["in a text", `Bearer ${accessToken}`],
  ["deep in an object", deep],
  ["in a map", new Map([["token", accessToken]])],
  ["under a hidden property", Object.defineProperty({}, "token", { value: accessToken })],
  [
    "behind a getter",
    {
      get token() {
        return accessToken;
      },
    },
  ],
  ["in what becomes of it as JSON", { toJSON: () => privateKey }],
  ["in headers", new Headers({ Authorization: `Bearer ${accessToken}` })],
  ["in the message of an error", new Error(clientSecret)],
  ["in the cause of a cause", new Error("a", { cause: new Error("b", { cause: new Error(clientSecret) }) })],
  ["in a form", new URLSearchParams({ token: accessToken }).toString()],
  ...["", "x", "xy"].map((more): [string, unknown] => [
    `in base64, behind ${clientId}${more}`,
    `Basic ${btoa(`${clientId}${more}:${clientSecret}`)}`,
  ]),
])("a secret %s is seen", (_, value) => {
  expect(() => expectNoSecret("harmless", value)).toThrow("a secret shows");
});

test("what holds none passes", () => {
  expectNoSecret(undefined, null, 42, { clientId }, new Error("x", { cause: "y" }), [() => accessToken]);
});
