import { execFile } from "node:child_process";
import { delimiter } from "node:path";
import { promisify } from "node:util";
import { ownEnvironment } from "../own-environment.ts";

export interface RunOptions {
  /** The working directory. */
  cwd: string;
  /** A folder whose programs come first. */
  path?: string;
  /** What is in the environment besides. */
  env?: Readonly<Record<string, string>>;
}

const execute = promisify(execFile);

/**
 * Runs a program to its end, and answers with what it printed.
 *
 * @throws Error with all that it printed when it fails
 */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, path, env: besides }: RunOptions,
): Promise<{ stdout: string; stderr: string }> {
  const env = { ...ownEnvironment(), ...besides };
  if (path !== undefined) env["PATH"] = `${path}${delimiter}${env["PATH"]}`;
  return execute(command, args, { cwd, env, maxBuffer: 2 ** 26 }).catch((error) => {
    throw new Error(`${error.stdout ?? ""}${error.stderr ?? ""}`.trim() || error.message);
  });
}
