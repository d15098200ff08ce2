import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/** A package of the workspace. */
export interface Package {
  name: string;
  /** Below the root. */
  directory: string;
  scripts: Readonly<Record<string, string>>;
  /** Names of the packages of the workspace that it needs. */
  needs: readonly string[];
}

/** All packages, each after those that it needs. */
export function readPackages(root: string): Package[] {
  const { packages } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as {
    packages: string[];
  };
  const manifests = globSync(
    packages.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  ).sort();
  const all = manifests.map((path): Package => {
    const { name, scripts = {}, ...manifest } = JSON.parse(readFileSync(join(root, path), "utf8"));
    const needed = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.peerDependencies };
    const isOurs = ([, version]: [string, unknown]) => String(version).startsWith("workspace:");
    const needs = Object.entries(needed)
      .filter(isOurs)
      .map(([dependency]) => dependency);
    return { name, directory: dirname(path).replaceAll("\\", "/"), scripts, needs };
  });
  const ordered: Package[] = [];
  const add = (one: Package): void => {
    if (ordered.includes(one)) return;
    for (const other of all) if (one.needs.includes(other.name)) add(other);
    ordered.push(one);
  };
  for (const one of all) add(one);
  return ordered;
}

/** The packages that a change of the given files can reach, in their order. */
export function affectedBy(packages: readonly Package[], files: readonly string[]): Package[] {
  const found = new Set<string>();
  for (const { name, directory, needs } of packages) {
    const isTouched = files.some((file) => file.startsWith(`${directory}/`));
    if (isTouched || needs.some((needed) => found.has(needed))) found.add(name);
  }
  return packages.filter(({ name }) => found.has(name));
}
