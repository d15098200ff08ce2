import { join } from "node:path";
import { createProject, install } from "../check-pack/project.ts";
import { run } from "../check-pack/run.ts";
import { expect, exportsWith, type RunExport, target } from "./exporting.ts";
import { type Connecting, reportsFailures } from "./failing.ts";
import { addPrograms } from "./programs.ts";
import type { OpenRow, Row, World } from "./row.ts";
import { installToolchain, platformFile } from "./toolchain.ts";

/** A Node of a major version. The tarballs are installed with it, by the npm that comes with it. */
export function node(major: number): Row {
  const name = `node${major}`;
  return {
    name,
    async open(world) {
      const { path, require } = await installToolchain(name);
      const project = world.newFolder();
      createProject(project, world.tarballs);
      await install(project, path);
      addPrograms(project);
      const undici = require.resolve("undici");
      const { version, checks } = await open(world, project, [join(path, "node")], {
        kind: "node",
        major,
        undici,
      });
      const cli = exportsWith(world, "service account", onTheCommandLine(project, path));
      return { version, checks: { ...checks, cli } };
    },
  };
}

const bunPackages = ["@oven/bun-linux-x64", "@oven/bun-linux-aarch64", "@oven/bun-darwin-aarch64"];

export const bun: Row = {
  name: "bun",
  async open(world) {
    const toolchain = await installToolchain("bun");
    return open(world, world.project, [platformFile(toolchain, bunPackages, "bin/bun")], { kind: "bun" });
  },
};

const denoPackages = ["@deno/linux-x64-glibc", "@deno/linux-arm64-glibc", "@deno/darwin-arm64"];

export const deno: Row = {
  name: "deno",
  async open(world) {
    const toolchain = await installToolchain("deno");
    const executable = platformFile(toolchain, denoPackages, "deno");
    const command = [executable, "run", "--allow-all", "--node-modules-dir=manual"];
    return open(world, world.project, command, { kind: "deno" });
  },
};

async function open(
  world: World,
  cwd: string,
  [executable = "", ...args]: string[],
  runtime: Omit<Connecting, "run">,
): Promise<OpenRow> {
  const runProgram = async (program: string, input: object): Promise<string> => {
    const { stdout, stderr } = await run(executable, [...args, program, JSON.stringify(input)], { cwd });
    // A warning, for one.
    expect("stderr", stderr, "");
    return stdout.trim();
  };
  // Some versions warn about their proxies.
  const runWith: Connecting["run"] = async (program, input, env) =>
    (await run(executable, [...args, program, JSON.stringify(input)], { cwd, env })).stdout;
  const main: RunExport = (input) => runProgram("main.js", input);
  const { stdout } = await run(executable, ["--version"], { cwd });
  return {
    version: /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? stdout,
    checks: {
      "service account": exportsWith(world, "service account", main),
      "API key": exportsWith(world, "API key", main),
      "require()": exportsWith(world, "service account", (input) => runProgram("require.cjs", input)),
      mock: async () => {
        // On a mock that it starts itself.
        expect(
          "the program",
          await runProgram("mock.js", { signIn: "service account", target }),
          "successful",
        );
        return "ok";
      },
      failures: reportsFailures(cwd, { ...runtime, run: runWith }),
    },
  };
}

/** The same export as a user of the command types it. */
function onTheCommandLine(cwd: string, path: string): RunExport {
  return async ({ url, credentials, target: { groupId, clusterName, snapshotId, exportBucketId } }) => {
    const what = ["--cluster", clusterName, "--snapshot", snapshotId, "--bucket", exportBucketId];
    const command = ["@atlas-snapshot-export/cli", "export", ...what, "--wait", "--interval", "20ms"];
    const env = {
      MONGODB_ATLAS_BASE_URL: url,
      MONGODB_ATLAS_PROJECT_ID: groupId,
      MONGODB_ATLAS_CLIENT_ID: credentials.clientId,
      MONGODB_ATLAS_CLIENT_SECRET: credentials.clientSecret,
    };
    const { stdout } = await run("npx", ["--no", "--", ...command], { cwd, path, env });
    return /^state +Successful$/m.test(stdout) ? "successful" : stdout;
  };
}
