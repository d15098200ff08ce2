/** One operation of a definition, as plain data: what the mock has to know about it before Prism is asked. */
export interface Operation {
  readonly operationId: string;
  /** In upper case. */
  readonly method: string;
  /** The path's template, such as `/groups/{groupId}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The media types of the request body, empty for an operation without one. */
  readonly requestMediaTypes: readonly string[];
  /** By status; `default` and `4XX` are keys too where the definition uses them. */
  readonly responses: ReadonlyMap<string, OperationResponse>;
  /** One of these sets of schemes has to be met. Empty: anybody may call. */
  readonly security: readonly (readonly SecurityScheme[])[];
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  /** The value that a request without the parameter means. */
  readonly default?: unknown;
  /** The definition's own value for it. */
  readonly example?: unknown;
}

export interface OperationResponse {
  readonly mediaTypes: readonly string[];
  /** The named examples and their bodies. */
  readonly examples: ReadonlyMap<string, unknown>;
}

export type SecurityScheme =
  | { readonly kind: "bearer"; readonly tokenUrl: string | undefined }
  | { readonly kind: "digest" }
  | { readonly kind: "unsupported"; readonly name: string };

/** The media types of all 2xx responses. */
export function successMediaTypes(operation: Operation): string[] {
  const successes = [...operation.responses].filter(([status]) => status.startsWith("2"));
  return [...new Set(successes.flatMap(([, response]) => response.mediaTypes))];
}

/** A query parameter's value, or its default, as text; `undefined` where the operation does not take it. */
export function queryValue(operation: Operation, query: string, name: string): string | undefined {
  const parameter = operation.parameters.find(
    (declared) => declared.in === "query" && declared.name === name,
  );
  if (parameter === undefined) return undefined;
  return new URLSearchParams(query).get(name) ?? String(parameter.default);
}

/** The values of a template's parameters in a path that matches it, percent-decoded. */
export function pathParameters(template: string, path: string): Record<string, string> {
  const segments = path.split("/");
  const values: Record<string, string> = {};
  for (const [index, part] of template.split("/").entries()) {
    const [, name] = /^\{(.+)\}$/.exec(part) ?? [];
    if (name !== undefined) values[name] = decodeURIComponent(segments[index] ?? "");
  }
  return values;
}
