#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { type Command, parseCommand, USAGE } from "./command.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import { describeRequest, describeStart } from "./report.ts";
import { type Mock, startMock } from "./start-mock.ts";

for (const stream of [process.stdout, process.stderr]) {
  // Whoever read it has seen enough (`… | head -1`): the mock goes on serving.
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

type Listening = Extract<Command, { kind: "start" }>;

await run();

async function run(): Promise<void> {
  const command = parseCommand(process.argv.slice(2));
  switch (command.kind) {
    case "help":
      return print(USAGE);
    case "version":
      return print(`${packageVersion()}\n`);
    case "wrong":
      return fail(2, `${command.message}\nSee --help.`);
    case "start":
      return serveUntilStopped(command);
  }
}

async function serveUntilStopped({ host, port, cors }: Listening): Promise<void> {
  let mock: Mock;
  try {
    const onRequest = (request: RecordedRequest) => print(`${describeRequest(request)}\n`);
    mock = await startMock({ host, port, cors, onRequest });
  } catch (error) {
    return fail(1, reasonOf(error, host, port));
  }
  print(describeStart(mock, host));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void mock.close());
}

function reasonOf(error: unknown, host: string, port: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE")
    return `Port ${port} of ${host} is in use. Choose another, or leave --port out for a free one.`;
  return `Cannot listen on port ${port} of ${host}: ${message}`;
}

function packageVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function print(text: string): void {
  process.stdout.write(text);
}

function fail(exitCode: number, message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
