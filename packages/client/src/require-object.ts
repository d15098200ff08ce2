import { ResponseValidationError } from "./errors.ts";
import { isObject } from "./schema.ts";

/**
 * What an operation answered with, if it is an object at all: where a decision hangs on it, nothing else will do.
 *
 * @throws {ResponseValidationError} when it is none
 */
export function requireObject<Data extends object>(operationId: string, data: Data): Data {
  if (isObject(data)) return data;
  const violation = { field: "body", rule: "must be of type object", given: "something else" };
  throw new ResponseValidationError(operationId, [violation], data);
}
