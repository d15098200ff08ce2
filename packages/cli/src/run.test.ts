import { describe, expect, test } from "vitest";
import { exitCodeMeanings } from "./exit-code.ts";
import { systemClock } from "./system-clock.ts";
import { runIn } from "./testing/session.ts";

const run = (args: string, env = {}) => runIn(env, args, { clock: systemClock, fetch });

describe("a command line that cannot be understood", () => {
  test.each([
    [
      "exprot",
      "unknown command 'exprot'",
      "there is no such command",
      "did you mean export? see: atlas-snapshot-export --help",
    ],
    [
      "list",
      "required option '--cluster <name>' not specified",
      "this command cannot do without it",
      "see: atlas-snapshot-export list --help",
    ],
    [
      "list --cluster a --jsno",
      "unknown option '--jsno'",
      "this command has no such option",
      "did you mean --json? see: atlas-snapshot-export list --help",
    ],
    [
      "get --cluster a",
      "missing required argument 'id'",
      "this command cannot do without it",
      "see: atlas-snapshot-export get --help",
    ],
    [
      "list b --cluster a",
      "too many arguments for 'list'. Expected 0 arguments but got 1",
      "this command takes no more than that",
      "see: atlas-snapshot-export list --help",
    ],
    [
      "list --cluster",
      "option '--cluster <name>' argument missing",
      "the option needs a value",
      "see: atlas-snapshot-export list --help",
    ],
    [
      "wait 1 --cluster a --timeout 30",
      "option '--timeout <duration>' argument '30' is invalid",
      "A duration is written 2h, 90m, 1h30m or 30s.",
      "see: atlas-snapshot-export wait --help",
    ],
    [
      "list --cluster a --auth oauth",
      "option '--auth <kind>' argument 'oauth' is invalid",
      "Allowed choices are service-account, api-key.",
      "see: atlas-snapshot-export list --help",
    ],
  ])("%s", async (args, what, why, todo) => {
    const { exitCode, stdout, stderr } = await run(args);
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toBe(`error: ${what}\n  why: ${why}\n   do: ${todo}\n`);
  });

  test.each([
    ["export", "required options '--cluster <name>', '--snapshot <id>', '--bucket <id>' not specified"],
    ["export --snapshot latest", "required options '--cluster <name>', '--bucket <id>' not specified"],
    ["get", "required argument 'id' and option '--cluster <name>' not specified"],
  ])("%s lacks everything that is missing", async (args, what) => {
    const { exitCode, stderr } = await run(args);
    expect(exitCode).toBe(2);
    expect(stderr).toBe(
      `error: ${what}\n  why: this command cannot do without them\n   do: see: atlas-snapshot-export ${args.split(" ")[0]} --help\n`,
    );
  });

  test.each([
    ["export --snapshot latest --bukcet b", "unknown option '--bukcet'", "did you mean --bucket?"],
    ["get --cluser a", "unknown option '--cluser'", "did you mean --cluster?"],
    ["list --clientpw=5f0c9d3e", "unknown option '--clientpw'", "see:"],
    ["list b", "too many arguments for 'list'. Expected 0 arguments but got 1", "see:"],
  ])("%s has something unknown, which is reported before what is missing", async (args, what, todo) => {
    const { exitCode, stderr } = await run(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error: ${what}\n`);
    expect(stderr).toContain(`   do: ${todo}`);
  });

  test.each([
    ["list --cluster a --cluster b", "'--cluster a' and '--cluster b' cannot both be given"],
    ["list --cluster a --cluster=a", "'--cluster a' and '--cluster a' cannot both be given"],
    ["wait 1 --timeout 1h --timeout 2h", "'--timeout 1h' and '--timeout 2h' cannot both be given"],
    ["wait 1 --interval 15s --interval 20s", "'--interval 15s' and '--interval 20s' cannot both be given"],
    ["mock --port 0 --port 1", "'--port 0' and '--port 1' cannot both be given"],
    ["buckets --auth api-key --auth api-key", "'--auth api-key' and '--auth api-key' cannot both be given"],
    [
      "export --idempotency-key a --no-idempotency-key",
      "'--idempotency-key a' and '--no-idempotency-key' cannot both be given",
    ],
    [
      "buckets --base-url https://u:5f0c9d3e@a.example --base-url https://b.example",
      "'--base-url https://…@a.example' and '--base-url https://b.example' cannot both be given",
    ],
  ])("%s is refused", async (args, what) => {
    const { exitCode, stderr } = await run(args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`error: ${what}\n  why: this option is given once\n`);
  });

  test("refuses every flag that takes one value and is given twice", async () => {
    const values: Record<string, string> = {
      duration: "1h",
      kind: "api-key",
      number: "0",
      steps: "queued:1s,failed",
      "key=value": "",
    };
    for (const command of ["export", "wait", "get", "list", "snapshots", "buckets", "login", "mock"]) {
      const { stdout } = await run(`${command} --help`);
      const flags = [...stdout.matchAll(/(--[\w-]+) <([\w=]+)>/g)];
      for (const [, flag = "", placeholder = ""] of flags) {
        if (flag === "--data") continue;
        const once = `${flag} ${values[placeholder] ?? "a"}`;
        const { stderr } = await run(`${command} ${once} ${once}`);
        expect(stderr).toContain(`error: '${once}' and '${once}' cannot both be given\n`);
      }
    }
  });

  test("takes a switch that is given twice, and several --data", async () => {
    const env = { MONGODB_ATLAS_CLIENT_ID: "", MONGODB_ATLAS_CLIENT_SECRET: "" };
    const args = "export --cluster a --snapshot latest --bucket b --data a=1 --data b=2 --wait --wait";
    expect((await run(args, env)).stderr).toContain("error: there is no credential to sign in with\n");
  });

  test("does not repeat what follows an unknown flag: it may be a secret", async () => {
    const { stderr } = await run("list --cluster a --clientpw=5f0c9d3e");
    expect(stderr).toContain("error: unknown option '--clientpw'\n");
  });

  test("is one document, too, with --json", async () => {
    const { documents } = await run("lst --json");
    expect(documents).toMatchObject([{ type: "error", exitCode: 2, what: "unknown command 'lst'" }]);
  });
});

describe("an empty value, such as a variable leaves that is not set,", () => {
  test("is told as one", async () => {
    const { exitCode, stdout, stderr } = await run("list --cluster a --base-url=");
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toBe(`error: option '--base-url <url>' argument '' is invalid
  why: It must not be empty; a variable that it comes from may not be set.
   do: see: atlas-snapshot-export list --help
`);
  });

  test("is refused for every flag that takes one", async () => {
    const flagsOf = (help: string) => [...help.matchAll(/--[\w-]+ <[\w=]+>/g)].map(([flag]) => flag);
    for (const command of ["export", "wait", "get", "list", "snapshots", "buckets", "login", "mock"]) {
      const flags = flagsOf((await run(`${command} --help`)).stdout);
      expect(flags.length, command).toBeGreaterThan(0);
      for (const flag of flags) {
        const { exitCode, stderr } = await run(`${command} ${flag.replace(/ .*/, "=")}`);
        expect(exitCode, `${command} ${flag}`).toBe(2);
        expect(stderr).toContain(`error: option '${flag}' argument '' is invalid\n`);
      }
    }
  });
});

describe("help", () => {
  test("goes to stdout with exit code 0, and has every exit code in it", async () => {
    const { exitCode, stdout, stderr } = await run("--help");
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    for (const meaning of Object.values(exitCodeMeanings)) expect(stdout).toContain(`  ${meaning}\n`);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  test("is what a call without a command gets, on stderr with exit code 2", async () => {
    const { exitCode, stdout, stderr } = await run("");
    expect(exitCode).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain("Usage: atlas-snapshot-export");
  });
});

describe("what is missing in the environment", () => {
  const account = { MONGODB_ATLAS_CLIENT_ID: "mdb_sa_id_1", MONGODB_ATLAS_CLIENT_SECRET: "mdb_sa_sk_1" };

  test("is a project", async () => {
    const { exitCode, stderr } = await run("list --cluster a", account);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("neither --project nor MONGODB_ATLAS_PROJECT_ID says which");
  });

  test("is a project whose variable has another name", async () => {
    const env = { ...account, MONGODB_ATLAS_GROUP_ID: "65f0c2a84d1b3e7a9c5d2f10" };
    const { stderr } = await run("list --cluster a", env);
    expect(stderr).toContain("; there is MONGODB_ATLAS_GROUP_ID (did you mean MONGODB_ATLAS_PROJECT_ID?)\n");
    expect(stderr).not.toContain("65f0c2a84d1b3e7a9c5d2f10");
  });

  test.each([
    ["ftp://cloud.mongodb.com", "it must be https, or http to this machine, not ftp://cloud.mongodb.com"],
    [
      "http://cloud.mongodb.com",
      "it must be https, or http to this machine, not http://cloud.mongodb.com; for a mock in another container, set MONGODB_ATLAS_ALLOW_INSECURE_HTTP=true, which sends credentials unencrypted",
    ],
    ["cloud.mongodb.com", "it must be an absolute URL, such as https://cloud.mongodb.com"],
    [
      "https://user:5f0c9d3e@cloud.mongodb.com",
      "it must have no user name, query or fragment: https://cloud.mongodb.com/",
    ],
  ])("is a usable address: %s", async (url, why) => {
    const env = { ...account, MONGODB_ATLAS_PROJECT_ID: "65f0c2a84d1b3e7a9c5d2f10" };
    const fromVariable = await run("list --cluster a", { ...env, MONGODB_ATLAS_BASE_URL: url });
    expect(fromVariable.exitCode).toBe(2);
    expect(fromVariable.stderr).toContain(`error: MONGODB_ATLAS_BASE_URL cannot be used\n  why: ${why}\n`);
    const fromFlag = await run(`list --cluster a --base-url ${url}`, env);
    expect(fromFlag.stderr).toContain(`error: --base-url cannot be used\n  why: ${why}\n`);
  });
});
