import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ServerProcess, startServer } from "./server-process.ts";

/** Starts the stock `prism mock` or `prism proxy` on a free port. */
export async function startPrism(
  command: "mock" | "proxy",
  document: object,
  ...upstream: string[]
): Promise<ServerProcess> {
  const directory = await mkdtemp(join(tmpdir(), "prism-"));
  const removeDirectory = (): Promise<void> => rm(directory, { recursive: true, force: true });
  try {
    const file = join(directory, "openapi.json");
    await writeFile(file, JSON.stringify(document));
    // In two processes, some versions crash at start.
    const options = ["--port", "0", "--no-multiprocess"];
    const prism = await startServer(executable(), command, file, ...upstream, ...options);
    return { url: prism.url, close: () => prism.close().finally(removeDirectory) };
  } catch (error) {
    await removeDirectory();
    throw error;
  }
}

function executable(): string {
  const require = createRequire(import.meta.url);
  const manifest = require.resolve("@stoplight/prism-cli/package.json");
  return join(dirname(manifest), require(manifest).bin.prism);
}
