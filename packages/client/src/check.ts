import { RequestValidationError, type Violation } from "./errors.ts";
import type { Operation } from "./operation.ts";

/** A check that Ajv has compiled from the definition: answers whether the value holds, and leaves what breaks in `errors`. */
export interface Check {
  (value: unknown): boolean;
  errors?: readonly CheckError[] | null;
}

interface CheckError {
  /** JSON Pointer (RFC 6901) to the value. */
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** The input of one call, in openapi-fetch's own form. */
export interface RequestInput {
  params?: { path?: Values; query?: Values; header?: Values };
  body?: unknown;
}

type Values = Record<string, unknown>;

/**
 * Holds the input against the definition.
 *
 * @throws {RequestValidationError} that names each field, its rule and the form of what was given
 */
export function checkRequest(operation: Operation, { params = {}, body }: RequestInput): void {
  const violations: Violation[] = [];
  for (const name in operation.parameters) {
    const { in: place, required, check } = operation.parameters[name] as Operation["parameters"][string];
    const value = params[place]?.[name];
    if (value !== undefined) violations.push(...violationsOf(name, check, value));
    // Encoded or not, a URL parser removes it, and the request would reach another path.
    if (place === "path" && /^\.\.?$/.test(String(value)))
      violations.push({ field: name, rule: "must not be a dot segment", given: describe(value) });
    if (value === undefined && required)
      violations.push({ field: name, rule: "is required", given: "nothing" });
  }
  for (const place of ["path", "query", "header"] as const) {
    for (const name in params[place]) {
      if (operation.parameters[name]?.in === place) continue;
      const rule = `is not a ${place} parameter; there are ${listNames(operation, place)}`;
      violations.push({ field: name, rule, given: describe(params[place][name]) });
    }
  }
  if (body !== undefined && operation.body)
    for (const violation of violationsOf("body", operation.body.check, body)) violations.push(violation);
  else if (body !== undefined)
    violations.push({ field: "body", rule: "is not allowed", given: describe(body) });
  else if (operation.body?.required)
    violations.push({ field: "body", rule: "is required", given: "nothing" });
  if (violations.length > 0) throw new RequestValidationError(operation.operationId, violations);
}

function listNames({ parameters }: Operation, place: string): string {
  const names = Object.keys(parameters).filter((name) => parameters[name]?.in === place);
  return names.join(", ") || "none";
}

/** What a value that a check refuses breaks; `root` is what to call the value itself. */
export function violationsOf(root: string, check: Check, value: unknown): Violation[] {
  if (check(value)) return [];
  return (check.errors ?? []).map(({ instancePath, keyword, params }) => {
    const added = params["missingProperty"] ?? params["additionalProperty"] ?? params["tag"];
    const tokens = instancePath.split("/").slice(1).map(unescapeToken);
    if (typeof added === "string") tokens.push(added);
    const rule = describeRule(keyword, params);
    return { field: fieldName(root, tokens), rule, given: describe(follow(value, tokens)) };
  });
}

function unescapeToken(token: string): string {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/** `body`, `["customData", "0", "key"]` → `body.customData[0].key`. */
function fieldName(root: string, tokens: string[]): string {
  return tokens.reduce((name, token) => name + (/^\d+$/.test(token) ? `[${token}]` : `.${token}`), root);
}

function follow(value: unknown, tokens: string[]): unknown {
  return tokens.reduce((parent, token) => (parent as Values | undefined)?.[token], value);
}

function describeRule(keyword: string, params: Record<string, unknown>): string {
  const describeKeyword = rules[keyword];
  return describeKeyword
    ? describeKeyword(params)
    : `must hold ${keyword} ${Object.values(params).join(" ")}`;
}

/** JSON Schema's keywords in words, as the end of a sentence that begins with the field. */
const rules: Record<string, (params: Record<string, unknown>) => string> = {
  required: () => "is required",
  additionalProperties: () => "is not a property that the definition knows",
  "false schema": () => "is read-only: it cannot be sent",
  discriminator: () => "must be one that the definition knows",
  type: ({ type }) => `must be of type ${type}`,
  pattern: ({ pattern }) => `must match ${pattern}`,
  enum: ({ allowedValues }) => `must be one of ${(allowedValues as unknown[]).join(", ")}`,
  minLength: ({ limit }) => `must have at least ${limit} characters`,
  maxLength: ({ limit }) => `must have at most ${limit} characters`,
  minItems: ({ limit }) => `must have at least ${limit} items`,
  maxItems: ({ limit }) => `must have at most ${limit} items`,
  minimum: ({ limit }) => `must be at least ${limit}`,
  maximum: ({ limit }) => `must be at most ${limit}`,
};

/** The form of a value, never the value: it could be a secret in the wrong place. */
function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return `a string of ${value.length} characters`;
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  return Array.isArray(value) ? `an array of ${value.length}` : `a value of type ${typeof value}`;
}
