import { expect, test } from "vitest";
import { nearMisses } from "./near-misses.ts";

const account = ["MONGODB_ATLAS_CLIENT_ID", "MONGODB_ATLAS_CLIENT_SECRET"];
const key = ["MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PRIVATE_API_KEY"];
const project = ["MONGODB_ATLAS_PROJECT_ID"];
const all = [...account, ...key, ...project];

test.each([
  // Terraform and Pulumi
  ["MONGODB_ATLAS_PUBLIC_KEY", "MONGODB_ATLAS_PUBLIC_API_KEY"],
  ["MONGODB_ATLAS_PRIVATE_KEY", "MONGODB_ATLAS_PRIVATE_API_KEY"],
  // mongocli
  ["MCLI_PUBLIC_API_KEY", "MONGODB_ATLAS_PUBLIC_API_KEY"],
  ["MCLI_PRIVATE_API_KEY", "MONGODB_ATLAS_PRIVATE_API_KEY"],
  ["MCLI_PROJECT_ID", "MONGODB_ATLAS_PROJECT_ID"],
  ["MONGODB_ATLAS_GROUP_ID", "MONGODB_ATLAS_PROJECT_ID"],
  ["ATLAS_PROJECT_ID", "MONGODB_ATLAS_PROJECT_ID"],
  ["ATLAS_PUBLIC_KEY", "MONGODB_ATLAS_PUBLIC_API_KEY"],
  ["ATLAS_CLIENT_SECRET", "MONGODB_ATLAS_CLIENT_SECRET"],
  ["MONGODB_ATLAS_CLIENTID", "MONGODB_ATLAS_CLIENT_ID"],
  ["MONGODB_ATLAS_CLEINT_ID", "MONGODB_ATLAS_CLIENT_ID"],
  ["MONGODB_ALTAS_CLIENT_SECRET", "MONGODB_ATLAS_CLIENT_SECRET"],
  ["MONGDB_ATLAS_CLIENT_ID", "MONGODB_ATLAS_CLIENT_ID"],
  ["mongodb_atlas_client_id", "MONGODB_ATLAS_CLIENT_ID"],
  ["MONGODB_ATLAS_PROJCT_ID", "MONGODB_ATLAS_PROJECT_ID"],
])("%s is taken for %s", (name, wanted) => {
  expect(nearMisses({ [name]: "5f0c9d3e" }, all)).toEqual([`${name} (did you mean ${wanted}?)`]);
});

test.each([
  ...all,
  "MONGODB_ATLAS_BASE_URL",
  "MONGODB_ATLAS_ORG_ID",
  "MONGODB_ATLAS_PROFILE",
  "MONGODB_ATLAS_CLUSTER_ID",
  "CLIENT_ID",
  "GITHUB_TOKEN",
  "AWS_SECRET_ACCESS_KEY",
  "PATH",
])("%s is not taken for anything", (name) => {
  expect(nearMisses({ [name]: "5f0c9d3e" }, all)).toEqual([]);
});

test("only a missing variable has near misses", () => {
  const env = { MONGODB_ATLAS_PUBLIC_KEY: "abcdefgh", MONGODB_ATLAS_GROUP_ID: "65f0c2a84d1b3e7a9c5d2f10" };
  expect(nearMisses(env, project)).toEqual([
    "MONGODB_ATLAS_GROUP_ID (did you mean MONGODB_ATLAS_PROJECT_ID?)",
  ]);
  expect(nearMisses(env, account)).toEqual([]);
});
