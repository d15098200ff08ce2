import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../check-pack/run.ts";

/** The packages of one folder in toolchains/, installed. */
export interface Toolchain {
  /** Where its programs are. */
  path: string;
  require: NodeJS.Require;
}

const workspace = fileURLToPath(new URL("../../toolchains", import.meta.url));

export async function installToolchain(name: string): Promise<Toolchain> {
  await run("pnpm", ["install", "--frozen-lockfile", "--filter", name], { cwd: workspace });
  const folder = join(workspace, name);
  return {
    path: join(folder, "node_modules/.bin"),
    require: createRequire(join(folder, "package.json")),
  };
}

/** A file of whichever of these packages is made for this machine. */
export function platformFile({ require }: Toolchain, packages: readonly string[], file: string): string {
  const found = packages
    .flatMap((name) => require.resolve.paths(name)?.map((folder) => join(folder, name, file)) ?? [])
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error(`none of ${packages.join(", ")} is made for this machine`);
  return found;
}

/** The version that a package says it has. */
export function versionOf({ require }: Toolchain, name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}
