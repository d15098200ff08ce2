import type { Answer } from "./answer.ts";
import { type Operation, queryValue } from "./operation.ts";

/** An answer as it goes over the wire. */
export interface Presented {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** @default "whole" */
  readonly delivery?: Delivery;
}

/** How much of an answer arrives: all of it, half of its body, nothing on a connection that is cut or that stays open. */
export type Delivery = "whole" | "half" | "cut" | "none";

/** Writes an answer out, with the envelope and the indent that the query asks for where the operation has them. */
export function present(answer: Answer, query = "", operation?: Operation): Presented {
  if (operation !== undefined && answer.status === 401) return presentUnauthorized(answer);
  const asksFor = (name: string): boolean =>
    operation !== undefined && queryValue(operation, query, name) === "true";
  const body = asksFor("envelope") ? envelope(answer) : answer.body;
  return {
    status: answer.status,
    headers: presentHeaders(answer),
    text: body === undefined ? "" : JSON.stringify(body, undefined, asksFor("pretty") ? 2 : undefined),
  };
}

/** The live service checks credentials before it reads the query: its 401 is always indented, and has no extra header. */
function presentUnauthorized({ status, headers, body }: Answer): Presented {
  return { status, headers, text: JSON.stringify(body, undefined, 2) };
}

/** A list carries the status beside its own properties; anything else becomes the `content`. */
function envelope({ status, body }: Answer): unknown {
  const isList = status < 300 && typeof body === "object" && body !== null && "results" in body;
  return isList ? { ...body, status } : { status, content: body };
}

/**
 * The live service names the charset of its versioned media types. An error repeats its code in a header, and varies by
 * the encoding.
 */
function presentHeaders({ headers, body }: Answer): Record<string, string> {
  const { "content-type": contentType = "" } = headers;
  const { errorCode } = Object(body) as { errorCode?: unknown };
  return {
    ...headers,
    ...(contentType.startsWith("application/vnd.") && { "content-type": `${contentType};charset=utf-8` }),
    ...(typeof errorCode === "string" && { "x-error-code": errorCode, vary: "Accept-Encoding" }),
  };
}
