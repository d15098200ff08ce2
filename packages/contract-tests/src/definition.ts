import bundle from "@atlas-snapshot-export/spec/openapi.json" with { type: "json" };

/** One node of a JSON Schema. */
export interface Schema {
  readonly [keyword: string]: unknown;
}

/** A named example of a body. */
export interface Example {
  readonly name: string;
  readonly value: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly schema: Schema;
  readonly example: unknown;
}

export interface Body {
  readonly mediaType: string;
  readonly schema: Schema;
  readonly examples: readonly Example[];
}

export interface Answer {
  readonly status: number;
  /** The names of those that are declared. */
  readonly headers: readonly string[];
  /** `undefined` for an answer without one. */
  readonly body: Body | undefined;
}

/** One operation, with every reference on the way to its schemas resolved. */
export interface Operation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The path's template. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: (Body & { readonly required: boolean }) | undefined;
  readonly answers: readonly Answer[];
  /** The names of the security schemes, any one of which lets a request in. */
  readonly credentials: readonly string[];
}

/** The OpenAPI document, as far as it is read here. Its schemas stay as they are. */
export interface Document {
  readonly info: { readonly title: string; readonly version: string };
  readonly security?: SecurityRequirements;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
  };
}

export interface Definition {
  readonly document: Document;
  readonly operations: readonly Operation[];
}

type OrReference<Node> = Node | { readonly $ref: string };

interface PathItem {
  readonly parameters?: readonly OrReference<ParameterNode>[];
  readonly [method: string]: unknown;
}

interface OperationNode {
  readonly operationId: string;
  readonly parameters?: readonly OrReference<ParameterNode>[];
  readonly requestBody?: OrReference<{ readonly required?: boolean; readonly content: Content }>;
  readonly responses: Readonly<Record<string, OrReference<ResponseNode>>>;
  readonly security?: SecurityRequirements;
}

type SecurityRequirements = readonly Readonly<Record<string, readonly string[]>>[];

type ParameterNode = Omit<Parameter, "required"> & { readonly required?: boolean };

interface ResponseNode {
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Content;
}

type Content = Readonly<Record<string, MediaType>>;

interface MediaType {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, OrReference<{ readonly value: unknown }>>>;
}

interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly flows?: Readonly<Record<string, { readonly tokenUrl?: string }>>;
}

/** A way to sign in that the client knows. */
export type SignInKind = "clientCredentials" | "digest";

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** The definition that everything downstream is made from. */
// A cast, because the linter of the definition has held it against OpenAPI's own structure.
export const definition: Definition = readDefinition(bundle as unknown as Document);

export function readDefinition(document: Document): Definition {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((key) => METHODS.includes(key))
      .map((method) => readOperation(document, path, method)),
  );
  return { document, operations };
}

/** What the operation answers with when all is well. */
export function successOf({ operationId, answers }: Operation): Answer {
  const success = answers.find(({ status }) => status >= 200 && status < 300);
  if (success === undefined) throw new Error(`${operationId} has no 2xx answer.`);
  return success;
}

/** The paths of the token endpoints, which the definition knows only as URLs of its security schemes. */
export function tokenPaths({ components }: Document): string[] {
  const flows = Object.values(components.securitySchemes ?? {}).flatMap(({ flows }) =>
    Object.values(flows ?? {}),
  );
  return flows.flatMap(({ tokenUrl }) => (tokenUrl ? [new URL(tokenUrl, "https://host").pathname] : []));
}

/** The way to sign in that a security scheme stands for; `undefined` for one that the client does not know. */
export function signInKind({ components }: Document, name: string): SignInKind | undefined {
  const { type, scheme, flows } = components.securitySchemes?.[name] ?? {};
  if (type === "oauth2" && flows?.["clientCredentials"]) return "clientCredentials";
  return type === "http" && scheme === "digest" ? "digest" : undefined;
}

/** What a local reference points to (RFC 6901). */
export function follow(document: object, reference: string): unknown {
  const tokens = reference.slice("#/".length).split("/");
  let node: unknown = document;
  for (const token of tokens) {
    node = (node as Schema | undefined)?.[token.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (node === undefined) throw new Error(`The definition has nothing at ${reference}.`);
  return node;
}

/**
 * Whether a keyword says something about a value without demanding anything of it. `format` is one of them: it
 * annotates, unless a dialect says otherwise (JSON Schema 2020-12, validation, section 7.2.1).
 */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword) || keyword.startsWith("x-");
}

const ANNOTATIONS = new Set([
  ...["$comment", "title", "description", "default", "deprecated", "examples", "format", "writeOnly"],
  ...["contentEncoding", "contentMediaType", "contentSchema"],
  ...["discriminator", "example", "externalDocs", "xml"],
]);

/** Whether a keyword demands nothing by its value: `uniqueItems: false`, `minItems: 0`, `additionalProperties: true`. */
export function isIdle(keyword: string, value: unknown): boolean {
  if (keyword === "uniqueItems") return value === false;
  if (keyword === "minLength" || keyword === "minItems") return value === 0;
  return value === true && keyword !== "const";
}

function readOperation(document: Document, path: string, method: string): Operation {
  const item = document.paths[path] as PathItem;
  const node = item[method] as OperationNode;
  const parameters = [...(item.parameters ?? []), ...(node.parameters ?? [])]
    .map((parameter) => resolve(document, parameter))
    .map((parameter) => ({ ...parameter, required: parameter.required === true }));
  const request = node.requestBody && resolve(document, node.requestBody);
  const body = readBody(document, request?.content);
  return {
    operationId: node.operationId,
    method: method.toUpperCase(),
    path,
    // An operation may declare a parameter of its path again, and then its own counts.
    parameters: [
      ...new Map(parameters.map((parameter) => [`${parameter.in} ${parameter.name}`, parameter])).values(),
    ],
    body: body && { ...body, required: request?.required === true },
    answers: Object.entries(node.responses).map(([status, answer]) => {
      const { headers = {}, content } = resolve(document, answer);
      return { status: Number(status), headers: Object.keys(headers), body: readBody(document, content) };
    }),
    credentials: (node.security ?? document.security ?? []).flatMap((scheme) => Object.keys(scheme)),
  };
}

/** The first media type's; were there another, the coverage would miss its examples. */
function readBody(document: Document, content: Content = {}): Body | undefined {
  const [first] = Object.entries(content);
  if (first === undefined) return undefined;
  const [mediaType, { schema, examples = {} }] = first;
  const named = Object.entries(examples).map(([name, example]) => ({
    name,
    value: resolve(document, example).value,
  }));
  return { mediaType, schema, examples: named };
}

function resolve<Node extends object>(document: Document, node: OrReference<Node>): Node {
  if (!("$ref" in node)) return node;
  return resolve(document, follow(document, node.$ref) as OrReference<Node>);
}
