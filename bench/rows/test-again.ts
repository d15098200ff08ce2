import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Line, Row } from "../row.ts";
import { exactly, spreadOf } from "../spread.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const rounds = 3;

export const testAgain: Row = {
  name: "test-again",
  async measure() {
    npmTest();
    const seconds = Array.from({ length: rounds }, () => npmTest());
    return [
      { title: "npm test again, nothing changed", unit: "s", ours: spreadOf(seconds), target: { atMost: 3 } },
      ...changed("cli", "src/main.ts"),
    ];
  },
};

function npmTest(): number {
  const begun = performance.now();
  execFileSync("npm", ["test"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  return (performance.now() - begun) / 1000;
}

/** What would run after a change of one line in a package: its own tasks should, and no other's. */
function changed(name: string, path: string): Line[] {
  const file = `${root}/packages/${name}/${path}`;
  if (!existsSync(file)) return [];
  const source = readFileSync(file, "utf8");
  const before = tasksToRun();
  try {
    writeFileSync(file, `${source}// One line more.\n`);
    const tasks = tasksToRun().filter((task) => !before.includes(task));
    const others = tasks.filter((task) => !task.startsWith(`@atlas-snapshot-export/${name}#`));
    return [
      {
        title: `tasks of other packages that run after a change of one line in ${name}`,
        unit: "tasks",
        detail: `of its own: ${tasks.length - others.length}`,
        ours: exactly(others.length),
        target: { atMost: 0 },
      },
    ];
  } finally {
    writeFileSync(file, source);
  }
}

/** Those of `pnpm verify` whose outcome is not in the cache. */
function tasksToRun(): string[] {
  const verify: string = JSON.parse(readFileSync(`${root}/package.json`, "utf8")).scripts.verify;
  const [command = "", ...args] = verify.split(" ");
  const printed = execFileSync(`${root}/node_modules/.bin/${command}`, [...args, "--dry=json"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { tasks }: { tasks: { taskId: string; command: string; cache: { status: string } }[] } =
    JSON.parse(printed);
  return tasks
    .filter(({ command, cache }) => command !== "<NONEXISTENT>" && cache.status === "MISS")
    .map(({ taskId }) => taskId);
}
