import { join } from "node:path";
import { run } from "../check-pack/run.ts";
import { expect, exportsWith, type RunExport, refusesApiKey } from "./exporting.ts";
import type { Row, World } from "./row.ts";
import { installToolchain, type Toolchain, versionOf } from "./toolchain.ts";

/** What is used of miniflare, which is installed on demand. */
interface MiniflarePackage {
  Miniflare: new (
    options: object,
  ) => {
    dispatchFetch(url: string, init: RequestInit): Promise<Response>;
    dispose(): Promise<void>;
  };
}

/** Cloudflare's workerd, bare. */
export const workerd: Row = row("workerd", [], refusesApiKey);

/** The same with the flag that adds Node's modules, its crypto among them. */
export const workerdNode: Row = row("workerd-nodejs_compat", ["nodejs_compat"], (world, runExport) =>
  exportsWith(world, "API key", runExport),
);

function row(name: string, compatibilityFlags: string[], apiKey: typeof refusesApiKey): Row {
  return {
    name,
    async open(world) {
      const toolchain = await installToolchain("workerd");
      const { Miniflare } = toolchain.require("miniflare") as MiniflarePackage;
      const script = await bundle(world, toolchain);
      const worker = new Miniflare({
        modules: true,
        script,
        compatibilityDate: "2026-07-01",
        compatibilityFlags,
      });
      const runExport: RunExport = async (input) => {
        const init = { method: "POST", body: JSON.stringify(input) };
        const answer = await worker.dispatchFetch("http://worker/", init);
        return answer.text();
      };
      return {
        version: `miniflare ${versionOf(toolchain, "miniflare")}`,
        checks: {
          "service account": exportsWith(world, "service account", runExport),
          "API key": apiKey(world, runExport),
        },
        close: () => worker.dispose(),
      };
    },
  };
}

async function bundle({ project }: World, { path }: Toolchain): Promise<string> {
  const args = ["worker.js", "--bundle", "--format=esm", "--log-level=warning"];
  const { stdout, stderr } = await run(join(path, "esbuild"), args, { cwd: project });
  expect("what esbuild warns of", stderr, "");
  return stdout;
}
