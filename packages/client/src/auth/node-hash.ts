import { AuthenticationError } from "../errors.ts";
import type { Hash } from "./digest-header.ts";

/**
 * The hashes of Node's crypto module, looked up at run time and not imported, so that a bundle for the browser does
 * not stumble over it.
 *
 * @throws {AuthenticationError} when the runtime has no such module; its hash throws one when the module refuses the
 * algorithm
 */
export function nodeHash(runtime: Runtime = globalThis as Runtime): Hash {
  const crypto = runtime.process?.getBuiltinModule?.("node:crypto") as NodeCrypto | undefined;
  if (!crypto) {
    throw new AuthenticationError(
      "an API key needs the hashes of Node's crypto module, which this runtime does not have: use a service account",
    );
  }
  return (algorithm, text) => {
    try {
      return crypto.createHash(algorithm.replace("-", "").toLowerCase()).update(text).digest("hex");
    } catch (cause) {
      throw new AuthenticationError(
        `the service asks for ${algorithm} from an API key, which the crypto module of this runtime refuses, as in FIPS mode: use a service account`,
        { cause },
      );
    }
  };
}

interface Runtime {
  process?: { getBuiltinModule?: (id: string) => unknown };
}

interface NodeCrypto {
  createHash(algorithm: string): { update(text: string): { digest(encoding: "hex"): string } };
}
