import { type Definition, isRef, type Ref, resolve, type Schema } from "./definition.ts";
import { code, row, table } from "./markdown.ts";

/** The page of all schemas: what each is, and a table of its properties. `schemasPage` is where the links lead. */
export function schemaSections(definition: Definition): string {
  return Object.entries(definition.components.schemas)
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([name, schema]) =>
      [`## ${name}`, schema.description, body(definition, schema)].filter(Boolean).join("\n\n"),
    )
    .join("\n\n");
}

function body(definition: Definition, schema: Schema): string {
  const properties = propertiesOf(definition, schema);
  if (properties.length === 0) return `${typeText(schema, "#")}.`;
  return propertyTable(definition, schema, "#");
}

/** A table of an object's properties; `schemasAt` is the address of the page of all schemas. */
export function propertyTable(definition: Definition, schema: Schema, schemasAt: string): string {
  const rows = propertiesOf(definition, schema).map(({ name, isRequired, property }) => {
    const { description, readOnly, deprecated, default: byDefault } = resolve(definition, property);
    return row(
      code(name),
      typeText(property, schemasAt),
      whatItIs({
        isRequired,
        isReadOnly: readOnly === true,
        isDeprecated: deprecated === true,
        byDefault,
        description,
      }),
    );
  });
  return table(["Property", "Type", "What it is"], rows);
}

/** Whether it has to be there, and what it is. */
export function whatItIs({
  isRequired,
  isReadOnly,
  isDeprecated,
  byDefault,
  description = "",
}: Described): string {
  const notes = [
    isRequired ? "Required." : "",
    isReadOnly ? "Read-only." : "",
    isDeprecated ? "**Deprecated.**" : "",
    byDefault === undefined ? "" : `Default ${code(JSON.stringify(byDefault))}.`,
  ];
  return [...notes, description].filter(Boolean).join(" ");
}

interface Described {
  isRequired: boolean;
  isReadOnly: boolean;
  isDeprecated: boolean;
  byDefault: unknown;
  description: string | undefined;
}

interface Property {
  name: string;
  isRequired: boolean;
  property: Ref<Schema>;
}

/** An object's own properties and those of everything that it is made of; what comes last says how a property is. */
function propertiesOf(definition: Definition, schema: Schema): Property[] {
  const { properties = {}, required = [], allOf = [] } = schema;
  const byName = new Map<string, Property>();
  for (const part of allOf) {
    for (const one of propertiesOf(definition, resolve(definition, part))) byName.set(one.name, one);
  }
  for (const [name, property] of Object.entries(properties)) {
    byName.set(name, { name, isRequired: required.includes(name), property });
  }
  return [...byName.values()];
}

/** A schema in a few words: its name where it has one, else its type and its limits. */
export function typeText(schema: Ref<Schema>, schemasAt: string): string {
  if (isRef(schema)) return schemaLink(schema.$ref, schemasAt);
  const { items, oneOf, enum: values, const: only, type } = schema;
  if (items) return `array of ${typeText(items, schemasAt)}`;
  if (oneOf) return oneOf.map((one) => typeText(one, schemasAt)).join(" or ");
  if (only !== undefined) return code(JSON.stringify(only));
  if (values) return values.map((value) => code(JSON.stringify(value))).join(", ");
  return [[type ?? "anything"].flat().join(" or "), ...limits(schema)].join(", ");
}

function limits({ format, pattern, minimum, maximum, minLength, maxLength }: Schema): string[] {
  return [
    format ?? "",
    range(minimum, maximum, ""),
    range(minLength, maxLength, " characters"),
    pattern ? code(pattern) : "",
  ].filter(Boolean);
}

function range(from: number | undefined, to: number | undefined, unit: string): string {
  if (from === undefined && to === undefined) return "";
  if (to === undefined) return `from ${from}${unit}`;
  return from === undefined ? `up to ${to}${unit}` : `${from} to ${to}${unit}`;
}

function schemaLink(ref: string, schemasAt: string): string {
  const name = ref.split("/").at(-1) ?? "";
  return `[${name}](${schemasAt === "#" ? "" : schemasAt}#${name.toLowerCase()})`;
}
