import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createPackageFromTarballData, type Package } from "@arethetypeswrong/core";
import { ownEnvironment } from "../own-environment.ts";

export interface Tarball {
  /** Where it lies. */
  path: string;
  manifest: Manifest;
  /** Paths inside the package, such as `dist/index.js`. */
  files: string[];
  contents: Package;
  data: ArrayBuffer;
  read(file: string): string;
}

export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  bin?: Record<string, string>;
  files?: string[];
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Packs every public package of the workspace as a release would: with pnpm, which puts versions for `workspace:` and `catalog:`. */
export function pack(root: string, folder: string): Tarball[] {
  const packing = ["--recursive", "pack", "--pack-destination", folder, "--json"];
  const options = { cwd: root, env: ownEnvironment(), encoding: "utf8" } as const;
  const { status, error, stdout, stderr } = spawnSync("pnpm", packing, options);
  if (error) throw new Error(`pnpm did not start (${error.message}); run this as: pnpm check:pack`);
  if (status !== 0) throw new Error(`pnpm could not pack the workspace:\n${stdout}${stderr}`);
  const packed = JSON.parse(stdout) as { filename: string }[];
  return packed.map(({ filename }) => open(filename)).filter(({ manifest }) => !manifest.private);
}

function open(path: string): Tarball {
  const bytes = new Uint8Array(readFileSync(path));
  const contents = createPackageFromTarballData(bytes);
  const root = `/node_modules/${contents.packageName}/`;
  const read = (file: string) => contents.readFile(root + file);
  const files = contents.listFiles().map((file) => file.slice(root.length));
  return {
    path,
    manifest: JSON.parse(read("package.json")) as Manifest,
    files,
    contents,
    data: bytes.buffer,
    read,
  };
}
