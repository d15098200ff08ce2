import type { Operation, OperationResponse, Parameter, SecurityScheme } from "./operation.ts";

/** The part of Prism's operation that is read here. */
interface Resource {
  readonly iid?: string;
  readonly method: string;
  readonly path: string;
  readonly request?: {
    readonly path?: readonly Named[];
    readonly query?: readonly Named[];
    readonly headers?: readonly Named[];
    readonly body?: { readonly contents?: readonly Content[] };
  };
  readonly responses: readonly { readonly code: string; readonly contents?: readonly Content[] }[];
  readonly security?: readonly (readonly Scheme[])[];
}

interface Named {
  readonly name: string;
  readonly schema?: { readonly default?: unknown };
  readonly examples?: readonly { readonly key: string; readonly value?: unknown }[];
}

interface Content {
  readonly mediaType: string;
  readonly examples?: readonly { readonly key: string; readonly value?: unknown }[];
}

interface Scheme {
  readonly key: string;
  readonly type: string;
  readonly scheme?: string;
  readonly flows?: { readonly clientCredentials?: { readonly tokenUrl: string } };
}

/** The operation's own id, or its method and path where the definition gives none. */
export function operationIdOf({ iid, method, path }: Resource): string {
  return iid ?? `${method.toUpperCase()} ${path}`;
}

/** Reads one of Prism's operations into the mock's own plain form. */
export function readOperation(resource: Resource): Operation {
  const { request = {} } = resource;
  return {
    operationId: operationIdOf(resource),
    method: resource.method.toUpperCase(),
    path: resource.path,
    parameters: [
      ...readParameters("path", request.path),
      ...readParameters("query", request.query),
      ...readParameters("header", request.headers),
    ],
    requestMediaTypes: (request.body?.contents ?? []).map((content) => content.mediaType),
    responses: new Map(resource.responses.map(({ code, contents }) => [code, readResponse(contents)])),
    security: (resource.security ?? []).map((schemes) => schemes.map(readScheme)),
  };
}

function readParameters(place: Parameter["in"], parameters: readonly Named[] = []): Parameter[] {
  return parameters.map(({ name, schema, examples }) => ({
    name,
    in: place,
    default: schema?.default,
    example: examples?.[0]?.value,
  }));
}

function readResponse(contents: readonly Content[] = []): OperationResponse {
  const examples = contents.flatMap((content) => content.examples ?? []);
  return {
    mediaTypes: contents.map((content) => content.mediaType),
    examples: new Map(examples.map(({ key, value }) => [key, value])),
  };
}

function readScheme({ key, type, scheme, flows }: Scheme): SecurityScheme {
  if (type === "http" && scheme === "digest") return { kind: "digest" };
  if (type === "http" && scheme === "bearer") return { kind: "bearer", tokenUrl: undefined };
  if (type === "oauth2" && flows?.clientCredentials !== undefined) {
    return { kind: "bearer", tokenUrl: flows.clientCredentials.tokenUrl };
  }
  return { kind: "unsupported", name: key };
}
