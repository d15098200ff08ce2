import type { CustomDataEntry } from "@atlas-snapshot-export/client";
import {
  Command,
  type CommandUnknownOpts,
  InvalidArgumentError,
  Option,
  type OptionValues,
} from "@commander-js/extra-typings";
import type { Command as Run } from "./context.ts";
import { parseEntry } from "./custom-data.ts";
import { parseDuration } from "./duration.ts";
import { exitCodeMeanings, exitCodes } from "./exit-code.ts";
import { parseJobSteps } from "./job-steps.ts";
import type { Output } from "./output.ts";
import { version } from "./version.ts";

/** Runs a command, which is loaded only now; `what` is what to say when it does not work. */
export type Perform = <Options>(
  what: string,
  load: () => Promise<Run<Options>>,
  options: Options,
) => Promise<void>;

/** The commands and their flags. What a command does is in the file of its name below `commands/`. */
export function createProgram(output: Output, perform: Perform): CommandUnknownOpts {
  const program = new Command("atlas-snapshot-export")
    .exitOverride()
    .configureOutput({
      writeOut: output.help,
      // Only the help that a call without a command gets: errors are told by whoever runs the program.
      writeErr: (text) => output.note(text.trimEnd()),
      outputError: () => {},
      getOutHelpWidth: () => output.helpColumns,
      getErrHelpWidth: () => output.helpColumns,
    })
    .description("Exports MongoDB Atlas backup snapshots to your own object store.")
    .version(version(), "--version", "show the version")
    .helpOption("-h, --help", "show this text")
    .helpCommand(false)
    .addHelpText("after", () => `\n${environmentHelp}\n\n${exitCodeHelp()}`);

  waiting(connecting(program.command("export")))
    .description("export a snapshot: check, create, and with --wait follow the job to its end")
    .addOption(cluster())
    .requiredOption("--snapshot <id>", "the snapshot's id, or: latest")
    .requiredOption("--bucket <id>", "the export bucket's id or name")
    .addOption(
      new Option("--data <key=value>", "write this into the .complete file; may be repeated").argParser(
        entries,
      ),
    )
    .option("--wait", "follow the job to its end")
    .option("--dry-run", "check everything, and create nothing")
    .option(
      "--idempotency-key <text>",
      "take up the job that was created with this key before, if there is one",
    )
    .option("--no-idempotency-key", "leave the custom data as it is, without a key")
    .action((options) =>
      perform(
        `snapshot ${options.snapshot} of cluster ${options.cluster} was not exported`,
        async () => (await import("./commands/export.ts")).startExport,
        options,
      ),
    );

  connecting(program.command("list"))
    .description("list the export jobs of a cluster")
    .addOption(cluster())
    .action((options) =>
      perform(
        `the export jobs of cluster ${options.cluster} could not be listed`,
        async () => (await import("./commands/list.ts")).list,
        options,
      ),
    );

  connecting(program.command("get"))
    .description("show one export job, however it stands")
    .argument("<id>", "the job's id")
    .addOption(cluster())
    .action((id, options) =>
      perform(`export job ${id} could not be read`, async () => (await import("./commands/get.ts")).get, {
        ...options,
        id,
      }),
    );

  waiting(connecting(program.command("wait")))
    .description("follow an export job to its end")
    .argument("<id>", "the job's id")
    .addOption(cluster())
    .action((id, options) =>
      perform(
        `export job ${id} could not be waited for`,
        async () => (await import("./commands/wait.ts")).wait,
        { ...options, id },
      ),
    );

  connecting(program.command("snapshots"))
    .description("list the snapshots of a cluster")
    .addOption(cluster())
    .option("--completed", "only those that are completed")
    .action((options) =>
      perform(
        `the snapshots of cluster ${options.cluster} could not be listed`,
        async () => (await import("./commands/snapshots.ts")).showSnapshots,
        options,
      ),
    );

  connecting(program.command("buckets"))
    .description("list the export buckets of the project")
    .action((options) =>
      perform(
        "the export buckets could not be listed",
        async () => (await import("./commands/buckets.ts")).listBuckets,
        options,
      ),
    );

  connecting(program.command("login"))
    .description("say which credential is used, for which project, and try what it may do")
    .option("--check", "try it, without changing anything")
    .option("--cluster <name>", "try what it may read of this cluster, too")
    .action((options) =>
      perform(
        "the credential could not be checked",
        async () => (await import("./commands/login.ts")).login,
        options,
      ),
    );

  program
    .command("mock")
    .description("serve a mock of the service on this machine, to try everything without an account")
    .addOption(new Option("--port <number>", "where to listen").argParser(port).default(0, "a free one"))
    .option("--host <address>", "where to listen", "127.0.0.1")
    .addOption(
      new Option("--job <steps>", "what every job goes through, such as queued:3s,inProgress:20s,failed")
        .argParser(jobSteps)
        .default(undefined, "queued:1s,inProgress:2s,successful"),
    )
    .addOption(json())
    .action((options) =>
      perform(
        "the mock could not be started",
        async () => (await import("./commands/mock.ts")).mock,
        options,
      ),
    );

  return program;
}

