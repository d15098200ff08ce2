import type { Environment } from "./world.ts";

/** The name under which the package installs the program. */
export const programName = "atlas-snapshot-export";

/** By package runner and the command in it, as both say in the environment. */
const calls: Readonly<Record<string, string>> = {
  "npm exec": "npx @atlas-snapshot-export/cli",
  "bun exec": "bunx @atlas-snapshot-export/cli",
  "pnpm dlx": "pnpm dlx @atlas-snapshot-export/cli",
  "pnpm exec": `pnpm exec ${programName}`,
};

/** How the program is called again in a shell: a user of `npx` may not have it installed. */
export function programCall(env: Environment): string {
  const [runner] = (env["npm_config_user_agent"] ?? "").split("/");
  return calls[`${runner} ${env["npm_command"]}`] ?? programName;
}
