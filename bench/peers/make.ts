import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bin } from "../bin.ts";

const bench = fileURLToPath(new URL("..", import.meta.url));
const stamp = new URL("../generated/made-from", import.meta.url);
const sources = [
  "../../spec/generated/openapi.json",
  "../pnpm-lock.yaml",
  "hey-api.config.ts",
  "orval.config.ts",
];

/** Makes the peers' clients from our definition, unless that was done with this definition and these versions. */
export function makePeers(): void {
  const wanted = hashOf(sources.map((path) => readFileSync(new URL(path, import.meta.url))));
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  rmSync(`${bench}/generated`, { recursive: true, force: true });
  mkdirSync(`${bench}/generated`);
  run(bin("@hey-api/openapi-ts", "openapi-ts"), "--file", "peers/hey-api.config.ts", "--silent");
  run(bin("orval"), "--config", "peers/orval.config.ts");
  writeFileSync(`${bench}/generated/orval/src/base-url.ts`, baseUrl);
  const definition = "../spec/generated/openapi.json";
  run(bin("openapi-typescript"), definition, "--output", "generated/openapi-typescript/openapi.ts");
  for (const peer of ["hey-api", "orval"]) {
    const project = `generated/${peer}/tsconfig.json`;
    writeFileSync(`${bench}/${project}`, JSON.stringify(published));
    run(bin("typescript", "tsc"), "--project", project);
  }
  writeFileSync(stamp, wanted);
}

/** What orval's functions read the base URL from: by itself it knows only one that stands fast. */
const baseUrl = `export let baseUrl = "";

export function setBaseUrl(url: string): void {
  baseUrl = url;
}
`;

/** As a package of it would be published: JavaScript and declarations. */
const published = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2022", "DOM", "DOM.Iterable"],
    module: "NodeNext",
    strict: true,
    skipLibCheck: true,
    types: [],
    declaration: true,
    rewriteRelativeImportExtensions: true,
    rootDir: "src",
    outDir: "dist",
  },
  include: ["src"],
};

function hashOf(contents: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex");
}

function run(script: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: bench,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${script} ${args.join(" ")} failed:\n${stdout}${stderr}`);
}