/** The flags of every command that talks to the service. */
function connecting<Args extends unknown[], Opts extends OptionValues, Global extends OptionValues>(
  command: Command<Args, Opts, Global>,
) {
  return command
    .option("--project <id>", "the project's id, if not in MONGODB_ATLAS_PROJECT_ID")
    .addOption(
      new Option("--auth <kind>", "which credential to use when there are two").choices([
        "service-account",
        "api-key",
      ] as const),
    )
    .option("--client-id <id>", "of the service account, if not in MONGODB_ATLAS_CLIENT_ID")
    .option("--public-key <key>", "of the API key, if not in MONGODB_ATLAS_PUBLIC_API_KEY")
    .option("--base-url <url>", "another host, if not in MONGODB_ATLAS_BASE_URL")
    .addOption(json())
    .option("--debug", "show requests and answers on stderr, without secrets");
}

/** The flags of every command that waits for a job. */
function waiting<Args extends unknown[], Opts extends OptionValues, Global extends OptionValues>(
  command: Command<Args, Opts, Global>,
) {
  return command
    .addOption(new Option("--timeout <duration>", "how long to wait, such as 2h").argParser(duration))
    .addOption(
      new Option("--interval <duration>", "how long between looks at first; it grows to four times that")
        .argParser(duration)
        .default(15_000, "15s"),
    );
}

function cluster() {
  return new Option("--cluster <name>", "the cluster's name").makeOptionMandatory();
}

function json() {
  return new Option("--json", "print JSON");
}

function duration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined) throw new InvalidArgumentError("A duration is written 2h, 90m, 1h30m or 30s.");
  return ms;
}

function entries(text: string, before: Required<CustomDataEntry>[] = []): Required<CustomDataEntry>[] {
  const entry = parseEntry(text);
  if (!entry) throw new InvalidArgumentError("An entry is written key=value.");
  return [...before, entry];
}

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65_535)
    throw new InvalidArgumentError("A port is a number from 0 to 65535.");
  return number;
}

function jobSteps(text: string) {
  const steps = parseJobSteps(text);
  if (!steps) throw new InvalidArgumentError("Steps are written queued:3s,inProgress:20s,failed.");
  return steps;
}

const environmentHelp = `Environment:
  MONGODB_ATLAS_CLIENT_ID         a service account,
  MONGODB_ATLAS_CLIENT_SECRET     and its secret; or
  MONGODB_ATLAS_PUBLIC_API_KEY    an API key,
  MONGODB_ATLAS_PRIVATE_API_KEY   and its private half
  MONGODB_ATLAS_PROJECT_ID        the project's id
  MONGODB_ATLAS_BASE_URL          another host than MongoDB Atlas
  HTTPS_PROXY, NO_PROXY           a proxy, and what goes past it; with
                                  NODE_USE_ENV_PROXY=1, Node 22.21 or 24.5
  NODE_EXTRA_CA_CERTS             a file of further certificates to trust
  NO_COLOR                        no colours`;

function exitCodeHelp(): string {
  const lines = Object.entries(exitCodes).map(
    ([name, code]) => `${String(code).padStart(5)}  ${exitCodeMeanings[name as keyof typeof exitCodes]}`,
  );
  return ["Exit codes:", ...lines].join("\n");
}
