import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Tarball } from "./tarball.ts";

const tsc = fileURLToPath(new URL("../../node_modules/typescript/bin/tsc", import.meta.url));
const consumer = fileURLToPath(new URL("consumer.ts", import.meta.url));

const tsconfig = {
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  files: ["consumer.ts"],
};

/** An empty project of a user's, with the program that is to be checked and run in it. */
export function createProject(folder: string, tarballs: Tarball[]): void {
  const dependencies = Object.fromEntries(
    tarballs.map(({ manifest, path }) => [manifest.name, `file:${path}`]),
  );
  // The tarballs depend on each other by version, and no registry has these versions.
  const overrides = Object.fromEntries(tarballs.map(({ manifest: { name } }) => [name, `$${name}`]));
  const manifest = { name: "consumer", private: true, type: "module", dependencies, overrides };
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  copyFileSync(consumer, join(folder, "consumer.ts"));
}

/** Each answers with what went wrong. */
export function install(folder: string): string[] {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  return problems(folder, "npm", ["install", "--ignore-scripts", "--prefer-offline", ...quiet]);
}

export function typeCheck(folder: string): string[] {
  return problems(folder, process.execPath, [tsc]);
}

export function runProgram(folder: string): string[] {
  return problems(folder, process.execPath, ["consumer.ts"]);
}

export function runCommand(folder: string, name: string): string[] {
  return problems(folder, join(folder, "node_modules", ".bin", name), ["--version"]);
}

function problems(cwd: string, command: string, args: string[]): string[] {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  return status === 0 ? [] : [error?.message ?? `${stdout}${stderr}`.trim()];
}
