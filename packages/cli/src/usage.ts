import { CommanderError, type CommandUnknownOpts, type Option } from "@commander-js/extra-typings";
import { exitCodes } from "./exit-code.ts";
import type { Failure } from "./failure.ts";
import { plainText } from "./plain-text.ts";

const severalMissing = "severalMissing";
const repeated = "repeated";

const whyByCode: Record<string, string> = {
  "commander.unknownOption": "this command has no such option",
  "commander.unknownCommand": "there is no such command",
  "commander.missingMandatoryOptionValue": "this command cannot do without it",
  "commander.missingArgument": "this command cannot do without it",
  [severalMissing]: "this command cannot do without them",
  [repeated]: "this option is given once",
  "commander.optionMissingArgument": "the option needs a value",
  "commander.excessArguments": "this command takes no more than that",
};

/** What the parser has to say of a command line, as three lines. */
export function describeUsage({ code, message }: CommanderError, command: string): Failure {
  const [first = "", ...more] = message.replace(/^error: /, "").split("\n");
  // What follows «=» may be anything, even a secret whose flag was misspelt.
  const sentence = first.replace(/'(--?[\w-]+)=.*'/s, "'$1'");
  const [what = "", rule] = sentence.split(/(?<= is invalid)\. /);
  const suggestion = /Did you mean (?:one of )?(.+)\?/.exec(more.join(" "))?.[1];
  return {
    exitCode: exitCodes.usage,
    what: what.replace(/\.$/, ""),
    why: rule ?? whyByCode[code] ?? "the command line cannot be understood",
    todo: `${suggestion ? `did you mean ${suggestion}? ` : ""}see: ${command} --help`,
  };
}

/** Makes an error of a flag that is given twice, of which commander would take the last value. */
export function refuseRepeats(command: CommandUnknownOpts, repeatable: ReadonlySet<string>): void {
  const given = new Map<string, string>();
  for (const option of command.options.filter((option) => !repeatable.has(option.attributeName()))) {
    command.on(`option:${option.name()}`, (value: string | null) => {
      const now = textOf(option, value);
      const before = given.get(option.attributeName());
      given.set(option.attributeName(), now);
      if (before === undefined || (before === now && !option.required)) return;
      command.error(`'${before}' and '${now}' cannot both be given`, { code: repeated });
    });
  }
}

/** A flag as it was given, without the credential that an address can hold. */
function textOf({ long }: Option, value: string | null): string {
  return value ? `${long} ${plainText(value).replace(/\/\/[^/]*@/, "//…@")}` : String(long);
}

/**
 * An error of the parser with all that is missing in it. Commander reports the first missing flag alone, and before an
 * unknown one.
 *
 * @param program a fresh one that does nothing
 */
export async function withAllMissing(
  error: CommanderError,
  program: CommandUnknownOpts,
  args: readonly string[],
): Promise<CommanderError> {
  const command = program.commands.find((command) => command.name() === args[0]);
  if (error.code !== "commander.missingMandatoryOptionValue" || !command) return error;
  const mandatory = command.options.filter((option) => option.mandatory);
  for (const option of mandatory) option.makeOptionMandatory(false);
  const next = await program.parseAsync(args, { from: "user" }).catch((error: unknown) => error);
  if (next instanceof CommanderError && next.code !== "commander.missingArgument") return next;
  const options = mandatory.filter((option) => command.getOptionValue(option.attributeName()) === undefined);
  const operands = command.registeredArguments.filter(
    ({ required }, at) => required && command.args[at] === undefined,
  );
  if (options.length + operands.length < 2) return error;
  const what = [
    ...operands.map((argument) => `argument '${argument.name()}'`),
    `${options.length > 1 ? "options" : "option"} ${options.map(({ flags }) => `'${flags}'`).join(", ")}`,
  ].join(" and ");
  return new CommanderError(error.exitCode, severalMissing, `required ${what} not specified`);
}
