import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProject, install } from "./project.ts";
import { run } from "./run.ts";
import type { Tarball } from "./tarball.ts";

/** The lowest version of each major version of MSW that the mock promises to work with. */
export function lowestMswVersions(tarballs: Tarball[]): string[] {
  const [range = ""] = tarballs.flatMap(({ manifest }) => manifest.peerDependencies?.["msw"] ?? []);
  return range.split(" || ").map((part) => part.replace("^", ""));
}

/** @throws Error when the mock and a version of MSW do not install, compile and run side by side */
export async function useWithMsw(
  folder: string,
  tarballs: Tarball[],
  version: string,
  { tsc, tsconfig }: { tsc: string; tsconfig: object },
): Promise<void> {
  createProject(folder, tarballs, { msw: version });
  await install(folder);
  copyFileSync(new URL("msw-consumer.ts", import.meta.url), join(folder, "msw-consumer.ts"));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  await run(process.execPath, [tsc], { cwd: folder });
  await run(process.execPath, ["msw-consumer.ts"], { cwd: folder });
}
