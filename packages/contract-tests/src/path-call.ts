import type { PathClient } from "@atlas-snapshot-export/client";
import type { Operation } from "./definition.ts";
import type { Input } from "./input.ts";

/** Calls an operation by its path, on openapi-fetch's own surface. */
export function callByPath(atlas: PathClient, operation: Operation, input: Input): Promise<unknown> {
  const request = atlas.request as Request;
  return request(operation.method.toLowerCase(), operation.path, initOf(operation, input));
}

/** What every method of the surface comes down to. */
type Request = (method: string, path: string, init: object) => Promise<unknown>;

/** The input in openapi-fetch's places. */
function initOf({ parameters }: Operation, { body, ...values }: Input): object {
  const placed = (place: string) =>
    Object.fromEntries(
      parameters.filter(({ in: where }) => where === place).map(({ name }) => [name, values[name]]),
    );
  return { params: { path: placed("path"), query: placed("query"), header: placed("header") }, body };
}
