import { readFileSync } from "node:fs";
import { join } from "node:path";
import { madeFrom } from "./text.ts";

const manifest = "packages/client/package.json";

/** `packages/client/src/version.gen.ts`: the version that the client names itself by. */
export function printVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, manifest), "utf8")) as { version: string };
  return `// ${madeFrom(manifest)}\nexport const version = ${JSON.stringify(version)};\n`;
}
