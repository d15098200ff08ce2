import { readFileSync } from "node:fs";
import { header } from "./text.ts";

/** `packages/client/src/version.gen.ts`: the version that the client names itself by. */
export function printVersion(manifest: string): string {
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return `${header}\nexport const version = ${JSON.stringify(version)};\n`;
}
