import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A server from the operating system's packages, as a process of the test's own. */
export interface ServerProcess extends AsyncDisposable {
  readonly url: string;
  /** Ends it, and answers with its log. */
  stop(): Promise<string>;
}

/** Where a server is to listen, and where it may keep its files. */
export interface Place {
  port: number;
  directory: string;
  logFile: string;
}

/** Writes what the server needs into the directory, and answers with the arguments that keep it in the foreground. */
type Prepare = (place: Place) => Promise<string[]>;

/** Starts a server on a free port of this machine; back as soon as it takes connections. */
export async function serverProcess(command: string, prepare: Prepare): Promise<ServerProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await start(command, prepare);
    if (typeof started !== "string") return started;
    // Somebody else may have been given the port since it was found to be free.
    if (attempt === 3) throw new Error(`${command} does not start: ${started}`);
  }
}

/** The path of the first of these programs that is installed. Those for root are found by others too. */
export function installed(...names: string[]): string | undefined {
  const directories = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return names
    .flatMap((name) => directories.map((directory) => join(directory, name)))
    .find((path) => isThere(path, constants.X_OK));
}

export function isThere(path: string, mode: number = constants.R_OK): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** The server, or why there is none. */
async function start(command: string, prepare: Prepare): Promise<ServerProcess | string> {
  const directory = await mkdtemp(join(tmpdir(), "server-process-"));
  // A server that root starts reads its files as somebody else.
  await chmod(directory, 0o755);
  const port = await freePort();
  const logFile = join(directory, "log");
  const child = spawn(command, await prepare({ port, directory, logFile }), { stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  let hasEnded = false;
  const ended = once(child, "close").finally(() => (hasEnded = true));
  const log = () => readFile(logFile, "utf8").catch(() => "");

  async function stop(): Promise<string> {
    child.kill();
    await ended;
    const text = await log();
    await rm(directory, { recursive: true, force: true });
    return text;
  }

  const isUp = await takesConnections(port, () => hasEnded);
  if (!isUp) return `${output}${await stop()}`;
  return {
    url: `http://127.0.0.1:${port}`,
    stop,
    async [Symbol.asyncDispose]() {
      if (!hasEnded) await stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== "object" || !address) throw new Error("no port is free");
  return address.port;
}

const startsWithinMs = 20_000;
const looksEveryMs = 10;

async function takesConnections(port: number, hasEnded: () => boolean): Promise<boolean> {
  for (const until = Date.now() + startsWithinMs; Date.now() < until && !hasEnded(); ) {
    const socket = connect(port, "127.0.0.1");
    const isConnected = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isConnected) return true;
    await sleep(looksEveryMs);
  }
  return false;
}
