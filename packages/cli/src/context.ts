import type { ExitCode } from "./exit-code.ts";
import type { Output } from "./output.ts";
import type { World } from "./world.ts";

/** What every command is given. */
export interface Context {
  readonly world: World;
  readonly output: Output;
}

/** A command: prints what it found, and says what the process ends with. What it cannot do it throws. */
export type Command<Options> = (context: Context, options: Options) => Promise<ExitCode>;
