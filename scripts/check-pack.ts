// Packs every public package as a release would, then holds the tarballs against what a user needs of them: complete
// contents, entry points that resolve, and an empty project in which they install, type-check and run.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { unreleasedRanges, wrongFiles } from "./check-pack/contents.ts";
import { publintProblems, typeProblems } from "./check-pack/entry-points.ts";
import { createProject, install, runCommand, runProgram, typeCheck } from "./check-pack/project.ts";
import { pack, type Tarball } from "./check-pack/tarball.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const licence = readFileSync(join(root, "LICENSE"), "utf8");
const scratch = mkdtempSync(join(tmpdir(), "check-pack-"));

try {
  const tarballs = pack(root, join(scratch, "tarballs"));
  for (const tarball of tarballs) await checkTarball(tarball);
  checkProject(join(scratch, "project"), tarballs);
} catch (error) {
  report("pack", [error instanceof Error ? error.message : String(error)]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function checkTarball(tarball: Tarball): Promise<void> {
  const { name, files } = tarball.manifest;
  report(`${name} holds its files and nothing else`, wrongFiles(tarball.files, files));
  report(`${name} carries the licence of the project`, licenceProblems(tarball));
  report(`${name} depends on released versions`, unreleasedRanges(tarball.manifest));
  report(`${name} passes publint`, await publintProblems(tarball));
  report(`${name} has types that resolve`, await typeProblems(tarball));
}

function licenceProblems({ files, read }: Tarball): string[] {
  return files.includes("LICENSE") && read("LICENSE") === licence
    ? []
    : ["LICENSE is not the one in the root"];
}

function checkProject(folder: string, tarballs: Tarball[]): void {
  createProject(folder, tarballs);
  const obstacles = install(folder);
  report("the tarballs install with npm", obstacles);
  if (obstacles.length > 0) return;
  report("a program that uses them type-checks", typeCheck(folder));
  report("the program creates an export on the mock and reads it back", runProgram(folder));
  for (const command of tarballs.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}))) {
    report(`the command ${command} runs`, runCommand(folder, command));
  }
}

function report(claim: string, problems: string[]): void {
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${claim}`);
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, "       "));
  if (problems.length > 0) process.exitCode = 1;
}
