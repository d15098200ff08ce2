/** Whether it is an id as the service gives them. */
export function isId(value: unknown): value is string {
  return typeof value === "string" && /^[a-f0-9]{24}$/.test(value);
}
