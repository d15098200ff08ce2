import { STATUS_CODES } from "node:http";
import type { ApiError } from "@atlas-snapshot-export/types";
import type { Answer } from "./answer.ts";

/** An error in the API's shape, for what the definition has no example of. */
export function apiError(
  status: number,
  errorCode: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const body: ApiError = {
    error: status,
    errorCode,
    reason: STATUS_CODES[status] ?? "Error",
    detail,
    // The live service's 401 has none.
    ...(status !== 401 && { parameters: [] }),
  };
  return { status, headers: { "content-type": "application/json", ...headers }, body };
}
