import { inspect } from "node:util";
import { CommanderError } from "@commander-js/extra-typings";
import { refuseSecretFlags, secretsIn } from "./credentials.ts";
import { type ExitCode, exitCodes } from "./exit-code.ts";
import { CommandFailure, type Failure } from "./failure.ts";
import { createOutput, type Output } from "./output.ts";
import { createProgram } from "./program.ts";
import { programCall } from "./program-call.ts";
import { proxyPasswords } from "./proxies.ts";
import { describeUsage, withAllMissing } from "./usage.ts";
import type { World } from "./world.ts";

/** Runs one command line, prints what comes of it, and says what the process ends with. */
export async function run(args: readonly string[], world: World): Promise<ExitCode> {
  const output = createOutput(world, {
    isJson: args.includes("--json"),
    isDebug: args.includes("--debug"),
    // The mock's credentials are for show, and may be those in the environment.
    secrets: args[0] === "mock" ? [] : [...secretsIn(world.env), ...proxyPasswords(world.env)],
  });
  const exitCode = await perform(args, world, output);
  const loss = await output.settled();
  if (!loss) return exitCode;
  if (exitCode === exitCodes.done) output.failure(loss);
  else output.note(`${loss.what}: ${loss.why}`);
  return exitCode || loss.exitCode;
}

async function perform(args: readonly string[], world: World, output: Output): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.done;
  let attempted = "the command failed";
  const program = createProgram(output, async (what, load, options) => {
    attempted = what;
    const command = await load();
    exitCode = await command({ world, output }, options);
  });
  try {
    refuseSecretFlags(args);
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.done;
    if (error instanceof CommanderError && error.code === "commander.help") return exitCodes.usage;
    const name = program.commands.find((command) => command.name() === args[0])?.name();
    const complete =
      error instanceof CommanderError ? await withAllMissing(error, idle(output), args) : error;
    const failure = await describe(
      complete,
      attempted,
      [programCall(world.env), name].filter(Boolean).join(" "),
    );
    output.failure(failure);
    output.debug(inspect(error instanceof CommandFailure ? (error.cause ?? error) : error));
    return failure.exitCode;
  }
}

/** The program with commands that do nothing. */
function idle(output: Output): ReturnType<typeof createProgram> {
  return createProgram(output, () => Promise.resolve());
}

async function describe(error: unknown, attempted: string, command: string): Promise<Failure> {
  if (error instanceof CommandFailure) return error.failure;
  if (error instanceof CommanderError) return describeUsage(error, command);
  // Knows the errors of the client, which is loaded by now, or had to be.
  const { describeError } = await import("./describe-error.ts");
  return describeError(error, attempted);
}
