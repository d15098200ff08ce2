// Holds spec/openapi.yaml and all that it refers to against the ruleset of spec/redocly.yaml.
import { fileURLToPath } from "node:url";
import { DefinitionError, readDefinition } from "./definition/definition.ts";

process.chdir(fileURLToPath(new URL("../../..", import.meta.url)));
try {
  await readDefinition("spec/openapi.yaml", "spec/redocly.yaml");
} catch (error) {
  if (!(error instanceof DefinitionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
