import { Command, type CommandUnknownOpts, Option, type OptionValues } from "@commander-js/extra-typings";
import type { Command as Run } from "./context.ts";
import { helpText } from "./help-text.ts";
import { duration, entries, jobSteps, port, text } from "./option-values.ts";
import type { Output } from "./output.ts";
import { programName } from "./program-call.ts";
import { refuseRepeats } from "./usage.ts";
import { version } from "./version.ts";

/** Runs a command, which is loaded only now; `what` is what to say when it does not work. */
export type Perform = <Options>(
  what: string,
  load: () => Promise<Run<Options>>,
  options: Options,
) => Promise<void>;

/** The commands and their flags. What a command does is in the file of its name below `commands/`. */
export function createProgram(output: Output, perform: Perform): CommandUnknownOpts {
  const program = new Command(programName)
    .exitOverride()
    .configureOutput({
      writeOut: output.help,
      // Only the help that a call without a command gets: errors are told by whoever runs the program.
      writeErr: (text) => output.note(text.trimEnd()),
      outputError: () => {},
      getOutHelpWidth: () => output.helpColumns,
      getErrHelpWidth: () => output.helpColumns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp({ minWidthToWrap: 24 })
    .description("Exports MongoDB Atlas backup snapshots to your own object store.")
    .version(version(), "--version", "show the version")
    .helpOption("-h, --help", "show this text")
    .helpCommand(false)
    .addHelpText("after", helpText);

  connecting(
    waiting(
      program
        .command("export")
        .description("export a snapshot: check, create, and with --wait follow the job to its end")
        .addOption(cluster())
        .requiredOption("--snapshot <id>", "the snapshot's id, or: latest", text)
        .requiredOption("--bucket <id>", "the export bucket's id or name", text)
        .addOption(
          new Option("--data <key=value>", "write this into the .complete file; may be repeated").argParser(
            entries,
          ),
        )
        .option("--dry-run", "check everything, and create nothing")
        .option(
          "--idempotency-key <text>",
          "take up the job that was created with this key before, if any",
          text,
        )
        .option("--no-idempotency-key", "leave the custom data as it is, without a key")
        .option("--wait", "follow the job to its end"),
    ),
  ).action((options) =>
    perform(
      `snapshot ${options.snapshot} of cluster ${options.cluster} was not exported`,
      async () => (await import("./commands/export.ts")).startExport,
      options,
    ),
  );

  connecting(
    waiting(
      program
        .command("wait")
        .description("follow an export job to its end")
        .argument("<id>", "the job's id")
        .addOption(cluster()),
    ),
  ).action((id, options) =>
    perform(
      `export job ${id} could not be waited for`,
      async () => (await import("./commands/wait.ts")).waitForJob,
      { ...options, id },
    ),
  );

  connecting(
    program
      .command("get")
      .description("show one export job, however it stands")
      .argument("<id>", "the job's id")
      .addOption(cluster()),
  ).action((id, options) =>
    perform(`export job ${id} could not be read`, async () => (await import("./commands/get.ts")).showJob, {
      ...options,
      id,
    }),
  );

  connecting(
    program.command("list").description("list the export jobs of a cluster").addOption(cluster()),
  ).action((options) =>
    perform(
      `the export jobs of cluster ${options.cluster} could not be listed`,
      async () => (await import("./commands/list.ts")).listJobs,
      options,
    ),
  );

  connecting(
    program
      .command("snapshots")
      .description("list the snapshots of a cluster")
      .addOption(cluster())
      .option("--completed", "only those that can be exported"),
  ).action((options) =>
    perform(
      `the snapshots of cluster ${options.cluster} could not be listed`,
      async () => (await import("./commands/snapshots.ts")).listClusterSnapshots,
      options,
    ),
  );

  connecting(program.command("buckets").description("list the export buckets of the project")).action(
    (options) =>
      perform(
        "the export buckets could not be listed",
        async () => (await import("./commands/buckets.ts")).listBuckets,
        options,
      ),
  );

  connecting(
    program
      .command("login")
      .description("say which credential is used, for which project, and try what it may do")
      .option("--check", "try it, without changing anything")
      .option("--cluster <name>", "try what it may read of this cluster, too", text),
  ).action((options) =>
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
    .option("--host <address>", "where to listen", text, "127.0.0.1")
    .addOption(
      new Option("--job <steps>", "what every job goes through, such as queued:3s,inProgress:20s,failed")
        .argParser(jobSteps)
        .default(undefined, "queued:1s,inProgress:2s,successful"),
    )
    .option("--json", "print JSON")
    .action((options) =>
      perform(
        "the mock could not be started",
        async () => (await import("./commands/mock.ts")).serveMock,
        options,
      ),
    );

  for (const command of program.commands) refuseRepeats(command, repeatable);
  return program;
}

const repeatable: ReadonlySet<string> = new Set(["data"]);

function cluster() {
  return new Option("--cluster <name>", "the cluster's name").argParser(text).makeOptionMandatory();
}

/** Adds the flags of every command that waits for a job. */
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

/** Adds, in groups of their own, the flags of every command that talks to the service. */
function connecting<Args extends unknown[], Opts extends OptionValues, Global extends OptionValues>(
  command: Command<Args, Opts, Global>,
) {
  return command
    .optionsGroup("Connection:")
    .option("--project <id>", "the project's id, if not in MONGODB_ATLAS_PROJECT_ID", text)
    .addOption(
      new Option("--auth <kind>", "which credential to use where there are two").choices([
        "service-account",
        "api-key",
      ] as const),
    )
    .option("--client-id <id>", "of the service account, if not in MONGODB_ATLAS_CLIENT_ID", text)
    .option("--public-key <key>", "of the API key, if not in MONGODB_ATLAS_PUBLIC_API_KEY", text)
    .option("--base-url <url>", "another host, if not in MONGODB_ATLAS_BASE_URL", text)
    .optionsGroup("Output:")
    .option("--json", "print JSON")
    .option("--debug", "show requests and answers on stderr, without secrets");
}
