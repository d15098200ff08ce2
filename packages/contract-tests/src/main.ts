// What `pnpm test:contract` runs.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";
import { parseCommand, USAGE } from "./command.ts";
import { definition } from "./definition.ts";
import { inputNames } from "./input.ts";
import { contractReporter } from "./report/reporter.ts";

const command = parseCommand(process.argv.slice(2), process.env, inputNames(definition));
switch (command.kind) {
  case "help":
    process.stdout.write(USAGE);
    break;
  case "wrong":
    process.stderr.write(`${command.message}\n\n${USAGE}`);
    process.exitCode = 2;
    break;
  case "run": {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const directory = command.report && resolve(command.report);
    const reporters = ["default", contractReporter(directory ? { directory } : {})];
    const options = { root, watch: false, reporters, provide: { run: command.run } };
    const vitest = await startVitest(["src/contract.test.ts"], options);
    await vitest.close();
  }
}
