// Packs every public package as a release would, then holds the tarballs against what a user needs of them: complete
// contents, entry points that resolve, an empty project in which they install, type-check and run, and READMEs that can
// be followed word for word.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundlers, expectOperationIds } from "./check-pack/bundled.ts";
import { unreleasedRanges, wrongFiles } from "./check-pack/contents.ts";
import { publintProblems, typeProblems } from "./check-pack/entry-points.ts";
import { followReadmes } from "./check-pack/follow-readmes.ts";
import { createProject, install } from "./check-pack/project.ts";
import { run } from "./check-pack/run.ts";
import { pack, type Tarball } from "./check-pack/tarball.ts";
import { lowestMswVersions, useWithMsw } from "./check-pack/with-msw.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const licence = readFileSync(join(root, "LICENSE"), "utf8");
const tsc = join(root, "node_modules/typescript/bin/tsc");
const scratch = mkdtempSync(join(tmpdir(), "check-pack-"));

const tsconfig = {
  compilerOptions: {
    target: "ES2022",
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    skipLibCheck: false,
    noEmit: true,
    types: [],
  },
  files: ["consumer.ts", "failing-lists.ts"],
};

// MSW's own declarations are not all sound.
const mswTsconfig = {
  compilerOptions: { ...tsconfig.compilerOptions, skipLibCheck: true },
  files: ["msw-consumer.ts"],
};

try {
  const tarballs = pack(root, join(scratch, "tarballs"));
  for (const tarball of tarballs) await checkTarball(tarball);
  await checkProject(join(scratch, "project"), tarballs);
  for (const version of lowestMswVersions(tarballs)) {
    const used = useWithMsw(join(scratch, `msw-${version}`), tarballs, version, {
      tsc,
      tsconfig: mswTsconfig,
    });
    report(`the mock works beside msw ${version}`, await problemsOf(used));
  }
  for (const { claim, prove } of followReadmes(root, join(scratch, "reader"), tarballs, tsc)) {
    report(claim, await problemsOf(prove()));
  }
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

async function checkProject(folder: string, tarballs: Tarball[]): Promise<void> {
  createProject(folder, tarballs);
  for (const file of tsconfig.files)
    copyFileSync(new URL(`check-pack/${file}`, import.meta.url), join(folder, file));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  const program = (...args: string[]) => run(process.execPath, args, { cwd: folder });

  const obstacles = await problemsOf(install(folder));
  report("the tarballs install with npm", obstacles);
  if (obstacles.length > 0) return;
  report("a program that uses them type-checks", await problemsOf(program(tsc)));
  report(
    "the program creates an export on the mock and reads it back",
    await problemsOf(program("consumer.ts")),
  );
  report("an error names its operation", await problemsOf(expectOperationIds(folder, "failing-lists.ts")));
  for (const [name, bundle] of Object.entries(bundlers)) {
    const bundled = bundle(folder, "failing-lists.ts", `${name}.js`);
    const checked = bundled.then(() => expectOperationIds(folder, `${name}.js`));
    report(`an error names its operation in a program minified by ${name}`, await problemsOf(checked));
  }
  for (const command of tarballs.flatMap(({ manifest }) => Object.keys(manifest.bin ?? {}))) {
    const started = run(join(folder, "node_modules/.bin", command), ["--version"], { cwd: folder });
    report(`the command ${command} runs`, await problemsOf(started));
  }
}

function problemsOf(check: Promise<unknown>): Promise<string[]> {
  return check.then(
    () => [],
    (error: Error) => [error.message],
  );
}

function report(claim: string, problems: string[]): void {
  console.log(`${problems.length === 0 ? "ok  " : "FAIL"} ${claim}`);
  for (const problem of problems) console.log(problem.replaceAll(/^/gm, "       "));
  if (problems.length > 0) process.exitCode = 1;
}
