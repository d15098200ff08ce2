import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { ownEnvironment } from "./own-environment.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

// What npm 11 gives to the children of `npm exec --yes --package=pnpm`.
const ofTheCommand = {
  npm_command: "exec",
  npm_config_call: "",
  npm_config_local_prefix: root,
  npm_config_package: "pnpm",
  npm_config_user_agent: "npm/11.19.1 node/v20.20.2 linux x64 workspaces/false",
  npm_config_yes: "true",
  npm_execpath: "/usr/lib/node_modules/npm/bin/npm-cli.js",
  npm_lifecycle_event: "npx",
  npm_node_execpath: "/usr/bin/node",
  npm_package_name: "atlas-snapshot-export",
};

test("what npm says of its own command is left out", () => {
  expect(ownEnvironment({ ...ofTheCommand, PATH: "/bin" })).toEqual({ PATH: "/bin" });
});

test("where npm finds packages stays", () => {
  const configuration = {
    npm_config_cache: "/root/.npm",
    npm_config_cafile: "/etc/ssl/certs/ca-certificates.crt",
    npm_config_registry: "https://registry.example.com",
    npm_config_userconfig: "/root/.npmrc",
    HTTPS_PROXY: "http://proxy.example.com",
  };
  expect(ownEnvironment(configuration)).toEqual(configuration);
});

test("npx runs a project's own program, though `npm exec` with another package started it", async () => {
  const env = ownEnvironment({ ...process.env, ...ofTheCommand });
  const { stdout } = await run("npx", ["--no", "--", "biome", "--version"], { cwd: root, env });
  expect(stdout).toMatch(/^Version: \d/);
});
