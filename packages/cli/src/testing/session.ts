import { readFileSync } from "node:fs";
import {
  type Mock,
  type MockOptions,
  startMock,
  type TestClock,
  testClock,
} from "@atlas-snapshot-export/mock";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Document } from "../documents.ts";
import type { ExitCode } from "../exit-code.ts";
import { example } from "../mock-example.gen.ts";
import { run } from "../run.ts";
import type { Environment, OutputStream, World } from "../world.ts";
import { seed } from "./jobs.ts";

/** A mock, and the program at work against it in this process, on a clock that needs no waiting. */
export interface Session extends AsyncDisposable {
  readonly mock: Mock;
  readonly clock: TestClock;
  run(args: string, options?: RunOptions): Promise<Ran>;
}

export interface RunOptions {
  /** Besides the mock's address, project and service account; undefined takes one of those away. */
  env?: Environment;
  /** The width of the terminal that both streams are; no terminal by default. */
  terminal?: number;
  signal?: AbortSignal;
  fetch?: World["fetch"];
  /** @default "on" */
  proxies?: World["proxies"];
  clock?: World["clock"];
  /** The jobs in documents may break the schema, as what the service sends does; nothing else may. */
  hasOddJobs?: boolean;
  /** Every document may break the schema. */
  hasAnyDocuments?: boolean;
  /** Told of everything that is written to either stream. */
  onWrite?: (text: string) => void;
}

export interface Ran {
  exitCode: ExitCode;
  stdout: string;
  stderr: string;
  /** What `--json` printed. */
  documents: Document[];
}

export async function session(options: MockOptions = {}): Promise<Session> {
  const clock = testClock();
  const mock = await startMock({ clock, ...options });
  const { url, credentials } = mock;
  const ownEnv = {
    MONGODB_ATLAS_BASE_URL: url,
    MONGODB_ATLAS_PROJECT_ID: example.groupId,
    MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
    MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
  };
  return {
    mock,
    clock,
    run: (args, { env, ...rest } = {}) =>
      runIn({ ...ownEnv, ...env }, args, { clock, fetch: clock.fetch }, rest),
    [Symbol.asyncDispose]: () => mock.close(),
  };
}

/** The program on its own, with nothing in its environment but what is given. */
export async function runIn(
  env: Environment,
  args: string,
  time: Pick<World, "clock" | "fetch">,
  {
    terminal,
    signal = new AbortController().signal,
    fetch = time.fetch,
    clock = time.clock,
    proxies = "on",
    hasOddJobs = false,
    hasAnyDocuments = false,
    onWrite = () => {},
  }: RunOptions = {},
): Promise<Ran> {
  const stdout = sink(terminal, onWrite);
  const stderr = sink(terminal, onWrite);
  const words = args.split(" ").filter(Boolean);
  const exitCode = await run(words, { env, stdout, stderr, clock, fetch, proxies, random, signal });
  const documents = words.includes("--json")
    ? documentsIn(stdout.text(), { hasOddJobs, hasAnyDocuments })
    : [];
  return { exitCode, stdout: stdout.text(), stderr: stderr.text(), documents };
}

/** In the middle, so that each wait has its length. */
const random = () => 0.5;

function sink(
  columns: number | undefined,
  onWrite: (text: string) => void,
): OutputStream & { text(): string } {
  const written: string[] = [];
  const write = (text: string, done: () => void) => {
    written.push(text);
    onWrite(text);
    done();
  };
  return { write, isTTY: columns !== undefined, columns, text: () => written.join("") };
}

const schema = JSON.parse(
  readFileSync(new URL("../../generated/output.schema.json", import.meta.url), "utf8"),
) as object;
const isDocument = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);

/** One document a line, each as the published schema says. */
function documentsIn(
  stdout: string,
  { hasOddJobs, hasAnyDocuments }: Required<Pick<RunOptions, "hasOddJobs" | "hasAnyDocuments">>,
): Document[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const document: unknown = JSON.parse(line);
      const checked = hasOddJobs && "job" in Object(document) ? { ...Object(document), job: seed } : document;
      if (!hasAnyDocuments && !isDocument(checked))
        throw new Error(`breaks output.schema.json: ${line}\n${JSON.stringify(isDocument.errors)}`);
      return document as Document;
    });
}
