import { RequestValidationError, type Violation } from "./errors.ts";
import type { Operation } from "./operation.ts";
import { missing, refused, violationsOf } from "./schema.ts";

/** The input of one call, in openapi-fetch's own form. */
export interface RequestInput {
  params?: { path?: Values; query?: Values; header?: Values } | undefined;
  body?: unknown;
}

type Values = Record<string, unknown>;

/**
 * Holds the input against the definition.
 *
 * @throws {RequestValidationError} that names each field, its rule and the form of what was given
 */
export function checkRequest(operation: Operation, { params = {}, body }: RequestInput): void {
  const { operationId, parameters, body: taken } = operation;
  const found: Violation[] = [];

  for (const name in parameters) {
    const { in: place, required, check } = parameters[name] as Operation["parameters"][string];
    const value = params[place]?.[name];
    if (value !== undefined) check(value, name, found);
    else if (required) missing(value, name, found);
    if (place === "path" && isDotSegment(value)) refused("must not be a dot segment")(value, name, found);
  }
  for (const place in params) {
    const values: Values = params[place as keyof typeof params] ?? {};
    for (const name in values) {
      if (parameters[name]?.in === place) continue;
      const rule = `is not a ${place} parameter; there are ${listNames(operation, place)}`;
      refused(rule)(values[name], name, found);
    }
  }
  if (body !== undefined) (taken?.check ?? refused("is not allowed"))(body, "body", found);
  else if (taken?.required) missing(body, "body", found);
  if (found.length > 0) throw new RequestValidationError(operationId, found);
}

/** Encoded or not, a URL parser removes it, and the request would reach another path. */
function isDotSegment(value: unknown): boolean {
  return /^\.\.?$/.test(String(value));
}

function listNames({ parameters }: Operation, place: string): string {
  const names = Object.keys(parameters).filter((name) => parameters[name]?.in === place);
  return names.join(", ") || "none";
}

/** Whether the operation can be called with such a value of that parameter. */
export function accepts({ parameters }: Operation, name: string, value: unknown): boolean {
  const parameter = parameters[name];
  return parameter !== undefined && violationsOf(parameter.check, value, name).length === 0;
}
