import { readFileSync } from "node:fs";
import definition from "../../spec/generated/openapi.json" with { type: "json" };
import type { Definition } from "./definition.ts";

// A cast, because the type of a JSON file knows each of its values and not what it is.
export const serviceDefinition = definition as unknown as Definition;

/** The text of the file in which the types package names its types. */
export const typesSource: string = readFileSync(
  new URL("../../packages/types/src/names.gen.ts", import.meta.url),
  "utf8",
);
