import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A server as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Runs a script with Node, and is back as soon as it has printed on what URL it listens. The rest of what it prints is
 * read and dropped.
 *
 * @throws Error with what it printed, when it ends instead
 */
export async function startServer(script: string, ...args: string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const kill = (): void => void child.kill();
  process.once("exit", kill);
  const ended = once(child, "close");
  const url = await addressOf(child);
  return {
    url,
    async close() {
      process.off("exit", kill);
      kill();
      await ended;
    },
  };
}

const LISTENS = /listen(?:s|ing) on (https?:\/\/[\w.:[\]-]+)/;

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    let isUp = false;
    const read = (text: string): void => {
      if (isUp) return;
      printed += text;
      const [, url] = LISTENS.exec(printed) ?? [];
      if (url === undefined) return;
      isUp = true;
      resolve(url);
    };
    child.stdout?.setEncoding("utf8").on("data", read);
    child.stderr?.setEncoding("utf8").on("data", read);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`${child.spawnargs.join(" ")} did not start:\n${printed}`)));
  });
}
