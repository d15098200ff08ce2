import type { Respond } from "./exchange.ts";
import { type Operation, pathParameters } from "./operation.ts";
import type { Prism } from "./prism.ts";
import { refuseNaming } from "./refusal.ts";

/**
 * Lets a resource be read by its id, as the examples have it: what a list of examples names is what can be read, and
 * nothing else exists. Operations that read no such resource, and requests whose `Prefer` names an answer, go to the
 * next layer.
 */
export function withExamplesById(prism: Prism, next: Respond): Respond {
  return (exchange) => {
    const { operation, request, preference, answer } = exchange;
    const name = idParameter(operation);
    if (preference !== undefined || name === undefined) return next(exchange);
    const examples = [...(operation.responses.get(String(answer.status))?.examples.values() ?? [])];
    if (examples.every((example) => idOf(example) === undefined)) return next(exchange);

    const id = pathParameters(operation.path, request.path)[name] ?? "";
    const body = examples.find((example) => idOf(example) === id);
    // Without a name of an example, the first serves: it is about what the operation reads.
    return body === undefined
      ? refuseNaming(id, prism, operation, 404, "")
      : { ...answer, body: structuredClone(body) };
  };
}

/** The parameter that a path ends with. */
function idParameter({ method, path }: Operation): string | undefined {
  return method === "GET" ? /\{([^{}]+)\}$/.exec(path)?.[1] : undefined;
}

function idOf(example: unknown): unknown {
  const { id, _id = id } = Object(example) as { id?: unknown; _id?: unknown };
  return _id;
}
