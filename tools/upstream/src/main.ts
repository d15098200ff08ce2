// Holds the definition against the OpenAPI file that the vendor publishes. Every difference has to be listed in
// spec/deviations.yaml, and everything listed there has to be a difference still.
// Exits with 0 when that is so, with 1 when it is not, and with 2 when a file cannot be used.
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { check } from "./check.ts";
import { UnusableFileError } from "./document.ts";

const usage = `Usage: pnpm check:upstream [<file or URL>]

The vendor's OpenAPI file may be JSON or YAML, 3.0 or 3.1. Without an argument it is the one that the vendor publishes,
at the \`source\` in spec/deviations.yaml.`;

try {
  const location = locationOf(process.argv.slice(2));
  process.chdir(fileURLToPath(new URL("../../..", import.meta.url)));
  const { isAsListed, text } = await check({
    location,
    definition: "spec/generated/openapi.json",
    list: "spec/deviations.yaml",
    today: new Date().toISOString().slice(0, "YYYY-MM-DD".length),
  });
  process.stdout.write(text);
  process.exitCode = isAsListed ? 0 : 1;
} catch (error) {
  if (!(error instanceof UnusableFileError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function locationOf([location, ...more]: string[]): string | undefined {
  if (more.length > 0 || location?.startsWith("-")) throw new UnusableFileError(usage);
  return location === undefined || URL.canParse(location) ? location : resolve(location);
}
