import { expect, test } from "vitest";
import { type Command, parseCommand } from "./command.ts";

const account = { MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_1", MONGODB_ATLAS_CLIENT_SECRET: "secret" };
const key = { MONGODB_ATLAS_PUBLIC_API_KEY: "public", MONGODB_ATLAS_PRIVATE_API_KEY: "private" };
const live = ["--live", "https://cloud.example"];

function parse(args: readonly string[], env: Readonly<Record<string, string>>): Command {
  return parseCommand(args, env, ["tenantId", "getThing.tenantId"]);
}

test("the target is the mock unless another is named", () => {
  expect(parse([], {})).toMatchObject({ kind: "run", run: { target: "mock" } });
  expect(parse(["--target", "prism"], {})).toMatchObject({ run: { target: "prism" } });
});

test("a URL makes the target live, with what exists there and the credentials of the environment", () => {
  const flags = ["--cluster", "orders", "--export", "e1", "--snapshot", "s1", "--bucket", "b1"];
  const args = [...live, ...flags, "--known", "tenantId=a=b", "--create", "--report", "out"];
  expect(parse(args, { ...account, MONGODB_ATLAS_PROJECT_ID: "g1" })).toEqual({
    kind: "run",
    run: {
      target: "live",
      url: "https://cloud.example",
      credentials: { clientId: "mdb_sa_id_1", clientSecret: "secret" },
      known: {
        groupId: "g1",
        clusterName: "orders",
        exportId: "e1",
        snapshotId: "s1",
        exportBucketId: "b1",
        tenantId: "a=b",
      },
      mayCreate: true,
    },
    report: "out",
  });
});

test("nothing is created, and no id is known, unless it was given", () => {
  const command = parse(live, account);
  expect(command).toMatchObject({ run: { mayCreate: false, known: {} } });
});

test("--group comes before the project of the environment", () => {
  const command = parse([...live, "--group", "g2"], { ...account, MONGODB_ATLAS_PROJECT_ID: "g1" });
  expect(command).toMatchObject({ run: { known: { groupId: "g2" } } });
});

test("an API key signs in where there is no service account", () => {
  const credentials = { publicKey: "public", privateKey: "private" };
  expect(parse(live, key)).toMatchObject({ run: { credentials } });
});

test("the base URL of the environment serves a live run", () => {
  const env = { ...key, MONGODB_ATLAS_BASE_URL: "http://127.0.0.1:4010" };
  expect(parse(["--target", "live"], env)).toMatchObject({ run: { url: "http://127.0.0.1:4010" } });
});

test.each([
  ["an unknown target", ["--target", "staging"], account, "--target takes mock, prism, live; not staging."],
  ["an unknown flag", ["--crate"], account, "--crate"],
  ["a live run without a URL", ["--target", "live"], account, "--live <base URL>"],
  ["a URL without https", ["--live", "http://cloud.example"], account, "https"],
  ["a URL with a user", ["--live", "https://me:secret@cloud.example"], account, "without a user"],
  ["no URL at all", ["--live", "cloud.example"], account, "https"],
  ["a live run without credentials", live, {}, "MONGODB_ATLAS_CLIENT_ID"],
  ["half a service account", live, { MONGODB_ATLAS_CLIENT_ID: "id" }, "MONGODB_ATLAS_CLIENT_SECRET"],
  ["a pair without a value", [...live, "--known", "tenantId"], account, "not tenantId"],
  ["a name that nothing has", [...live, "--known", "tenant=1"], account, "not tenant. It has tenantId."],
  ["--create without a live service", ["--create"], account, "--create is for a live service"],
  ["an id without a live service", ["--target", "prism", "--group", "g1"], account, "--group is for"],
  ["a URL for another target", [...live, "--target", "mock"], account, "--live is for"],
])("%s is refused", (_, args, env, message) => {
  const command = parse(args, env);
  expect(command).toMatchObject({ kind: "wrong", message: expect.stringContaining(message) });
  expect(JSON.stringify(command)).not.toContain("secret");
});
