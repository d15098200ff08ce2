// Writes every block of TypeScript in the documentation, doc comments included, to a file of its own below `written/`,
// to be compiled and run.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { operationsOf } from "../../reference/definition.ts";
import { operationPages } from "../../reference/operation-pages.ts";
import { serviceDefinition } from "../../reference/sources.ts";
import { type Exports, examplesOf } from "./doc-comments.ts";
import { type Block, blocksOf, commandsOf } from "./markdown-blocks.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const written = fileURLToPath(new URL("../written/", import.meta.url));

const sources = [
  ...["README.md", "CONTRIBUTING.md", "spec/README.md", "packages/*/README.md", "examples/**/README.md"],
  ...["docs/content/docs/*.{md,mdx}", "docs/content/docs/{guides,maintainers}/*.{md,mdx}"],
];

const inFiles = filesOf(sources).flatMap(({ file, text }) => blocksOf(file, text));
const inMadePages = operationPages(serviceDefinition).flatMap(({ file, markdown }) =>
  blocksOf(file, markdown),
);
const inDocComments = filesOf(["packages/{client,mock}/src/**/*.ts"])
  .filter(({ file }) => !/\.(test|gen)\.ts$|\/testing\//.test(file))
  .flatMap(({ file, text }) => examplesOf(file, text, exportsOfPackages(), ["vault", "codeUnderTest"]));

rmSync(written, { recursive: true, force: true });
mkdirSync(written);
for (const block of [...inFiles, ...inMadePages, ...inDocComments]) {
  writeFileSync(`${written}${fileName(block)}`, program(block));
}
for (const commands of filesOf(sources).flatMap(({ file, text }) => commandsOf(file, text))) {
  writeFileSync(`${written}${nameOf(commands)}.sh`, commands.code);
}

function filesOf(patterns: string[]): { file: string; text: string }[] {
  return globSync(patterns, { cwd: root, exclude: ["**/node_modules/**"] })
    .sort()
    .map((file) => ({ file, text: readFileSync(`${root}${file}`, "utf8") }));
}

function exportsOfPackages(): Exports {
  const operations = operationsOf(serviceDefinition).map(({ operation }) => operation.operationId);
  return {
    "@atlas-snapshot-export/client": [...exportsIn("packages/client/src/index.ts"), ...operations],
    "@atlas-snapshot-export/mock": exportsIn("packages/mock/src/index.ts"),
    "@atlas-snapshot-export/mock/msw": ["createMock"],
    "msw/node": ["setupServer"],
    "node:assert/strict": ["default as assert"],
  };
}

/** By the source, so that types are among them. */
function exportsIn(file: string): string[] {
  const statements = readFileSync(`${root}${file}`, "utf8").matchAll(/^export (type )?\{([^}]*)\}/gm);
  return [...statements].flatMap(([, type = "", names = ""]) =>
    names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean)
      .map((name) => `${type}${name}`),
  );
}

/** `run` is what is run with others, `test` what Vitest runs as a file of its own, `compile` what is compiled only. */
function fileName(block: Block): string {
  const name = nameOf(block);
  if (!block.isRun) return `${name}.compile.ts`;
  return isTest(block) || isAlone(block) ? `${name}.test.ts` : `${name}.run.ts`;
}

function nameOf({ file, line }: Pick<Block, "file" | "line">): string {
  return `${file.replace(/\.(mdx?|ts)$/, "").replaceAll(/[^\w-]+/g, "_")}_${line}`;
}

function isTest({ code }: Block): boolean {
  return code.includes('from "vitest"');
}

/** What changes the platform's own `fetch` cannot share a process with others. */
function isAlone({ code, prelude }: Block): boolean {
  return (prelude + code).includes('from "msw/node"');
}

function program(block: Block): string {
  const { file, line, code, prelude } = block;
  const start = `// ${file}:${line}\nimport "../src/context.ts";\n`;
  const end =
    isAlone(block) && !isTest(block) ? 'import { test } from "vitest";\ntest("runs", () => {});\n' : "";
  return `${start}${prelude}${code}${end}export {};\n`;
}
