import type { CommanderError } from "@commander-js/extra-typings";
import { exitCodes } from "./exit-code.ts";
import type { Failure } from "./failure.ts";

const whyByCode: Record<string, string> = {
  "commander.unknownOption": "this command has no such option",
  "commander.unknownCommand": "there is no such command",
  "commander.missingMandatoryOptionValue": "this command cannot do without it",
  "commander.missingArgument": "this command cannot do without it",
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
