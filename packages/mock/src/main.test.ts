import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import { JOBS } from "../test/call.ts";
import { startMock } from "./index.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
/** The end of what is printed at start: a call to paste. */
const START = /^(curl .*\\\n.*\n)/m;
const hasCurl = spawnSync("curl", ["--version"]).status === 0;
const exec = promisify(execFile);

interface RunningCommand {
  child: ChildProcess;
  /** What it printed, as soon as that matches. */
  printed(until: RegExp): Promise<string>;
}

function startCommand(...args: string[]): RunningCommand {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  const printed = async (until: RegExp): Promise<string> => {
    while (!until.test(output)) await once(child.stdout, "data");
    return output;
  };
  return { child, printed };
}

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8", timeout: 30_000 });
}

describe("the command", { timeout: 60_000 }, () => {
  test("prints where it listens and how to sign in, then each request, and ends by Ctrl-C", async () => {
    const { child, printed } = startCommand();
    const start = await printed(START);
    expect(start).toContain("mdb_sa_id_000000000000000000000000 / mock_client_secret");
    expect(start).toContain("mockpubl / mock-private-key");
    await fetch(/http:\/\/127\.0\.0\.1:\d+/.exec(start)?.[0] + JOBS);
    await printed(/401 GET \/api\S+ listBackupExportJobs\n/);
    const exited = once(child, "exit");
    child.kill("SIGINT");
    expect(await exited).toEqual([0, null]);
  });

  test("on every address, prints the one of this machine and how others reach it", async () => {
    const start = await startCommand("--host", "0.0.0.0").printed(START);
    const [url, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(start) ?? [];
    expect((await fetch(url + JOBS)).status).toBe(401);
    expect(start).toContain(
      `\nOther machines and containers reach it as http://<name of this one>:${port}.\n`,
    );
  });

  test("lets pages of other origins call it with --cors", async () => {
    const start = await startCommand("--cors").printed(START);
    const { headers } = await fetch(/http:\/\/127\.0\.0\.1:\d+/.exec(start)?.[0] + JOBS);
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  test("goes on serving when nobody reads what it prints any more", async () => {
    const { child, printed } = startCommand();
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(await printed(START))?.[0];
    child.stdout?.destroy();
    for (const _ of [1, 2]) expect((await fetch(`${url}/nothing`)).status).toBe(404);
    const exited = once(child, "exit");
    child.kill("SIGINT");
    expect(await exited).toEqual([0, null]);
  });

  test.runIf(hasCurl)("prints a curl line that works", async () => {
    const [, line = ""] = START.exec(await startCommand().printed(START)) ?? [];
    const { stdout } = await exec("sh", ["-c", line]);
    expect(JSON.parse(stdout)).toMatchObject({ results: [] });
  });

  test("tells a port that is in use, with exit code 1", async () => {
    await using mock = await startMock();
    const { port } = new URL(mock.url);
    const { status, stderr } = run("--port", port);
    expect(status).toBe(1);
    expect(stderr).toBe(
      `Port ${port} of 127.0.0.1 is in use. Choose another, or leave --port out for a free one.\n`,
    );
  });

  test.each([
    [["--prt", "4010"], "Unknown option '--prt'"],
    [["--port", "x"], "--port takes a number from 0 to 65535, e.g. --port 4010; not x."],
    [["--port", "65536"], "--port takes a number from 0 to 65535"],
    // As an unset variable leaves it; Node would listen on every address.
    [["--host", ""], "--host takes a name or an address, e.g. --host 127.0.0.1; not an empty one."],
    [["extra"], "Unexpected argument 'extra'"],
    [["--port"], "argument missing"],
  ])("tells what is wrong with %j, with exit code 2 and without a stack", (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("tells its version and its usage", () => {
    expect(run("--version").stdout).toBe(`${packageJson.version}\n`);
    const { status, stdout } = run("--help");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: npx @atlas-snapshot-export\/mock/);
  });
});
