import { describe, expect, test } from "vitest";
import { chooseCredential, refuseSecretFlags, secretsIn } from "./credentials.ts";
import { CommandFailure } from "./failure.ts";

const account = { MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_1", MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_1" };
const key = { MONGODB_ATLAS_PUBLIC_API_KEY: "abcdefgh", MONGODB_ATLAS_PRIVATE_API_KEY: "5f0c9d3e" };

describe("the credential", () => {
  test("is the service account or the API key, whichever the environment has", () => {
    expect(chooseCredential({}, account)).toEqual({
      kind: "service-account",
      id: "mdb_sa_id_1",
      secret: "mdb_sa_sk_1",
      from: "MONGODB_ATLAS_CLIENT_ID",
    });
    expect(chooseCredential({}, key)).toEqual({
      kind: "api-key",
      id: "abcdefgh",
      secret: "5f0c9d3e",
      from: "MONGODB_ATLAS_PUBLIC_API_KEY",
    });
  });

  test("is the service account where there are both, unless a flag says otherwise", () => {
    const both = { ...account, ...key };
    expect(chooseCredential({}, both).kind).toBe("service-account");
    expect(chooseCredential({ auth: "api-key" }, both).kind).toBe("api-key");
  });

  test("is the complete one of two", () => {
    expect(chooseCredential({}, { ...key, MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_1" }).kind).toBe("api-key");
  });

  test("takes its public half from a flag before the environment", () => {
    expect(chooseCredential({ clientId: "mdb_sa_id_2" }, account)).toMatchObject({
      id: "mdb_sa_id_2",
      from: "--client-id",
    });
    expect(chooseCredential({ publicKey: "ijklmnop" }, key)).toMatchObject({
      id: "ijklmnop",
      from: "--public-key",
    });
  });

  test("may have been pasted with a line end", () => {
    const env = { ...account, MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_1\n" };
    expect(chooseCredential({}, env).secret).toBe("mdb_sa_sk_1");
    expect(secretsIn(env)).toEqual(["mdb_sa_sk_1"]);
  });

  test.each([
    [
      "there is none",
      {},
      {},
      "set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET, or MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PRIVATE_API_KEY",
    ],
    [
      "it is empty",
      {},
      { MONGODB_ATLAS_CLIENT_ID: "", MONGODB_ATLAS_CLIENT_SECRET: " " },
      "set MONGODB_ATLAS_CLIENT_ID and",
    ],
    [
      "the kind asked for is missing",
      { auth: "api-key" } as const,
      account,
      "set MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PRIVATE_API_KEY",
    ],
    ["it has no secret", {}, { MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_1" }, "set MONGODB_ATLAS_CLIENT_SECRET"],
    [
      "it has no id",
      {},
      { MONGODB_ATLAS_PRIVATE_API_KEY: "5f0c9d3e" },
      "set MONGODB_ATLAS_PUBLIC_API_KEY (or --public-key)",
    ],
  ])("is asked for where %s", (_, flags, env, todo) => {
    const failure = failureOf(() => chooseCredential(flags, env));
    expect(failure.exitCode).toBe(3);
    expect(failure.todo).toContain(todo);
  });
});

describe("a variable with nearly the right name", () => {
  test("is named where the credential is missing, without its value", () => {
    const env = { MONGODB_ATLAS_PUBLIC_KEY: "abcdefgh", MONGODB_ATLAS_PRIVATE_KEY: "5f0c9d3e" };
    const failure = failureOf(() => chooseCredential({}, env));
    expect(failure.why).toBe(
      "the environment has neither half of a service account or an API key; there is MONGODB_ATLAS_PRIVATE_KEY (did you mean MONGODB_ATLAS_PRIVATE_API_KEY?) and MONGODB_ATLAS_PUBLIC_KEY (did you mean MONGODB_ATLAS_PUBLIC_API_KEY?)",
    );
    expect(JSON.stringify(failure)).not.toMatch(/abcdefgh|5f0c9d3e/);
  });

  test("is named where half of the credential is missing", () => {
    const env = { MONGODB_ATLAS_CLIENTID: "mdb_sa_id_1", MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_1" };
    expect(failureOf(() => chooseCredential({}, env)).why).toBe(
      "neither MONGODB_ATLAS_CLIENT_ID nor --client-id is given; there is MONGODB_ATLAS_CLIENTID (did you mean MONGODB_ATLAS_CLIENT_ID?)",
    );
  });
});

describe("a secret on the command line", () => {
  test.each([
    "--client-secret",
    "--client-secret=mdb_sa_sk_1",
    "--private-key",
    "--private-api-key=5f0c9d3e",
    "--api-key",
    "-secret",
    "--password",
    "--access-token",
  ])("is refused with the reason when it follows %s, and not repeated", (flag) => {
    const failure = failureOf(() => refuseSecretFlags(["list", flag, "mdb_sa_sk_1"]));
    expect(failure).toMatchObject({ exitCode: 2, what: `${flag.replace(/=.*/, "")} is not taken` });
    expect(failure.why).toContain("every user of the machine can read the arguments");
    expect(JSON.stringify(failure)).not.toMatch(/mdb_sa_sk_1|5f0c9d3e/);
  });

  test.each(["--public-key", "--client-id", "--idempotency-key", "--cluster", "token=7", "secrets-prod"])(
    "is not what follows %s",
    (arg) => {
      expect(() => refuseSecretFlags([arg, "value"])).not.toThrow();
    },
  );
});

function failureOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof CommandFailure) return error.failure;
    throw error;
  }
  throw new Error("nothing was refused");
}
