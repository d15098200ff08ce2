/** What the pages read of an OpenAPI document. */
export interface Definition {
  paths: Record<string, PathItem>;
  components: { schemas: Record<string, Schema> };
}

export type PathItem = { parameters?: Ref<Parameter>[] } & { [method in Method]?: Operation };

export const methods = ["get", "put", "post", "delete", "patch"] as const;

export type Method = (typeof methods)[number];

export interface Operation {
  operationId: string;
  summary: string;
  description: string;
  deprecated?: boolean;
  parameters?: Ref<Parameter>[];
  requestBody?: Ref<Body & { required?: boolean }>;
  responses: Record<string, Ref<Body & { headers?: Record<string, Ref<Header>> }>>;
}

export interface Parameter extends Header {
  name: string;
  in: string;
  required?: boolean;
  deprecated?: boolean;
  example: unknown;
}

export interface Header {
  description: string;
  schema: Ref<Schema>;
}

export interface Body {
  description: string;
  content?: Record<string, MediaType>;
}

export interface MediaType {
  schema: Ref<Schema>;
  examples?: Record<string, Ref<Example>>;
}

export interface Example {
  summary: string;
  value: unknown;
}

export interface Schema {
  description?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  readOnly?: boolean;
  deprecated?: boolean;
  required?: string[];
  properties?: Record<string, Ref<Schema>>;
  items?: Ref<Schema>;
  oneOf?: Ref<Schema>[];
  allOf?: Ref<Schema>[];
}

/** The thing itself, or where in the document it is. What stands beside a `$ref` adds to it (OpenAPI 3.1). */
export type Ref<Thing extends object> = Thing | { $ref: string };

/** The thing, wherever it is. */
export function resolve<Thing extends object>(definition: Definition, of: Ref<Thing>): Thing {
  if (!isRef(of)) return of;
  const { $ref, ...beside } = of;
  let at: unknown = definition;
  for (const key of $ref.slice("#/".length).split("/")) at = (at as Record<string, unknown>)[unescaped(key)];
  // A cast, because the bundle has no reference that leads to nothing: redocly's lint says so.
  return { ...resolve(definition, at as Ref<Thing>), ...beside };
}

export function isRef(of: object): of is { $ref: string } {
  return "$ref" in of;
}

/** RFC 6901, section 4. */
function unescaped(key: string): string {
  return key.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** The operations in the order in which the document has them. */
export function operationsOf({ paths }: Definition): OperationAt[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation, shared: item.parameters ?? [] }] : [];
    }),
  );
}

export interface OperationAt {
  method: Method;
  path: string;
  operation: Operation;
  /** The parameters that all operations of the path have. */
  shared: Ref<Parameter>[];
}
