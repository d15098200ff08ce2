import { type ChildProcess, type StdioOptions, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Mock, startMock } from "@atlas-snapshot-export/mock";
import { describe, expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { halfAnHour, seed } from "./testing/jobs.ts";
import { oddService } from "./testing/odd-service.ts";
import { startProxy } from "./testing/proxy.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const hasScript = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux");
if (!hasScript) console.warn("what a terminal shows (skipped: needs script, of util-linux)");

/** The program as a process of its own, with nothing in its environment but what is given. */
function start(args: string[], env: Record<string, string>, stdio: StdioOptions = "pipe"): RunningProgram {
  return watch(spawn(process.execPath, [main, ...args], { env, stdio }));
}

/** The same with a terminal on all three of its streams; in a pipe where another program is given to read from it. */
function startInTerminal(args: string[], env: Record<string, string>, reader?: string): RunningProgram {
  const words = [process.execPath, main, ...args].map((word) => `'${word}'`).join(" ");
  const command = reader ? `${words} | ${reader}` : `exec ${words}`;
  return watch(
    spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
      env: { ...env, TERM: "xterm" },
    }),
  );
}

interface RunningProgram {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  /** Comes when either stream has it. */
  printed(text: RegExp): Promise<void>;
  ended: Promise<number | null>;
}

function watch(child: ChildProcess): RunningProgram {
  onTestFinished(() => void child.kill("SIGKILL"));
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
      child.emit("printed");
    });
  }
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    async printed(text) {
      while (!text.test(texts.stdout + texts.stderr)) await once(child, "printed");
    },
    ended,
  };
}

async function serve(end: Parameters<typeof halfAnHour>[0] = "successful") {
  const mock = await startMock({ scenario: { job: halfAnHour(end) } });
  onTestFinished(() => mock.close());
  const { id } = mock.addJob(seed);
  return { mock, env: environmentOf(mock), id: String(id) };
}

function environmentOf({ url, credentials }: Mock) {
  return {
    MONGODB_ATLAS_BASE_URL: url,
    MONGODB_ATLAS_PROJECT_ID: seed.groupId,
    MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
  };
}

describe("the program as a process", () => {
  test("tells its version", async () => {
    const program = start(["--version"], {});
    expect(await program.ended).toBe(0);
    expect(program.stdout()).toBe(`${packageJson.version}\n`);
  });

  test("ends with the command's exit code", async () => {
    const { env } = await serve();
    expect(await start(["list", "--cluster", seed.clusterName], env).ended).toBe(0);
    expect(await start(["list"], env).ended).toBe(2);
    expect(await start(["get", seed.snapshotId, "--cluster", seed.clusterName], env).ended).toBe(4);
  });

  test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "%s ends a wait with exit code 130 and how to go on",
    async (signal) => {
      const { env, id } = await serve();
      const program = start(["wait", id, "--cluster", seed.clusterName], env);
      await program.printed(/Queued/);
      program.child.kill(signal);
      expect(await program.ended).toBe(130);
      expect(program.stderr()).toContain(`atlas-snapshot-export wait ${id} --project ${seed.groupId}`);
    },
  );

  test("a run that is killed before it knows of its job is resumed by the key that it printed", async () => {
    const mock = await startMock({
      scenario: {
        job: [{ example: "successful" }],
        faults: [{ on: "createBackupExportJob", request: 1, kind: "silentAfter" }],
      },
      onRequest({ operationId }) {
        if (operationId === "createBackupExportJob") lost.child.kill("SIGKILL");
      },
    });
    onTestFinished(() => mock.close());
    const env = environmentOf(mock);
    const target = ["--cluster", seed.clusterName, "--snapshot", "latest", "--bucket", seed.exportBucketId];
    const lost = start(["export", ...target], env);
    expect(await lost.ended).toBeNull();
    const [flag = "", key = ""] = /--idempotency-key \S+/.exec(lost.stderr())?.[0].split(" ") ?? [];
    const next = start(["export", ...target, flag, key], env);
    expect(await next.ended, next.stderr()).toBe(0);
    expect(next.stderr()).toContain(`export job ${mock.jobs[0]?.id} was created before`);
    expect(mock.jobs).toHaveLength(1);
  });

  test("SIGHUP ends the mock as Ctrl-C does", async () => {
    const program = start(["mock"], {});
    await program.printed(/The mock listens/);
    program.child.kill("SIGHUP");
    expect(await program.ended).toBe(0);
  });

  test("Ctrl-C while the token is given back ends the command as it ended", async () => {
    const { env } = await serve();
    let onRevoke = () => {};
    const isAsked = new Promise<void>((resolve) => {
      onRevoke = resolve;
    });
    const url = await oddService({ results: [] }, () => onRevoke());
    const variables = { ...env, MONGODB_ATLAS_BASE_URL: url };
    const program = start(["list", "--cluster", seed.clusterName], variables);
    await isAsked;
    program.child.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(program.stdout()).toBe("no export jobs\n");
    expect(program.stderr()).toBe("");
  });

  test("a reader who has seen enough is no failure", async () => {
    const { env } = await serve();
    const program = start(["list", "--cluster", seed.clusterName], env);
    program.child.stdout?.destroy();
    expect(await program.ended).toBe(0);
    expect(program.stderr()).toBe("");
  });

  test("says how to install the mock where it is missing", async () => {
    const hooks = `import { registerHooks } from "node:module";
      registerHooks({ resolve(name, context, next) {
        return next(name === "@atlas-snapshot-export/mock" ? name + "-missing" : name, context);
      } });`;
    const preload = `data:text/javascript,${encodeURIComponent(hooks)}`;
    const { status, stderr } = spawnSync(process.execPath, ["--import", preload, main, "mock"], {
      encoding: "utf8",
    });
    expect(status).toBe(2);
    expect(stderr).toContain("npm install @atlas-snapshot-export/mock");
  });
});

