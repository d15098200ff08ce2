import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "../check-pack/run.ts";
import type { Check, Row, World } from "./row.ts";
import { installToolchain, type Toolchain, versionOf } from "./toolchain.ts";

/** Where the types of `fetch` and its like come from in a user's project. */
const platforms: Record<string, (typeRoot: string) => object> = {
  browser: () => ({ lib: ["ES2022", "DOM", "DOM.AsyncIterable"], types: [] }),
  node: (typeRoot) => ({ lib: ["ES2022"], types: ["node"], typeRoots: [typeRoot] }),
};

/** A compiler under each way of finding packages that knows of `exports`. */
export function typescript(version: string): Row {
  const name = `typescript${version}`;
  return {
    name,
    async open(world) {
      const toolchain = await installToolchain(name);
      const check =
        (module: string, moduleResolution: string, file: string): Check =>
        async () => {
          for (const platform of Object.keys(platforms)) {
            await compile(world, toolchain, platform, { module, moduleResolution }, file);
          }
          return "ok";
        };
      return {
        version: versionOf(toolchain, "typescript"),
        checks: {
          bundler: check("ESNext", "Bundler", "consumer.ts"),
          node16: check("Node16", "Node16", "consumer.ts"),
          nodenext: check("NodeNext", "NodeNext", "consumer.ts"),
          // Before 5.8, the compiler takes no module for something to require.
          ...(version !== "5.4" && { "require()": check("NodeNext", "NodeNext", "consumer.cts") }),
        },
      };
    },
  };
}

async function compile(
  { project }: World,
  { require }: Toolchain,
  platform: string,
  resolution: { module: string; moduleResolution: string },
  file: string,
): Promise<void> {
  const typeRoot = dirname(dirname(require.resolve("@types/node/package.json")));
  const compilerOptions = {
    target: "ES2022",
    ...resolution,
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    ...platforms[platform]?.(typeRoot),
  };
  const config = join(project, "tsconfig.json");
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [file] }));
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  await run(process.execPath, [tsc, "--project", config], { cwd: project }).catch((error) => {
    throw new Error(`${resolution.moduleResolution}, types of ${platform}:\n${error.message}`);
  });
}
