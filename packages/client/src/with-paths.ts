import type { paths } from "@atlas-snapshot-export/types";
import createOpenapiClient, { type Client, type Middleware } from "openapi-fetch";
import { checkRequest, type RequestInput } from "./check.ts";
import type { AtlasClient } from "./create-client.ts";
import { operations } from "./definition.gen.ts";
import { RequestValidationError } from "./errors.ts";
import type { ExchangeOptions } from "./exchange.ts";
import { toResponse } from "./fetch/answer.ts";
import { undelivered } from "./fetch/delivery.ts";
import { PlainRequest, toPlainRequest } from "./fetch/plain-request.ts";
import type { Method, Operation } from "./operation.ts";

/** A client that has openapi-fetch's typed surface as well, its middleware included. */
export type PathClient = AtlasClient & Client<paths>;

/**
 * Adds openapi-fetch's own surface to a client: `GET(path, …)`, `POST(path, …)` and so on, every call of which is
 * checked and carries the definition's media types. They answer `{ data, error, response }` and do not throw on a
 * status: judge `response.ok`. Middleware that is added with `use` sees every call that is made with this client.
 *
 * It is a function of its own, so that a program which does without it carries only the operations that it calls.
 * The `fetch` and `Request` of a single call, which openapi-fetch knows, have no effect: they would pass the sign-in by.
 *
 * @example
 * const atlas = withPaths(createAtlasClient({ auth }));
 * const path = "/api/atlas/v2/groups/{groupId}/backup/exportBuckets";
 * const { data, response } = await atlas.GET(path, { params: { path: { groupId } } });
 * if (!response.ok) throw new Error(`${response.status}`);
 * console.log(data?.results.length);
 */
export function withPaths(atlas: AtlasClient): PathClient {
  const byPath = new Map(operations.map((operation) => [key(operation.method, operation.path), operation]));
  const { baseUrl, send, headersOf } = atlas.engine;
  const openapi = createOpenapiClient({ baseUrl }) as unknown as Untyped;
  const middleware: Middleware[] = [];

  /** In the forms that middleware and users know, where the functions of this package do with lighter ones. */
  async function fetchWith(operation: Operation, init: FullInit): Promise<Fetched> {
    checkRequest(operation, init);
    const { params: _, body: __, headers, middleware: added = [], ...options } = init;
    const all = [...middleware, ...added];
    const { "user-agent": userAgent, ...fixed } = headersOf(operation);
    return openapi.request(operation.method, operation.path, {
      ...init,
      headers: { "user-agent": userAgent, ...toRecord(headers), ...fixed },
      middleware: all,
      // It may clone or wrap the request, which takes a real one.
      Request: all.length > 0 ? globalThis.Request : PlainRequest,
      fetch: async (built: PlainRequest | Request) =>
        toResponse(await send(await toPlainRequest(built, { delivery: undelivered(), ...options }))),
    });
  }

  async function request(method: string, path: string, init: FullInit = {}): Promise<Fetched> {
    const operation = byPath.get(key(method, path));
    if (!operation) throw unknownOperation(method, path);
    const fetched = await fetchWith(operation, init);
    const isJson = (init.parseAs ?? "json") === "json";
    if (fetched.response.ok && isJson) await atlas.checkAnswer(operation, fetched.data);
    return fetched;
  }
  const on = (method: Method) => (path: string, init?: FullInit) => request(method, path, init);

  return {
    ...atlas,
    async exchange(operation, input, options) {
      if (middleware.length === 0) return atlas.exchange(operation, input, options);
      const { data, error, response } = await fetchWith(operation, { ...options, ...input });
      return { response, body: response.ok ? data : error };
    },
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
      middleware.push(...added);
    },
    eject(...removed) {
      for (const each of removed)
        if (middleware.includes(each)) middleware.splice(middleware.indexOf(each), 1);
    },
    // At run time all methods are the one above; their generic signatures are openapi-fetch's own.
  } as Partial<PathClient> as PathClient;
}

/** openapi-fetch, without its generic signatures. */
interface Untyped {
  request(method: string, path: string, init: object): Promise<Fetched>;
}

interface Fetched {
  data?: unknown;
  error?: unknown;
  response: Response;
}

interface FullInit extends RequestInput, ExchangeOptions {
  headers?: Record<string, unknown> | Iterable<[string, unknown]>;
  middleware?: Middleware[];
  parseAs?: string;
}

/** `Headers` and pairs come as a record, where ours can take the place of theirs. */
function toRecord(headers: FullInit["headers"] = {}): Record<string, unknown> {
  return Symbol.iterator in headers ? Object.fromEntries(headers) : headers;
}

function key(method: string, path: string): string {
  return `${method.toUpperCase()} ${path}`;
}

function unknownOperation(method: string, path: string): RequestValidationError {
  const known = operations.map((operation) => key(operation.method, operation.path)).join(", ");
  return new RequestValidationError(key(method, path), [
    { field: "path", rule: `is not in the definition, which has ${known}`, given: "another one" },
  ]);
}
