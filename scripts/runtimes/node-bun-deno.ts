import { join } from "node:path";
import { createProject, install } from "../check-pack/project.ts";
import { run } from "../check-pack/run.ts";
import { expect, exportsWith, type RunExport } from "./exporting.ts";
import { addPrograms } from "./programs.ts";
import type { Check, OpenRow, Row, World } from "./row.ts";
import { installToolchain, platformFile } from "./toolchain.ts";

/** A Node of a major version. The tarballs are installed with it, by the npm that comes with it. */
export function node(major: number): Row {
  const name = `node${major}`;
  return {
    name,
    async open(world) {
      const { path } = await installToolchain(name);
      const project = world.newFolder();
      createProject(project, world.tarballs);
      await install(project, path);
      addPrograms(project);
      return open(world, project, [join(path, "node")]);
    },
  };
}

const bunPackages = ["@oven/bun-linux-x64", "@oven/bun-linux-aarch64", "@oven/bun-darwin-aarch64"];

export const bun: Row = {
  name: "bun",
  async open(world) {
    const toolchain = await installToolchain("bun");
    return open(world, world.project, [platformFile(toolchain, bunPackages, "bin/bun")]);
  },
};

const denoPackages = ["@deno/linux-x64-glibc", "@deno/linux-arm64-glibc", "@deno/darwin-arm64"];

export const deno: Row = {
  name: "deno",
  async open(world) {
    const toolchain = await installToolchain("deno");
    const executable = platformFile(toolchain, denoPackages, "deno");
    return open(world, world.project, [executable, "run", "--allow-all", "--node-modules-dir=manual"]);
  },
};

async function open(world: World, cwd: string, [executable = "", ...args]: string[]): Promise<OpenRow> {
  /** What a program prints; what it prints to stderr is a failure too: a warning, for one. */
  const runProgram = async (...program: string[]): Promise<string> => {
    const { stdout, stderr } = await run(executable, [...args, ...program], { cwd });
    expect("stderr", stderr, "");
    return stdout.trim();
  };
  const running =
    (program: string): RunExport =>
    (input) =>
      runProgram(program, JSON.stringify(input));
  const mock: Check = async () => {
    expect("the program", await runProgram("mock.js"), "successful");
    return "ok";
  };
  const { stdout } = await run(executable, ["--version"], { cwd });
  return {
    version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? stdout,
    checks: {
      "service account": exportsWith(world, "service account", running("main.js")),
      "API key": exportsWith(world, "API key", running("main.js")),
      "require()": exportsWith(world, "service account", running("require.cjs")),
      mock,
    },
  };
}
