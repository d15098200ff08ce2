import { violationsOf } from "./check.ts";
import { describeResponseViolations, ResponseValidationError } from "./errors.ts";
import type { Hooks } from "./hooks.ts";

/** What becomes of an answer that breaks the definition. */
export type ResponseValidation = "error" | "warn" | "off";

/**
 * Holds the body of a 2xx against the definition. The checks are loaded when somebody is there to hear of them.
 *
 * @throws {ResponseValidationError} in mode `error`
 */
export async function checkResponse(
  operationId: string,
  data: unknown,
  mode: ResponseValidation,
  { onWarning }: Hooks,
): Promise<void> {
  if (mode === "off" || (mode === "warn" && !onWarning)) return;
  const { responseChecks } = await import("./response-checks.gen.ts");
  const check = responseChecks[operationId];
  const violations = check ? violationsOf("body", check, data) : [];
  if (violations.length === 0) return;
  if (mode === "error") throw new ResponseValidationError(operationId, violations, data);
  onWarning?.({ message: describeResponseViolations(operationId, violations) });
}
