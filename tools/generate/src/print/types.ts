import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { Document } from "../definition/definition.ts";
import { header } from "./text.ts";

/** `packages/types/src/openapi.gen.ts`: `paths`, `operations` and `components`, read-only properties marked. */
export async function printTypes(document: Document): Promise<string> {
  // It writes into what it is given, and the document is not its own.
  const copy = structuredClone(document) as unknown as OpenAPI3;
  const nodes = await openapiTS(copy, { readWriteMarkers: true, silent: true });
  return `${header}\n${astToString(nodes).replaceAll(toolRemark, "")}`;
}

/** openapi-typescript writes into the description of a discriminating property what it did to it. */
const toolRemark = " (enum property replaced by openapi-typescript)";
