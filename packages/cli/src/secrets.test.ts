import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { halfAnHour, seed } from "./testing/jobs.ts";
import { type RunOptions, type Session, session } from "./testing/session.ts";

const credentials = {
  clientSecret: "mdb_sa_sk_Tr0ub4dor+3/xyz",
  privateKey: "5f0c9d3e-77aa-4c1b-private",
};

/** Every token that the mock gave out in this file's runs. */
const tokens = new Set<string>();

let atlas: Session;

beforeAll(async () => {
  atlas = await session({ credentials, scenario: { job: halfAnHour("failed") } });
});

afterAll(() => atlas[Symbol.asyncDispose]());

const apiKey = {
  MONGODB_ATLAS_PUBLIC_API_KEY: "mockpubl",
  MONGODB_ATLAS_PRIVATE_API_KEY: credentials.privateKey,
};

const cluster = `--cluster ${seed.clusterName}`;

const commands = [
  `list ${cluster}`,
  `get ID ${cluster}`,
  `get ${seed.snapshotId} ${cluster}`,
  `wait ID ${cluster}`,
  `wait ID ${cluster} --timeout 1m`,
  `snapshots ${cluster}`,
  "buckets",
  `login --check ${cluster}`,
  "login",
  `export ${cluster} --snapshot latest --bucket acme-atlas-exports --dry-run`,
  `export ${cluster} --snapshot latest --bucket acme-atlas-exports --wait`,
  `export ${cluster} --snapshot ${credentials.clientSecret} --bucket ${credentials.privateKey}`,
  `list --cluster ${credentials.clientSecret}`,
  `get ${credentials.privateKey} ${cluster}`,
  `list ${cluster} --client-secret ${credentials.clientSecret}`,
  `list ${cluster} --clientpw=${credentials.clientSecret}`,
  `list ${cluster} --base-url https://user:${credentials.privateKey}@127.0.0.1`,
  `list ${cluster} --base-url http://127.0.0.1:1/${credentials.clientSecret}`,
  credentials.clientSecret,
  "--help",
];

const ways: [string, string, RunOptions][] = [
  ["as a service account", "", {}],
  ["as an API key", "--auth api-key", {}],
  ["with a wrong secret", "", { env: { MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_wrong" } }],
  ["on a terminal", "", { terminal: 60 }],
];

describe.each(ways)("no secret is shown %s", (_, flags, { env, ...options }) => {
  test.each(commands)("by %s", async (command) => {
    const { id } = atlas.mock.addJob({ ...seed, scenario: [{ example: "failed" }] });
    const args = command.replace("ID", String(id));
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await atlas.clock.fetch(input, init);
      const { access_token: token } = Object(
        await response
          .clone()
          .json()
          .catch(() => ({})),
      );
      if (typeof token === "string") tokens.add(token);
      return response;
    };
    for (const more of ["--debug", "--debug --json"]) {
      const line = /^(login$|--help|mdb)/.test(args) ? args : `${args} ${flags} ${more}`;
      const { stdout, stderr } = await atlas.run(line, { ...options, fetch, env: { ...apiKey, ...env } });
      const shown = stdout + stderr;
      for (const secret of [...Object.values(credentials), ...tokens]) {
        for (const form of [secret, encodeURIComponent(secret), btoa(secret).slice(0, -4)]) {
          expect(shown).not.toContain(form);
        }
      }
      expect(shown).not.toMatch(/authorization: |(Basic|Bearer) [\w+/=-]{12}/i);
    }
  });
});

test("these runs did sign in", () => {
  expect(tokens.size).toBeGreaterThan(10);
  const schemes = new Set(atlas.mock.requests.map(({ headers }) => headers["authorization"]));
  expect(schemes).toEqual(new Set(["Basic", "Bearer", "Digest", undefined]));
});
