// Runs after `changeset version`: gives the definition the version of its package, then makes again what carries it.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isScalar, parseDocument } from "yaml";

if (import.meta.main) {
  try {
    process.chdir(fileURLToPath(new URL("..", import.meta.url)));
    const version = versionOf(readFileSync("spec/package.json", "utf8"));
    writeFileSync("spec/openapi.yaml", withVersion(readFileSync("spec/openapi.yaml", "utf8"), version));
    process.exitCode =
      spawnSync(process.execPath, ["tools/generate/src/main.ts"], { stdio: "inherit" }).status ?? 1;
  } catch (error) {
    console.error(
      `The definition did not get its version. ${error instanceof Error ? error.message : error}`,
    );
    process.exitCode = 1;
  }
}

/** The version in the text of a package.json. */
export function versionOf(manifest: string): string {
  const { version } = JSON.parse(manifest) as { version?: unknown };
  if (typeof version !== "string" || !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version)) {
    throw new Error(`spec/package.json needs a version such as "1.2.3"; it has ${JSON.stringify(version)}.`);
  }
  return version;
}

/** The text of openapi.yaml with another `info.version`; every other character stays, comments and layout included. */
export function withVersion(definition: string, version: string): string {
  const document = parseDocument(definition);
  const [problem] = document.errors;
  if (problem) throw new Error(`spec/openapi.yaml is not YAML: ${problem.message}`);
  const scalar = document.getIn(["info", "version"], true);
  if (!isScalar(scalar) || typeof scalar.value !== "string" || !scalar.range) {
    throw new Error("spec/openapi.yaml has no info.version to set; add one, such as `version: 0.0.0`.");
  }
  const [start, end] = scalar.range;
  const quote = /^["']/.exec(definition.slice(start, end)) ?? "";
  return `${definition.slice(0, start)}${quote}${version}${quote}${definition.slice(end)}`;
}