const hasFullDisk = existsSync("/dev/full");
if (!hasFullDisk) console.warn("what a full disk does (skipped: needs /dev/full, of Linux)");

describe.runIf(hasFullDisk)("on a full disk", () => {
  const full = hasFullDisk ? openSync("/dev/full", "w") : 0;

  async function serveJob(state: "successful" | "failed") {
    const mock = await startMock({
      scenario: { job: [{ example: "queued", forMs: 100 }, { example: state }] },
    });
    onTestFinished(() => mock.close());
    return { mock, env: environmentOf(mock) };
  }

  const exportAndWait = [
    ...["export", "--cluster", seed.clusterName, "--snapshot", "latest", "--bucket", seed.exportBucketId],
    ...["--wait", "--interval", "100ms"],
  ];

  test("a result that cannot be written is told as every error is", async () => {
    const { env } = await serve();
    const program = start(["list", "--cluster", seed.clusterName], env, ["ignore", full, "pipe"]);
    expect(await program.ended).toBe(1);
    expect(program.stderr()).toBe(`error: the output could not be written
  why: stdout: ENOSPC: no space left on device, write
   do: make room for it, or send it elsewhere; what the command has done is done all the same
`);
  });

  test("an export is followed to its end, and told on stderr instead of in documents", async () => {
    const { mock, env } = await serveJob("successful");
    const program = start([...exportAndWait, "--json"], env, ["ignore", full, "pipe"]);
    expect(await program.ended).toBe(1);
    expect(program.stderr()).toContain(`export job ${mock.jobs[0]?.id} is created\n`);
    expect(program.stderr()).toMatch(/^\d+:\d\d {2}Successful$/m);
    expect(program.stderr()).toContain("error: the output could not be written\n");
  });

  test("a command that fails ends with its own exit code", async () => {
    const { mock, env } = await serveJob("failed");
    const program = start(exportAndWait, env, ["ignore", full, "pipe"]);
    expect(await program.ended).toBe(6);
    expect(program.stderr()).toContain(`error: export job ${mock.jobs[0]?.id} failed\n`);
    expect(program.stderr()).toContain("the output could not be written: stdout: ENOSPC");
  });

  test("without room for stderr an export is followed to its end, and the loss is the last document", async () => {
    const { mock, env } = await serveJob("successful");
    const program = start([...exportAndWait, "--json", "--debug"], env, ["ignore", "pipe", full]);
    expect(await program.ended).toBe(1);
    const documents = program
      .stdout()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(documents.slice(-2)).toMatchObject([
      { type: "ended", outcome: "successful", job: { id: mock.jobs[0]?.id } },
      { type: "error", exitCode: 1, why: "stderr: ENOSPC: no space left on device, write" },
    ]);
  });
});

// https://nodejs.org/api/cli.html#node_use_env_proxy1
const takesProxies = process.allowedNodeEnvironmentFlags.has("--use-env-proxy");
if (!takesProxies) console.warn("what goes through a proxy (skipped: needs Node 22.21, 24.5 or newer)");

