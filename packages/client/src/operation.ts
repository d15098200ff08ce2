import type { Check } from "./schema.ts";

/** What the client has to know of an operation; `definition.gen.ts` holds one for each in the definition. */
export interface Operation {
  readonly operationId: string;
  readonly method: Method;
  /** The path template, placeholders in braces. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly body?: RequestBody;
  /** The versioned media type of the answer. */
  readonly accept: string;
  /** What the body of a 2xx has to hold, where there is one. */
  readonly answer?: Check;
}

export type Method = "GET" | "PUT" | "POST" | "DELETE" | "OPTIONS" | "HEAD" | "PATCH" | "TRACE";

export interface Parameter {
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly check: Check;
}

export interface RequestBody {
  readonly contentType: string;
  readonly required: boolean;
  readonly check: Check;
}
