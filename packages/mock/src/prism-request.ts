import { MIMEType } from "node:util";
import type { Operation } from "./operation.ts";

/** A request as Prism sees it: the body is parsed already. */
export interface PrismRequest {
  readonly method: string;
  /** As on the wire, still percent-encoded, without the query. */
  readonly path: string;
  /** As on the wire, without the question mark. */
  readonly query?: string;
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Which answer to pick, as in `Prefer: code=409, example=exportAlreadyActive`. */
export interface Preference {
  readonly code?: number;
  readonly example?: string;
}

/** What of a request is too malformed for Prism, which throws on it. */
export function malformedPart(request: PrismRequest): string | undefined {
  if (!isPercentEncoded(request.path)) return `The path ${request.path} is not percent-encoded correctly.`;
  const contentType = request.headers?.["content-type"];
  if (contentType !== undefined && !isMediaType(contentType)) {
    return `The Content-Type ${JSON.stringify(contentType)} is not a media type.`;
  }
  return undefined;
}

/** Says why a preference cannot be met. Prism would go on to another status without a word. */
export function unknownPreference(operation: Operation, { code, example }: Preference): string | undefined {
  const { operationId, responses } = operation;
  const response = code === undefined ? firstSuccess(operation) : responseFor(operation, code);
  if (response === undefined) {
    return `${operationId} has no response ${code}. It has ${[...responses.keys()].join(", ")}.`;
  }
  if (example === undefined || response.examples.has(example)) return undefined;
  const known = [...response.examples.keys()].join(", ") || "none";
  return `${operationId} has no example ${example} for ${code ?? "success"}. It has ${known}.`;
}

/** The query as Prism takes it: a list where a name is repeated. */
export function readQuery(query: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries(
    [...new Set(parameters.keys())].map((name) => {
      const values = parameters.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

export function isPercentEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isMediaType(value: string): boolean {
  try {
    return new MIMEType(value).essence !== "";
  } catch {
    return false;
  }
}

function responseFor(
  { responses }: Operation,
  code: number,
): { examples: ReadonlyMap<string, unknown> } | undefined {
  return responses.get(String(code)) ?? responses.get(`${String(code)[0]}XX`) ?? responses.get("default");
}

function firstSuccess({ responses }: Operation): { examples: ReadonlyMap<string, unknown> } | undefined {
  const success = [...responses.keys()].filter((status) => status.startsWith("2")).sort()[0];
  return responses.get(success ?? "default") ?? [...responses.values()][0];
}
