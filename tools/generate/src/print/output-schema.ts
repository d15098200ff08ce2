import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { DefinitionError, type Document, type Schema } from "../definition/definition.ts";
import { madeFrom } from "./text.ts";

export const outputSchemaSource = "packages/cli/output.schema.yaml";

/** `packages/cli/generated/output.schema.json`: the CLI's own schema with the definition's schemas put into it. */
export function printOutputSchema(document: Document, root: string): string {
  const own = parse(readFileSync(join(root, outputSchemaSource), "utf8")) as OutputSchema;
  const { $schema, ...rest } = withDefinition(own, document.components.schemas);
  const $comment = madeFrom(outputSchemaSource, "spec/openapi.yaml");
  return `${JSON.stringify({ $schema, $comment, ...rest }, null, 2)}\n`;
}

interface OutputSchema extends Schema {
  $schema?: string;
  $defs: Record<string, Schema>;
}

/** The schema and, below its own `$defs`, whatever of the components it leads to. */
export function withDefinition(own: OutputSchema, components: Record<string, Schema>): OutputSchema {
  const $defs = { ...own.$defs };
  const missing = () => [...new Set(referencesIn({ ...own, $defs }))].filter((name) => !(name in $defs));
  for (let names = missing(); names.length > 0; names = missing()) {
    for (const name of names) {
      const component = components[name];
      if (!component)
        throw new DefinitionError(`${outputSchemaSource} refers to ${name}, which nothing defines`);
      $defs[name] = opened(component);
    }
  }
  return { ...own, $defs };
}

function referencesIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { $ref } = node as Schema;
  const own = typeof $ref === "string" ? [$ref.replace("#/$defs/", "")] : [];
  return [...own, ...Object.values(node).flatMap(referencesIn)];
}

/**
 * A component as it may look one day: the output passes on what the service sends, so a value that the definition does
 * not list yet is no broken output. Annotations of OpenAPI alone are left out.
 */
function opened(schema: Schema): Schema {
  const { $ref, properties, enum: listed, oneOf, discriminator, readOnly: _, ...rest } = schema;
  return {
    ...mapValues(rest, openedWithin),
    ...($ref ? { $ref: $ref.replace("#/components/schemas/", "#/$defs/") } : {}),
    ...(listed ? { examples: listed } : {}),
    ...(oneOf ? { anyOf: [...(oneOf as Schema[]).map(opened), ...otherKinds(discriminator)] } : {}),
    ...(properties ? { properties: mapValues(properties, openedWithin) } : {}),
  } as Schema;
}

function openedWithin(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(openedWithin);
  return typeof node === "object" && node !== null ? opened(node as Schema) : node;
}

/** What the property of a discriminator may say besides the kinds that are known. */
function otherKinds(discriminator: unknown): Schema[] {
  const { propertyName, mapping } = Object(discriminator) as { propertyName?: string; mapping?: object };
  if (!propertyName) return [];
  return [{ type: "object", properties: { [propertyName]: { not: { enum: Object.keys(mapping ?? {}) } } } }];
}

function mapValues(node: object, map: (value: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, map(value)]));
}
