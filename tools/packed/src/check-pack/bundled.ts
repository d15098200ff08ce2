import { join } from "node:path";
import { build } from "esbuild";
import { rolldown } from "rolldown";
import { run } from "./run.ts";

/** Bundles and minifies a program of a folder into one file beside it. */
type Bundle = (folder: string, program: string, file: string) => Promise<unknown>;

export const bundlers: Readonly<Record<string, Bundle>> = {
  esbuild: (folder, program, file) =>
    build({
      absWorkingDir: folder,
      entryPoints: [program],
      outfile: file,
      bundle: true,
      minify: true,
      format: "esm",
      logLevel: "silent",
    }),
  async rolldown(folder, program, file) {
    const bundle = await rolldown({ cwd: folder, input: join(folder, program) });
    return bundle.write({ file: join(folder, file), minify: true });
  },
};

/** The operations that `failing-lists.ts` calls, in its order. */
const operationIds = ["listExportBuckets", "listBackupExportJobs", "listReplicaSetBackups"];

/** @throws Error when `failing-lists.ts`, bundled or not, prints anything else than its operations */
export async function expectOperationIds(folder: string, program: string): Promise<void> {
  const { stdout } = await run(process.execPath, [program], { cwd: folder });
  const expected = operationIds.join("\n");
  if (stdout.trim() !== expected) throw new Error(`Expected\n${expected}\nbut got\n${stdout}`);
}
