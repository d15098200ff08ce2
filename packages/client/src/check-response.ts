import { ResponseValidationError } from "./errors.ts";
import type { Hooks } from "./hooks.ts";
import type { Operation } from "./operation.ts";
import { violationsOf } from "./schema.ts";

/** What becomes of an answer that breaks the definition. */
export type ResponseValidation = "error" | "warn" | "off";

export const responseValidations: readonly ResponseValidation[] = ["error", "warn", "off"];

/**
 * Holds the body of a 2xx against the definition, where somebody is there to hear of it.
 *
 * @throws {ResponseValidationError} in mode `error`
 */
export function checkResponse(
  { operationId, answer }: Operation,
  data: unknown,
  mode: ResponseValidation,
  { onWarning }: Hooks,
): unknown {
  if (!answer || mode === "off" || (mode === "warn" && !onWarning)) return undefined;
  const violations = violationsOf(answer, data, "body");
  if (violations.length === 0) return undefined;
  const error = new ResponseValidationError(operationId, violations, data);
  if (mode === "error") throw error;
  return onWarning?.({ message: error.message });
}