describe.runIf(takesProxies)("with NODE_USE_ENV_PROXY=1", () => {
  test("the program goes through HTTP_PROXY", async () => {
    const { mock, env } = await serve();
    const { url, hosts } = await startProxy();
    const variables = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: url };
    const program = start(["list", "--cluster", seed.clusterName], { ...env, ...variables });
    expect(await program.ended, program.stderr()).toBe(0);
    expect(hosts).toEqual(new Set([new URL(mock.url).host]));
  });

  test("the program goes past it where NO_PROXY says so", async () => {
    const { env } = await serve();
    const { url, hosts } = await startProxy();
    const variables = { NODE_USE_ENV_PROXY: "1", HTTP_PROXY: url, NO_PROXY: "127.0.0.1" };
    const program = start(["list", "--cluster", seed.clusterName], { ...env, ...variables });
    expect(await program.ended, program.stderr()).toBe(0);
    expect(hosts).toEqual(new Set());
  });

  test("a proxy that wants credentials is named with what to do, and shows none", async () => {
    const { env } = await serve();
    const { url, hosts } = await startProxy({ tunnelStatus: 407 });
    const variables = {
      NODE_USE_ENV_PROXY: "1",
      HTTPS_PROXY: url.replace("//", "//user:pr0xy-s3cret@"),
      MONGODB_ATLAS_BASE_URL: "https://atlas.example",
    };
    const program = start(["list", "--cluster", seed.clusterName, "--debug"], { ...env, ...variables });
    expect(await program.ended).toBe(9);
    expect(hosts).toEqual(new Set(["atlas.example:443"]));
    expect(program.stderr()).toMatch(
      /^ {2}why: .*the connection failed \(PROXY_407\): proxy refused the tunnel: 407$/m,
    );
    expect(program.stderr()).toMatch(/^ {3}do: give the proxy's user name and password in HTTPS_PROXY\b/m);
    expect(program.stderr()).not.toContain("pr0xy-s3cret");
  });
});

test("a proxy that Node ignores is reported before anything else", async () => {
  const { env } = await serve();
  const variables = { HTTPS_PROXY: "http://127.0.0.1:1", MONGODB_ATLAS_BASE_URL: "https://nowhere.invalid" };
  const program = start(["list", "--cluster", seed.clusterName], { ...env, ...variables });
  expect(await program.ended).toBe(9);
  expect(program.stderr()).toMatch(/^warning: HTTPS_PROXY is ignored\b.*\bNODE_USE_ENV_PROXY=1\nerror: /);
});

describe.runIf(hasScript)("in a terminal", () => {
  test("Ctrl-C leaves the live line empty and the cursor where it begins", async () => {
    const { env, id } = await serve();
    const program = startInTerminal(["wait", id, "--cluster", seed.clusterName], env);
    await program.printed(/\d:\d\d/);
    program.child.stdin?.write("\u0003");
    expect(await program.ended).toBe(130);
    const [, told = ""] = program.stdout().split("^C");
    expect(told).toContain(
      `\r\u001b[K\u001b[31merror:\u001b[39m the wait for export job ${id} was interrupted\r\n`,
    );
    expect(told).toMatch(/--cluster orders-prod\r\n$/);
    expect(program.stdout()).not.toContain("\u001b[?25l");
  });

  test("piped documents leave each line of the terminal to one text", async () => {
    const mock = await startMock({
      scenario: { job: [{ example: "queued", forMs: 500 }, { example: "successful" }] },
    });
    onTestFinished(() => mock.close());
    const { id } = mock.addJob(seed);
    const args = ["wait", String(id), "--cluster", seed.clusterName, "--json", "--interval", "100ms"];
    const program = startInTerminal(args, environmentOf(mock), "cat");
    expect(await program.ended).toBe(0);
    const lines = program.stdout().trimEnd().split("\r\n");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^(\{"type":"(progress|ended)",.*\}|\d:\d\d {2}\w+)$/);
  });

  test("NO_COLOR takes every colour away", async () => {
    const { env, id } = await serve();
    const program = startInTerminal(["get", id, "--cluster", seed.clusterName], { ...env, NO_COLOR: "1" });
    expect(await program.ended).toBe(0);
    expect(program.stdout()).toContain("Queued");
    expect(program.stdout()).not.toContain("\u001b[");
  });
});
