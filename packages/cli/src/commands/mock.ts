import { once } from "node:events";
import type { Mock, RecordedRequest } from "@atlas-snapshot-export/mock";
import type { Command, Context } from "../context.ts";
import { exitCodes } from "../exit-code.ts";
import { CommandFailure, usageFailure } from "../failure.ts";
import type { JobStep } from "../job-steps.ts";
import { example } from "../mock-example.gen.ts";
import { programCall } from "../program-call.ts";

export interface MockOptions {
  host: string;
  port: number;
  job?: JobStep[] | undefined;
}

/** Serves the mock until Ctrl-C, and says how to point this program at it. */
export const serveMock: Command<MockOptions> = async (context, options) => {
  const { output, world } = context;
  const running = await start(context, options);
  const { url, credentials } = running;
  const { groupId: project, clusterName: cluster } = example;
  output.result({ type: "mock", url, credentials, project, cluster }, () =>
    startLines(running, options.host, programCall(world.env)),
  );
  if (!world.signal.aborted) await once(world.signal, "abort");
  await running.close();
  return exitCodes.done;
};

async function start({ output }: Context, { host, port, job }: MockOptions): Promise<Mock> {
  const { startMock } = await loadMock();
  try {
    return await startMock({
      host,
      port,
      // The mock itself says which names there are.
      ...(job ? { scenario: { job: job as never } } : {}),
      onRequest: (request) => output.note(requestLine(request)),
    });
  } catch (error) {
    throw startFailure(error, host, port) ?? error;
  }
}

/** What is wrong with the steps or the address; anything else is a fault of the mock. */
function startFailure(error: unknown, host: string, port: number): CommandFailure | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof TypeError) {
    const todo = "see: atlas-snapshot-export mock --help";
    return usageFailure("the job's steps cannot be played", message, todo);
  }
  if (code === "EADDRINUSE") {
    const todo = "choose another, or leave --port out for a free one";
    return usageFailure(`port ${port} of ${host} is in use`, "another program listens there", todo);
  }
  if (code === undefined) return undefined;
  const todo = "choose another with --host and --port";
  return usageFailure(`the mock cannot listen on port ${port} of ${host}`, message, todo);
}

/** With Prism in it the mock is many times as large as this program, so only those install it who want it. */
async function loadMock(): Promise<typeof import("@atlas-snapshot-export/mock")> {
  try {
    return await import("@atlas-snapshot-export/mock");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new CommandFailure(
      {
        exitCode: exitCodes.usage,
        what: "the mock is not installed",
        why: "it is a package of its own, which this one does not bring along",
        todo: "npm install @atlas-snapshot-export/mock beside this package, or run: npx @atlas-snapshot-export/mock",
      },
      cause,
    );
  }
}

/** The hosts that stand for every address of this machine. */
const everyAddress = ["0.0.0.0", "::"];

function startLines(
  { url, credentials: { clientId, clientSecret } }: Mock,
  host: string,
  call: string,
): string[] {
  const { port } = new URL(url);
  const fromOthers = [
    "In another container, in place of the first line:",
    "",
    `export MONGODB_ATLAS_BASE_URL=http://<name of this one>:${port} MONGODB_ATLAS_ALLOW_INSECURE_HTTP=true`,
    "",
  ];
  const { groupId, clusterName, exportBucketId } = example;
  return [
    `The mock listens on ${url} (Ctrl-C ends it). To use it, in another terminal:`,
    "",
    `export MONGODB_ATLAS_BASE_URL=${url}`,
    `export MONGODB_ATLAS_PROJECT_ID=${groupId}`,
    `export MONGODB_ATLAS_CLIENT_ID=${clientId}`,
    `export MONGODB_ATLAS_CLIENT_SECRET=${clientSecret}`,
    `${call} export --cluster ${clusterName} --snapshot latest --bucket ${exportBucketId} --wait --interval 1s`,
    "",
    ...(everyAddress.includes(host) ? fromOthers : []),
  ];
}

function requestLine({ method, path, status, operationId }: RecordedRequest): string {
  return [status ?? "---", method, path, operationId].filter(Boolean).join(" ");
}
