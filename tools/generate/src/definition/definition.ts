import { BaseResolver, bundle, lint, loadConfig, ResolveError, YamlParseError } from "@redocly/openapi-core";
import { DefinitionError, refuse } from "./problems.ts";

export { DefinitionError } from "./problems.ts";

export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  readOnly?: boolean;
  properties?: Record<string, Schema>;
  items?: Schema;
  [keyword: string]: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required: boolean;
  description: string;
  deprecated?: boolean;
  schema: Schema;
}

export interface Body {
  mediaType: string;
  schema: Schema;
  /** Named examples: the values, without their summaries. */
  examples: Record<string, unknown>;
}

export interface Response {
  status: number;
  description: string;
  body: Body | undefined;
}

/** One operation together with what its path item and the components lend it. */
export interface Operation {
  operationId: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  deprecated?: boolean;
  parameters: Parameter[];
  requestBody: (Body & { required: boolean }) | undefined;
  responses: Response[];
}

export interface Definition {
  /** The bundle: one OpenAPI document whose every `$ref` stays inside it. */
  document: Document;
  operations: Operation[];
}

export interface Document {
  info: { version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> } & Record<string, Record<string, unknown>>;
}

/**
 * Reads, lints and bundles the definition.
 *
 * @param entry path of openapi.yaml
 * @param ruleset path of redocly.yaml
 * @throws {DefinitionError} when a rule is broken or a `$ref` leads nowhere
 */
export async function readDefinition(entry: string, ruleset: string): Promise<Definition> {
  const config = await loadConfig({ configPath: ruleset });
  // One resolver, so that every file is read and parsed once.
  const read = { ref: entry, config, externalRefResolver: new BaseResolver(config.resolve) };
  refuse(entry, await lint(read).catch(refuseUnreadable));
  const bundled = await bundle(read);
  refuse(entry, bundled.problems);
  // Lint has just held the document against the OpenAPI 3.1 structure that these types are an excerpt of.
  const document = bundled.bundle.parsed as Document;
  return { document, operations: operationsOf(document) };
}

/** What is wrong with the entry itself is thrown, and not a problem of the lint. */
function refuseUnreadable(error: unknown): never {
  if (error instanceof ResolveError || error instanceof YamlParseError)
    throw new DefinitionError(error.message);
  throw error;
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, pathItem]) =>
    Object.entries(pathItem)
      .filter(([key]) => methods.includes(key))
      .map(([method, operation]) => toOperation(document, path, method, pathItem, operation)),
  );
}

function toOperation(
  document: Document,
  path: string,
  method: string,
  // Everything below is narrowed by the lint that came before.
  // biome-ignore lint/suspicious/noExplicitAny: an OpenAPI node
  pathItem: any,
  // biome-ignore lint/suspicious/noExplicitAny: an OpenAPI node
  operation: any,
): Operation {
  // biome-ignore lint/suspicious/noExplicitAny: an OpenAPI node
  const resolved = (node: any): any => resolve(document, node);
  const toBody = (content: Record<string, Record<string, unknown>>): Body | undefined => {
    const [entry] = Object.entries(content ?? {});
    if (!entry) return undefined;
    const [mediaType, { schema, examples }] = entry;
    const values = Object.entries(examples ?? {}).map(([name, example]) => [name, resolved(example).value]);
    return { mediaType, schema: schema as Schema, examples: Object.fromEntries(values) };
  };
  const requestBody = resolved(operation.requestBody);
  const body = toBody(requestBody?.content);
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    deprecated: operation.deprecated ?? false,
    parameters: overridden(
      [...(pathItem.parameters ?? []), ...(operation.parameters ?? [])].map(resolved),
    ).map(({ name, in: place, required = false, description, deprecated = false, schema }) => ({
      name,
      in: place,
      required,
      description,
      deprecated,
      schema,
    })),
    requestBody: body && { ...body, required: requestBody.required ?? false },
    responses: Object.entries(operation.responses).map(([status, response]) => {
      const { description, content } = resolved(response);
      return { status: Number(status), description, body: toBody(content) };
    }),
  };
}

/** An operation may declare a parameter of its path again, and then its own counts. */
function overridden(parameters: Parameter[]): Parameter[] {
  return [
    ...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
  ];
}

/** What the operation answers with when all is well. */
export function successOf({ operationId, responses }: Operation): Response {
  const success = responses.find(({ status }) => status >= 200 && status < 300);
  if (!success) throw new DefinitionError(`${operationId}: there is no 2xx response`);
  return success;
}

/** Follows the local `$ref` of a reference object (RFC 6901) as far as it leads. */
export function resolve(document: Document, node: unknown): unknown {
  let current = node;
  while (isReference(current)) {
    current = current.$ref
      .slice(2)
      .split("/")
      .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"))
      // biome-ignore lint/suspicious/noExplicitAny: a step into an unknown document
      .reduce((parent: any, token) => parent?.[token], document);
  }
  return current;
}

function isReference(node: unknown): node is { $ref: string } {
  return typeof node === "object" && node !== null && "$ref" in node;
}
