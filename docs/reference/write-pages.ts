// Writes what is made and not written: the reference of the operations and of the command line, the history of changes,
// and the types that the reference of the functions needs.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { changePages } from "./change-pages.ts";
import { operationPages } from "./operation-pages.ts";
import { readmePage } from "./readme-page.ts";
import { namedTypes } from "./service-types.ts";
import { serviceDefinition, typesSource } from "./sources.ts";

const docs = fileURLToPath(new URL("../", import.meta.url));
const content = `${docs}content/docs/`;
const commandLine = readmePage(
  "reference/command-line.md",
  {
    title: "Command line",
    description: "Every command, flag, variable and exit code of atlas-snapshot-export.",
  },
  "packages/cli",
  readFileSync(`${docs}../packages/cli/README.md`, "utf8"),
);

for (const folder of ["reference", "changes"])
  rmSync(`${content}${folder}`, { recursive: true, force: true });
const pages = [...operationPages(serviceDefinition), commandLine, ...(await changePages())];
for (const { file, markdown } of pages) {
  write(`${content}${file}`, markdown);
}
write(`${docs}made/types.d.ts`, namedTypes(serviceDefinition, typesSource));

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
