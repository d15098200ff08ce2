import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { blocksOf } from "@atlas-snapshot-export/docs-blocks/markdown-blocks";
import { installsIn } from "./installs-in.ts";
import { createProject, install } from "./project.ts";
import { run } from "./run.ts";
import type { Tarball } from "./tarball.ts";

/** Something that is to be true, and its proof, which throws. */
export interface Claim {
  claim: string;
  prove(): Promise<unknown>;
}

/** A project in which each README is followed word for word: its packages installed, its code compiled and run. */
export function followReadmes(root: string, folder: string, tarballs: Tarball[], tsc: string): Claim[] {
  const readmes = readmesOf(root, tarballs);
  const programs = readmes.flatMap(({ of, text }) =>
    blocksOf(of, text).map(({ line, prelude, code, isRun }) => ({
      file: `${of}-${line}.ts`,
      text: `${prelude}${code}export {};\n`,
      isRun,
    })),
  );
  return [
    {
      claim: "what the READMEs tell to install, installs",
      async prove() {
        const installed = ["msw", ...tarballs.map(({ manifest }) => manifest.name)];
        const strange = readmes
          .flatMap(({ text }) => installsIn(text))
          .filter((name) => !installed.includes(name));
        if (strange.length > 0) throw new Error(`${strange.join(", ")} is no package of this project`);
        createProject(folder, tarballs, { msw: mswOf(tarballs) });
        await install(folder);
      },
    },
    {
      claim: "the code in the READMEs type-checks",
      async prove() {
        const context = import.meta.resolve("@atlas-snapshot-export/docs-blocks/context");
        copyFileSync(fileURLToPath(context), join(folder, "context.ts"));
        copyFileSync(new URL("readme-world.ts", import.meta.url), join(folder, "readme-world.ts"));
        for (const { file, text } of programs) writeFileSync(join(folder, file), text);
        writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(tsconfig(root)));
        await run(process.execPath, [tsc], { cwd: folder });
      },
    },
    ...programs
      .filter(({ isRun }) => isRun)
      .map(({ file, text }) => ({
        claim: `the code in the READMEs runs: ${file}`,
        async prove() {
          // One that starts a server of its own would go on for ever.
          const program = `await import("./${file}"); process.exit();`;
          const args = ["--import", "./readme-world.ts", "--input-type=module", "--eval", program];
          const { stdout } = await run(process.execPath, args, { cwd: folder });
          if (text.includes("console.log(") && stdout === "") throw new Error("it prints nothing");
        },
      })),
  ];
}

function tsconfig(root: string): object {
  const compilerOptions = {
    target: "ES2022",
    module: "NodeNext",
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
  };
  return { compilerOptions, include: ["*.ts"] };
}

/** A README, and whose it is. */
interface Readme {
  of: string;
  text: string;
}

function readmesOf(root: string, tarballs: Tarball[]): Readme[] {
  return [
    { of: "project", text: readFileSync(join(root, "README.md"), "utf8") },
    ...tarballs.map(({ manifest, read }) => ({
      of: manifest.name.replace(/^.*\//, ""),
      text: read("README.md"),
    })),
  ];
}

/** The msw that the mock is tested with. */
function mswOf(tarballs: Tarball[]): string {
  const found = tarballs.map(({ manifest }) => manifest.devDependencies?.["msw"]).find(Boolean);
  if (found === undefined) throw new Error("no package is tested with msw");
  return found;
}
