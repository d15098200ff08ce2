import type { paths } from "@atlas-snapshot-export/types";
import type { Client } from "openapi-fetch";
import { checkRequest, type RequestInput } from "./check.ts";
import { operations } from "./definition.gen.ts";
import { RequestValidationError } from "./errors.ts";
import { PlainRequest, type RequestOptions, type Send, toPlainRequest } from "./fetch/plain-request.ts";
import type { Method, Operation } from "./operation.ts";

type Surface = Client<paths>;

/** openapi-fetch's surface, where every call is held against the definition and carries its media types. */
export function checkedSurface(
  client: Surface,
  send: Send,
  validate: (operation: Operation, data: unknown) => Promise<void>,
): Surface {
  const byPath = new Map(operations.map((operation) => [key(operation.method, operation.path), operation]));
  let hasMiddleware = false;

  async function request(method: string, path: string, init: CallInit = {}): Promise<unknown> {
    const operation = byPath.get(key(method, path));
    if (!operation) throw unknownOperation(method, path);
    checkRequest(operation, init);
    // openapi-fetch's middleware may clone or wrap the request, which takes a real one.
    const isPlain = !hasMiddleware && !init.middleware?.length;
    const { params: _, body: __, headers, middleware: ___, ...options } = init;
    const callInit = {
      ...init,
      headers: { ...toRecord(headers), Accept: operation.accept, ...contentType(operation) },
      Request: isPlain ? PlainRequest : globalThis.Request,
      fetch: async (built: PlainRequest | Request) => send(await toPlainRequest(built, options)),
    };
    // openapi-fetch's generic signature stands for what the definition has just been asked.
    const result = await client.request(method as "get", path as never, callInit as never);
    if (result.response.ok && (init.parseAs ?? "json") === "json") await validate(operation, result.data);
    return result;
  }
  const on = (method: Method) => (path: string, init?: CallInit) => request(method, path, init);

  return {
    request,
    GET: on("GET"),
    PUT: on("PUT"),
    POST: on("POST"),
    DELETE: on("DELETE"),
    OPTIONS: on("OPTIONS"),
    HEAD: on("HEAD"),
    PATCH: on("PATCH"),
    TRACE: on("TRACE"),
    use(...added) {
      client.use(...added);
      hasMiddleware = true;
    },
    eject: client.eject,
    // At run time all methods are the one above; their generic signatures are openapi-fetch's own.
  } as Surface;
}

interface CallInit extends RequestInput, RequestOptions {
  headers?: Record<string, unknown> | Iterable<[string, unknown]>;
  middleware?: unknown[];
  parseAs?: string;
}

/** `Headers` and pairs come as a record, where ours can take the place of theirs. */
function toRecord(headers: CallInit["headers"] = {}): Record<string, unknown> {
  return Symbol.iterator in headers ? Object.fromEntries(headers) : headers;
}

function key(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}

function contentType({ body }: Operation): Record<string, string> {
  return body ? { "Content-Type": body.contentType } : {};
}

function unknownOperation(method: string, path: string): RequestValidationError {
  const known = operations.map((operation) => key(operation.method, operation.path)).join(", ");
  return new RequestValidationError(key(method, path), [
    { field: "path", rule: `is not in the definition, which has ${known}`, given: "another one" },
  ]);
}
