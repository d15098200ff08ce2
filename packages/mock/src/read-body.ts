import { essenceOf } from "./media-type.ts";
import type { Operation } from "./operation.ts";

/** A body that was read; its value is `undefined` where there is none, or where the operation takes none. */
export interface ReadBody {
  readonly value: unknown;
}

/** Reads a body for Prism: JSON as a value, another media type as its text. `undefined` for malformed JSON. */
export function readBody(operation: Operation, text: string, contentType = ""): ReadBody | undefined {
  if (text === "" || operation.requestMediaTypes.length === 0) return { value: undefined };
  if (!/[/+]json$/.test(essenceOf(contentType))) return { value: text };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
