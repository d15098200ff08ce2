import { ResponseValidationError } from "./errors.ts";

/** Those of the named properties that are not there, or not even texts. */
export function missingTexts(data: object, names: readonly string[]): string[] {
  return names.filter((name) => typeof (data as Record<string, unknown>)[name] !== "string");
}

/**
 * The error of a decision that a response does not allow, because it lacks optional properties.
 *
 * @param place of what lacks them, such as `body.results[]`
 * @param purpose what they decide, as the end of a sentence
 * @param data what lacks them
 */
export function missingProperties(
  operationId: string,
  {
    place,
    names,
    purpose,
    data,
  }: { place: string; names: readonly string[]; purpose: string; data: unknown },
): ResponseValidationError {
  const rule = `must be there, to decide ${purpose}`;
  const violations = names.map((name) => ({ field: `${place}.${name}`, rule, given: "nothing usable" }));
  return new ResponseValidationError(operationId, violations, data);
}
