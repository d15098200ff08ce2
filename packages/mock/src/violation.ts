import type { Operation } from "./operation.ts";

/** One rule of the definition that a request or an answer breaks. */
export interface Violation {
  /** Where, from the outside in: `body.customData.0.key`, `query.itemsPerPage`, `path.groupId`. */
  readonly place: string;
  /** The JSON Schema keyword, such as `pattern`; `response` for a status or media type that is not declared. */
  readonly rule: string;
  /** What the rule demands. */
  readonly message: string;
  /** A `warning` is what Prism lets pass: an error status that is not declared, a parameter that is deprecated. */
  readonly severity: "error" | "warning";
}

/** What a request (`input`) and its answer (`output`) break. */
export interface Violations {
  readonly input: readonly Violation[];
  readonly output: readonly Violation[];
}

/** What Prism tells about a violation: the part of its diagnostic that is read here. */
interface Diagnostic {
  readonly message: string;
  readonly severity: number;
  readonly code?: string | number;
  readonly path?: readonly string[];
}

export interface Diagnostics {
  readonly input: readonly Diagnostic[];
  readonly output: readonly Diagnostic[];
}

/** Reads Prism's diagnostics, with parameters named as the definition writes them. */
export function readViolations({ input, output }: Diagnostics, operation: Operation): Violations {
  const read = (diagnostic: Diagnostic): Violation => readViolation(diagnostic, operation);
  return { input: input.map(read), output: output.map(read) };
}

function readViolation(diagnostic: Diagnostic, operation: Operation): Violation {
  const [part, ...rest] = diagnostic.path ?? [];
  const segments = rest.map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
  const property = namedProperty(diagnostic);
  if (property !== undefined) segments.push(property);
  if (part !== "body" && segments[0] !== undefined) segments[0] = parameterName(operation, part, segments[0]);
  return {
    place: part === undefined ? placeOfNothing(diagnostic) : [part, ...segments].join("."),
    rule: String(diagnostic.code ?? "response"),
    message: /\bmust .*/s.exec(diagnostic.message)?.[0] ?? diagnostic.message,
    severity: diagnostic.severity === 0 ? "error" : "warning",
  };
}

export function isError({ severity }: Violation): boolean {
  return severity === "error";
}

export function describeViolation({ place, rule, message }: Violation): string {
  return place === "" ? `${message} (${rule})` : `${place} ${message} (${rule})`;
}

/** A missing body is the one thing that Prism says is required without saying where. */
function placeOfNothing({ code }: Diagnostic): string {
  return code === "required" ? "body" : "";
}

/** A missing or superfluous property is not in the path of its violation, only in its message. */
function namedProperty({ code, message }: Diagnostic): string | undefined {
  if (code === "required") return /required property '(.*)'$/s.exec(message)?.[1];
  if (code === "additionalProperties") return /found '(.*)'$/s.exec(message)?.[1];
  return undefined;
}

/** Prism lower-cases the names of parameters. */
function parameterName(operation: Operation, part: string | undefined, lowerCased: string): string {
  const named = operation.parameters.find(
    (parameter) => parameter.in === part && parameter.name.toLowerCase() === lowerCased,
  );
  return named?.name ?? lowerCased;
}
