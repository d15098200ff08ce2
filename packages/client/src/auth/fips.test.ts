import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { scriptedServer } from "../testing/scripted-server.ts";

test("an API key says to use a service account in FIPS mode, which has no MD5", async () => {
  // The live service's challenge (api-facts, statement 12).
  const challenge = `Digest realm="MMS Public API", domain="", nonce="n", algorithm=MD5, qop="auth", stale=false`;
  await using server = await scriptedServer([{ status: 401, headers: { "WWW-Authenticate": challenge } }]);
  const program = fileURLToPath(new URL("../testing/read-job-in-fips-mode.ts", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, server.url]);
  const { refusal, ...error } = JSON.parse(stdout);
  expect(error).toEqual({
    name: "AuthenticationError",
    message:
      "the service asks for MD5 from an API key, which the crypto module of this runtime refuses, as in FIPS mode: use a service account",
    cause: refusal,
  });
  expect(refusal).toMatch(/^ERR_OSSL_/);
  expect(server.requests).toHaveLength(1);
});
