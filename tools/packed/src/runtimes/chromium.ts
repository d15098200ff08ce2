// playwright-core's declarations name what only the DOM's have.
/// <reference lib="dom" />
import { accessSync, constants, copyFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { run } from "../check-pack/run.ts";
import { expect, exportsWith, type RunExport, refusesApiKey } from "./exporting.ts";
import type { Row, World } from "./row.ts";
import { servePage } from "./same-origin.ts";
import { installToolchain, type Toolchain, versionOf } from "./toolchain.ts";

export const chromiumVite: Row = row("chromium-vite", "vite", ({ project }, { path }, folder) => {
  const args = ["build", "--outDir", folder, "--emptyOutDir", "--logLevel", "warn"];
  return run(join(path, "vite"), args, { cwd: project });
});

export const chromiumEsbuild: Row = row("chromium-esbuild", "esbuild", ({ project }, { path }, folder) => {
  copyFileSync(join(project, "index.html"), join(folder, "index.html"));
  const args = ["page.js", "--bundle", "--format=esm", "--log-level=warning", `--outdir=${folder}`];
  return run(join(path, "esbuild"), args, { cwd: project });
});

/** Bundles the page into a folder. */
type Bundle = (
  world: World,
  toolchain: Toolchain,
  folder: string,
) => Promise<{ stdout: string; stderr: string }>;

function row(name: string, bundler: string, bundle: Bundle): Row {
  return {
    name,
    async open(world) {
      const toolchain = await installToolchain("bundlers");
      const places = installed("chromium", "chromium-browser", "google-chrome");
      const executablePath = process.env["CHROMIUM"] ?? places.find(isExecutable);
      if (executablePath === undefined) return { skipped: "no Chromium is installed" };

      const folder = world.newFolder();
      const { stdout, stderr } = await bundle(world, toolchain, folder);
      expect(`what ${bundler} warns of`, `${stdout}${stderr}`.trim(), "");
      const browser = await chromium.launch({ executablePath, chromiumSandbox: false });
      const runExport = inPage(browser, folder, (page) => page);
      const runCrossOrigin = inPage(browser, folder, (_, mock) => mock);
      return {
        version: `${browser.version()}, ${bundler} ${versionOf(toolchain, bundler)}`,
        checks: {
          "service account": exportsWith(world, "service account", runExport),
          "API key": refusesApiKey(world, runExport),
          mock: exportsWith(world, "service account", runCrossOrigin, { cors: true }),
        },
        close: () => browser.close(),
      };
    },
  };
}

/** @param choose which of the two the page calls: its own server, or the mock, which is of another origin */
function inPage(
  browser: Browser,
  folder: string,
  choose: (pageUrl: string, mockUrl: string) => string,
): RunExport {
  return async (input) => {
    await using server = await servePage(folder, input.url);
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(server.url);
    const said = await page.evaluate((input) => (globalThis as unknown as Globals).runExport(input), {
      ...input,
      url: choose(server.url, input.url),
    });
    await page.close();
    expect("the console", complaints.join("\n"), "");
    return said;
  };
}

/** What programs/page.js leaves on the page. */
interface Globals {
  runExport: RunExport;
}

/** Where these programs would be. */
function installed(...names: string[]): string[] {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
