// Writes what is made and not written: the reference of the operations, the history of changes, and the types that the
// reference of the functions needs.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { changePages } from "./change-pages.ts";
import { operationPages } from "./operation-pages.ts";
import { namedTypes } from "./service-types.ts";
import { serviceDefinition, typesSource } from "./sources.ts";

const docs = fileURLToPath(new URL("../", import.meta.url));
const content = `${docs}content/docs/`;

for (const folder of ["reference", "changes"])
  rmSync(`${content}${folder}`, { recursive: true, force: true });
for (const { file, markdown } of [...operationPages(serviceDefinition), ...(await changePages())]) {
  write(`${content}${file}`, markdown);
}
write(`${docs}made/types.d.ts`, namedTypes(serviceDefinition, typesSource));

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
