import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { AuthenticationError } from "../errors.ts";
import { nodeHash } from "./node-hash.ts";

// RFC 1321, section A.5, and FIPS 180-2, section B.1.
test.each([
  ["MD5", "900150983cd24fb0d6963f7d28e17f72"],
  ["SHA-256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
] as const)("%s of «abc» is the standard's own", (algorithm, digest) => {
  expect(nodeHash()(algorithm, "abc")).toBe(digest);
});

test("the algorithms are asked for by the names that every runtime knows", () => {
  const asked: string[] = [];
  const hash = { update: () => hash, digest: () => "" };
  const createHash = (algorithm: string) => {
    asked.push(algorithm);
    return hash;
  };
  const hashing = nodeHash({ process: { getBuiltinModule: () => ({ createHash }) } });
  hashing("MD5", "abc");
  hashing("SHA-256", "abc");
  expect(asked).toEqual(["md5", "sha256"]);
});

test.each([
  ["a browser", {}],
  ["an old Node", { process: {} }],
  ["a runtime without the module", { process: { getBuiltinModule: () => undefined } }],
])("%s is told what to use instead", (_, runtime) => {
  expect(() => nodeHash(runtime)).toThrow(
    new AuthenticationError(
      "an API key needs the hashes of Node's crypto module, which this runtime does not have: use a service account",
    ),
  );
});

test("an algorithm that the runtime refuses is named, with what to use instead", () => {
  // What Node throws in FIPS mode.
  const refusal = Object.assign(new Error("error:0308010C:digital envelope routines::unsupported"), {
    code: "ERR_OSSL_EVP_UNSUPPORTED",
  });
  const hash = nodeHash(withoutMd5(refusal));
  const error = thrownBy(() => hash("MD5", "abc"));
  expect(error).toEqual(
    new AuthenticationError(
      "the service asks for MD5 from an API key, which the crypto module of this runtime refuses, as in FIPS mode: use a service account",
    ),
  );
  expect((error as Error).cause).toBe(refusal);
  // FIPS 180-2, section B.1.
  expect(hash("SHA-256", "abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

function withoutMd5(refusal: Error) {
  return {
    process: {
      getBuiltinModule: () => ({
        createHash(algorithm: string) {
          if (algorithm === "md5") throw refusal;
          return createHash(algorithm);
        },
      }),
    },
  };
}

function thrownBy(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
