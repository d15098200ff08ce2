import type { Operation, Parameter } from "./definition.ts";
import type { Input } from "./input.ts";

/** A request as the definition wants it on the wire. */
export interface WireRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Names in lower case; `undefined` for one that must not be sent. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** JSON, not yet text; `undefined` for none. */
  readonly body: unknown;
}

/** What an input has to become, worked out from the definition alone: a second opinion on the client's arithmetic. */
export function wireRequestOf(operation: Operation, input: Input): WireRequest {
  const { method, path, parameters, body, answers } = operation;
  const given = parameters.filter(({ name }) => input[name] !== undefined);
  const successes = answers.filter(({ status }) => status >= 200 && status < 300);
  const accepted = new Set(successes.flatMap((answer) => answer.body?.mediaType ?? []));
  const hasBody = input["body"] !== undefined;
  return {
    method,
    path: path.replace(/\{(.+?)\}/g, (_, name: string) => encodeURIComponent(String(input[name] ?? ""))),
    query: new URLSearchParams(pairs(given, "query", input)).toString(),
    headers: {
      ...Object.fromEntries(
        pairs(given, "header", input).map(([name = "", value]) => [name.toLowerCase(), value]),
      ),
      accept: [...accepted].join(", ") || "*/*",
      "content-type": hasBody ? body?.mediaType : undefined,
    },
    body: hasBody ? JSON.parse(JSON.stringify(input["body"])) : undefined,
  };
}

/** The headers that are sent. */
export function sentHeaders(headers: WireRequest["headers"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Names and values as text; a list repeats its name (OpenAPI's default: style form, exploded). */
function pairs(parameters: readonly Parameter[], place: Parameter["in"], input: Input): string[][] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .flatMap(({ name }) => [input[name]].flat().map((value) => [name, String(value)]));
}
