import { parseDocument } from "yaml";
import { isNode, type Node } from "./node.ts";

/** What the user can mend, told without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads a bundled definition, JSON or YAML.
 *
 * @param name what to call it in a message
 * @throws {UsageError} when the text is no OpenAPI 3 document, or one of several files
 */
export function parseDefinition(text: string, name: string): Node {
  const document = parse(text, name);
  if (!isNode(document) || !/^3\./.test(String(document["openapi"])) || !isNode(document["paths"])) {
    throw new UsageError(
      `${name} is not an OpenAPI 3 definition: it needs \`openapi: 3.…\` and \`paths\`. The bundle is spec/generated/openapi.json.`,
    );
  }
  const outside = foreignReference(document);
  if (outside !== undefined) {
    throw new UsageError(
      `${name} refers to another file, ${outside}. Compare the bundle, spec/generated/openapi.json, instead.`,
    );
  }
  return document;
}

/** JSON is YAML, too, and read as JSON far sooner. */
function parse(text: string, name: string): unknown {
  if (text.startsWith("{")) {
    try {
      return JSON.parse(text);
    } catch {
      // The message about it is YAML's: with line and column.
    }
  }
  const parsed = parseDocument(text, { logLevel: "silent" });
  const [problem] = parsed.errors;
  if (problem) throw new UsageError(`${name} is neither JSON nor YAML: ${problem.message.split("\n")[0]}`);
  return parsed.toJS();
}

/** The first `$ref` that leads out of the document. */
function foreignReference(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const reference = "$ref" in value ? value.$ref : undefined;
  if (typeof reference === "string" && !reference.startsWith("#/")) return reference;
  for (const inner of Object.values(value)) {
    const found = foreignReference(inner);
    if (found !== undefined) return found;
  }
  return undefined;
}
