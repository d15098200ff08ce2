// What `npm start` and `npm test` run. It has to work on a machine with nothing but Node 20 and npm, before
// anything is installed, so it is plain JavaScript without a dependency. It borrows the pnpm that package.json
// pins, installs the workspace from the lockfile, and hands over to the pnpm script of the given name, where the
// pinned Node comes first on the path.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const [first, ...rest] = process.argv.slice(2);
/** Stands before the script once pnpm is there: npm takes its time to borrow it, so that is done once. */
const borrowed = "--with-pnpm";
/** Without the name of the package that is borrowed: any npm further down would look for its programs in that one. */
const { npm_config_package: _, ...environment } = process.env;

if (first === borrowed) {
  // Without the packages of the documentation's site: they are some hundreds, and nothing here needs them.
  run("pnpm", [
    "install",
    "--frozen-lockfile",
    "--filter=!@atlas-snapshot-export/docs",
    "--reporter=append-only",
    "--loglevel=warn",
  ]);
  run("pnpm", ["--silent", "run", ...rest]);
} else {
  const { packageManager } = JSON.parse(readFileSync(`${root}/package.json`, "utf8"));
  const self = [process.execPath, fileURLToPath(import.meta.url)];
  // npm first reads all that is installed where it stands, and in spec that is nothing.
  const borrow = ["exec", "--yes", `--package=${packageManager}`, "--", ...self, borrowed, first, ...rest];
  run("npm", borrow, `${root}/spec`);
}

function run(command, args, cwd = root) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    env: { ...environment, TURBO_TELEMETRY_DISABLED: "1" },
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) console.error(`Could not run ${command}: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}
