import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./run.ts";
import type { Tarball } from "./tarball.ts";

/** An empty project of a user's, which wants the tarballs and hardly anything else. */
export function createProject(
  folder: string,
  tarballs: Tarball[],
  others: Record<string, string> = {},
): void {
  const ours = Object.fromEntries(tarballs.map(({ manifest, path }) => [manifest.name, `file:${path}`]));
  const dependencies = { ...ours, ...others };
  // The tarballs depend on each other by version, and no registry has these versions.
  const overrides = Object.fromEntries(tarballs.map(({ manifest: { name } }) => [name, `$${name}`]));
  const manifest = { name: "consumer", private: true, type: "module", dependencies, overrides };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
}

/**
 * Installs with the npm and the Node that come first on the path.
 *
 * @throws Error when that fails, when a package wants another Node, and when npm warns of a package
 */
export async function install(folder: string, path?: string): Promise<void> {
  const args = [
    "install",
    "--ignore-scripts",
    "--engine-strict",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
  ];
  const { stderr } = await run("npm", args, { cwd: folder, ...(path && { path }) });
  if (/warn (deprecated|EBADENGINE|ERESOLVE)/i.test(stderr)) throw new Error(stderr.trim());
}
