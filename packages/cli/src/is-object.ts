/** Whether it is a JSON object: the service has been seen to send null in the place of one. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
