import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import own from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };
import { buildDefinition } from "./build.ts";

/**
 * Writes a definition of so many operations.
 *
 * @returns its path
 */
export function writeDefinition(operations: number): string {
  const file = new URL(`../generated/definitions/${operations}/openapi.json`, import.meta.url);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, JSON.stringify(buildDefinition(own, operations), null, 2));
  return fileURLToPath(file);
}
