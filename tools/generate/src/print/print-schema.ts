import { DefinitionError, type Schema } from "../definition/definition.ts";
import { objectLiteral, pureCall } from "./text.ts";

/** What printing a schema needs besides it. */
export interface SchemaContext {
  /** Where the schema stands, for errors. */
  where: string;
  /** What is to be said of a property that may not be there. */
  refusal: string;
  /** The expression of what a `$ref` leads to. */
  refer(ref: string): string;
  /** The schema that a `$ref` leads to. */
  resolve(ref: string): Schema;
}

/** A schema as an expression in the keywords of the client's `schema.ts`. */
export function printSchema(schema: Schema | boolean, context: SchemaContext): string {
  if (typeof schema === "boolean") return schema ? call("all") : call("refused", quote(context.refusal));
  refuseUnknown(schema, context);
  const checks = printers.flatMap((print) => print(schema, context));
  return checks.length === 1 ? String(checks[0]) : call("all", ...checks);
}

/** Keywords that say nothing about whether a value holds. */
const annotations = new Set(
  "title description default example examples deprecated readOnly writeOnly format externalDocs xml $comment contentEncoding contentMediaType discriminator".split(
    " ",
  ),
);

const limits = [
  ...["maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum", "multipleOf"],
  ...["maxLength", "minLength", "pattern", "maxItems", "minItems", "maxProperties", "minProperties"],
];

const applicators = [
  ...["$ref", "type", "enum", "const", "allOf", "anyOf", "oneOf", "not", "uniqueItems", "items"],
  ...["required", "properties", "additionalProperties"],
];

const known = new Set([...annotations, ...limits, ...applicators]);

function refuseUnknown(schema: Schema, { where }: SchemaContext): void {
  const unknown = Object.keys(schema).find((keyword) => !known.has(keyword) && !keyword.startsWith("x-"));
  if (unknown) throw new DefinitionError(`${where}: the client has no check for the keyword ${unknown}`);
}

/** In the order in which a check tells what it finds. */
const printers: ((schema: Schema, context: SchemaContext) => string[])[] = [
  ({ $ref }, { refer }) => ($ref === undefined ? [] : [refer($ref)]),
  printType,
  printLimits,
  printChoice,
  printCombinations,
  printItems,
  printProperties,
];

/** `text`, `list` and `object` say the type of what they are about themselves. */
function printType(schema: Schema): string[] {
  const { type } = schema;
  if (type === "string") return [printText(schema as TextSchema)];
  if (type === undefined || isList(schema) || isObject(schema)) return [];
  return [call("type", ...[type].flat().map(quote))];
}

function printText({ pattern = "", minLength = 0, maxLength }: TextSchema): string {
  const args = [pattern, minLength, maxLength];
  const used = maxLength !== undefined ? 3 : minLength > 0 ? 2 : pattern !== "" ? 1 : 0;
  return call("text", ...args.slice(0, used).map(quote));
}

interface TextSchema {
  pattern?: string;
  minLength?: number;
  maxLength?: number;
}

function isList({ type, items }: Schema): boolean {
  return type === "array" && items !== undefined;
}

function isObject({ type, properties, required, additionalProperties }: Schema): boolean {
  return type === "object" && [properties, required, additionalProperties].some((each) => each !== undefined);
}

function printLimits(schema: Schema): string[] {
  return limits.flatMap((keyword) => {
    const isTold = schema.type === "string" && saidOfText.includes(keyword);
    return schema[keyword] === undefined || isTold ? [] : [call(keyword, quote(schema[keyword]))];
  });
}

const saidOfText = ["pattern", "minLength", "maxLength"];

function printChoice(schema: Schema, { where }: SchemaContext): string[] {
  return [schema["enum"], "const" in schema ? [schema["const"]] : undefined].flatMap((values) => {
    if (!Array.isArray(values)) return [];
    if (values.some((value) => typeof value === "object" && value !== null))
      throw new DefinitionError(`${where}: the client can choose among simple values only`);
    return [call("choice", ...values.map(quote))];
  });
}

function printCombinations(schema: Schema, context: SchemaContext): string[] {
  const { allOf, anyOf, oneOf, not, discriminator } = schema as Combinations;
  const print = (each: Schema) => printSchema(each, context);
  const chosen = discriminator ? printChosen(discriminator, oneOf ?? anyOf ?? [], context) : undefined;
  return [
    ...(allOf ?? []).map(print),
    ...(chosen ? [chosen] : []),
    ...(anyOf && !chosen ? [call("anyOf", ...anyOf.map(print))] : []),
    ...(oneOf && !chosen ? [call("oneOf", ...oneOf.map(print))] : []),
    ...(not ? [call("not", print(not))] : []),
  ];
}

interface Combinations {
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  discriminator?: Discriminator;
}

interface Discriminator {
  propertyName: string;
  mapping?: Record<string, string>;
}

/** Where no alternatives stand beside it, a discriminator only tells of schemas that refer to this one. */
function printChosen(
  { propertyName, mapping = {} }: Discriminator,
  alternatives: Schema[],
  context: SchemaContext,
): string | undefined {
  if (alternatives.length === 0) return undefined;
  const checks = alternatives.flatMap((alternative) => {
    const check = printSchema(alternative, context);
    return valuesFor(alternative, propertyName, mapping, context).map((value) => [value, check] as const);
  });
  return call("chosenBy", quote(propertyName), objectLiteral(checks));
}

/** What chooses an alternative: as the mapping has it, else as the alternative itself does, else its name. */
function valuesFor(
  alternative: Schema,
  propertyName: string,
  mapping: Record<string, string>,
  { where, resolve }: SchemaContext,
): string[] {
  const { $ref } = alternative;
  const mapped = Object.keys(mapping).filter((value) => nameOf(mapping[value] ?? "") === $ref);
  if (mapped.length > 0) return mapped;
  const { properties = {} } = $ref === undefined ? alternative : resolve($ref);
  const { const: only, enum: several } = properties[propertyName] ?? {};
  const values = [only ?? several ?? $ref ?? []].flat().map(String);
  if (values.length > 0) return values;
  throw new DefinitionError(`${where}: no value of ${propertyName} chooses one of the alternatives`);
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

function printItems(schema: Schema, context: SchemaContext): string[] {
  return [
    ...(schema.items === undefined
      ? []
      : [call(isList(schema) ? "list" : "items", printSchema(schema.items, context))]),
    ...(schema["uniqueItems"] === true ? [call("uniqueItems")] : []),
  ];
}

function printProperties(schema: Schema, context: SchemaContext): string[] {
  const { properties = {}, required = [], additionalProperties: others = true } = schema as ObjectSchema;
  const checks = Object.entries(properties).map(
    ([name, property]) => [name, printSchema(property, context)] as const,
  );
  if (!isObject(schema) && checks.length + required.length === 0 && others === true) return [];
  const args = [objectLiteral(checks)];
  if (required.length > 0 || others !== true) args.push(`[${required.map(quote).join(", ")}]`);
  const unknown = { ...context, refusal: "is not a property that the definition knows" };
  if (others !== true) args.push(printSchema(others, unknown));
  return [call(isObject(schema) ? "object" : "properties", ...args)];
}

interface ObjectSchema {
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema | boolean;
}

function quote(value: unknown): string {
  return JSON.stringify(value);
}

function call(keyword: string, ...args: string[]): string {
  return pureCall(`schema.${keyword}`, ...args);
}
