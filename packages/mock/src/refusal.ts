import type { ApiError } from "@atlas-snapshot-export/types";
import type { Answer } from "./answer.ts";
import { apiError } from "./api-error.ts";
import type { Operation } from "./operation.ts";
import type { Prism } from "./prism.ts";
import { describeViolation, type Violation } from "./violation.ts";

/** An error to answer with: an example of the definition, or what to say where it has none. */
export interface Refusal {
  readonly status: number;
  /** The example's name. Where the definition does not know it, the status's first example serves. */
  readonly example: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** For an operation that does not declare the status. */
  readonly otherwise: { readonly errorCode: string; readonly detail: string };
}

export const MALFORMED_JSON: Refusal = {
  status: 400,
  example: "invalidJson",
  otherwise: { errorCode: "INVALID_JSON", detail: "The request body is not JSON." },
};

export const WRONG_MEDIA_TYPE: Refusal = {
  status: 400,
  example: "invalidVersionDate",
  otherwise: { errorCode: "INVALID_VERSION_DATE", detail: "The operation does not have this media type." },
};

export function unauthorized(challenge: string): Refusal {
  return {
    status: 401,
    example: "unauthorized",
    headers: { "www-authenticate": challenge },
    otherwise: { errorCode: "UNEXPECTED_ERROR", detail: "You are not authorized for this resource." },
  };
}

export const MISSING_ROLE: Refusal = {
  status: 403,
  example: "missingRole",
  otherwise: { errorCode: "MISSING_ROLE", detail: "The credentials lack the role that the operation needs." },
};

/** `leftS` is when the next window begins, in seconds. */
export function rateLimited(limit: number, leftS: number): Refusal {
  return {
    status: 429,
    example: "rateLimited",
    headers: {
      "retry-after": String(leftS),
      "ratelimit-limit": String(limit),
      "ratelimit-remaining": "0",
    },
    otherwise: { errorCode: "RATE_LIMITED", detail: "The rate limit is used up." },
  };
}

/** Refuses with the definition's own error. */
export async function refuse(prism: Prism, operation: Operation, refusal: Refusal): Promise<Answer> {
  const { status, example, headers = {}, otherwise } = refusal;
  const response = operation.responses.get(String(status));
  if (response === undefined) return apiError(status, otherwise.errorCode, otherwise.detail, headers);
  const name = response.examples.has(example) ? example : undefined;
  const answer = await prism.example(operation.operationId, status, name);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** Refuses with an example whose first parameter ends with an id, and puts the request's own id in its place. */
export async function refuseNaming(
  id: string,
  prism: Prism,
  operation: Operation,
  status: number,
  example: string,
): Promise<Answer> {
  const otherwise = { errorCode: "REFUSED", detail: `Refused for ${id}.` };
  const answer = await refuse(prism, operation, { status, example, otherwise });
  // A cast, because the finished answer is validated like any other.
  const { parameters: [named] = [], detail = "", ...error } = answer.body as ApiError;
  // `export job with id 6ae8…`, or the id alone.
  const exampleId = String(named).split(" ").at(-1) ?? "";
  const parameter = String(named).replace(exampleId, id);
  return { ...answer, body: { ...error, detail: detail.replaceAll(exampleId, id), parameters: [parameter] } };
}

/** Refuses a request that breaks the definition, and tells which fields break what. */
export async function refuseInvalid(
  prism: Prism,
  operation: Operation,
  violations: readonly Violation[],
): Promise<Answer> {
  const detail = `The request breaks the definition: ${violations.map(describeViolation).join("; ")}.`;
  const answer = await refuse(prism, operation, {
    status: 400,
    example: exampleFor(violations),
    otherwise: { errorCode: "INVALID_ATTRIBUTE", detail },
  });
  const fields = violations.map(({ place, message }) => ({ field: fieldOf(place), description: message }));
  // A cast, because the finished answer is validated like any other.
  const example = answer.body as ApiError;
  const parameters = fields.map(({ field }) => field);
  return { ...answer, body: { ...example, detail, parameters, badRequestDetail: { fields } } };
}

function exampleFor([first]: readonly Violation[]): string {
  if (first?.place.startsWith("path.")) return "invalidPathParameter";
  return first?.rule === "required" ? "missingAttribute" : "invalidAttribute";
}

/** `customData.0.key` for `body.customData.0.key`; the body as a whole stays `body`. */
function fieldOf(place: string): string {
  return place.replace(/^[^.]*\./, "") || "body";
}
