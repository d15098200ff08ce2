// Writes every block of TypeScript in the documentation to a file of its own below `written/`, to be compiled and run.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operationPages } from "../../reference/operation-pages.ts";
import { serviceDefinition } from "../../reference/sources.ts";
import { type Block, blocksOf } from "./markdown-blocks.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const written = fileURLToPath(new URL("../written/", import.meta.url));

const sources = [
  ...["README.md", "CONTRIBUTING.md", "spec/README.md", "packages/*/README.md", "examples/**/README.md"],
  ...["docs/content/docs/*.{md,mdx}", "docs/content/docs/{guides,maintainers}/*.{md,mdx}"],
];

const inFiles = globSync(sources, { cwd: root, exclude: ["**/node_modules/**"] })
  .sort()
  .flatMap((file) => blocksOf(file, readFileSync(`${root}${file}`, "utf8")));
const inMadePages = operationPages(serviceDefinition).flatMap(({ file, markdown }) =>
  blocksOf(file, markdown),
);

rmSync(written, { recursive: true, force: true });
mkdirSync(written);
for (const block of [...inFiles, ...inMadePages])
  writeFileSync(`${written}${fileName(block)}`, program(block));

/** `run` is what is run with others, `test` what Vitest runs as a file of its own, `compile` what is compiled only. */
function fileName(block: Block): string {
  const { file, line, isRun } = block;
  const name = `${file.replace(/\.mdx?$/, "").replaceAll(/[^\w-]+/g, "_")}_${line}`;
  if (!isRun) return `${name}.compile.ts`;
  return isTest(block) || isAlone(block) ? `${name}.test.ts` : `${name}.run.ts`;
}

function isTest({ code }: Block): boolean {
  return code.includes('from "vitest"');
}

/** What changes the platform's own `fetch` cannot share a process with others. */
function isAlone({ code }: Block): boolean {
  return code.includes('from "msw/node"');
}

function program(block: Block): string {
  const { file, line, code, prelude } = block;
  const start = `// ${file}:${line}\nimport "../src/context.ts";\n`;
  const end =
    isAlone(block) && !isTest(block) ? 'import { test } from "vitest";\ntest("runs", () => {});\n' : "";
  return `${start}${prelude}${code}${end}export {};\n`;
}
